// Contracts that lie beside the page on its server: by a plain name, from the
// page's own folder, and from nowhere else.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join, normalize } from "node:path";
import { DIST } from "./browser.mjs";
import { axe, start, test, WAY } from "./page.mjs";
import { CONTRACT, TITLE, at, enter, holds } from "./steps.mjs";

const FIGURE = "goal/goal-2/value";
const SERVED = ["root", "path"];

// Has the server hold contracts beside the page: `{ name: answer }`.
async function beside(page, contracts) {
  const asked = [];
  await page.route("**/contracts/**", (route) => {
    const name = decodeURIComponent(new URL(route.request().url()).pathname.split("/contracts/")[1]);
    asked.push(name);
    const answer = contracts[name];
    return answer ? route.fulfill(answer) : route.fulfill({ status: 404, body: "" });
  });
  return asked;
}

async function visits(page, address, query) {
  await page.goto(`${address}?contract=${query}`);
  await page.locator("#app h1").first().waitFor();
}

const says = (page, words) => page.locator("#message", { hasText: words }).waitFor();

test("a contract beside the page opens by its name, and again after a reload", { open: false, ways: SERVED }, async ({ page, address }) => {
  const asked = await beside(page, { "ams-2009.json": { body: CONTRACT } });
  await visits(page, address, "ams-2009");
  await at(page, FIGURE).waitFor();
  await page.locator(".top-bar__title", { hasText: TITLE }).waitFor();
  await page.reload();
  await at(page, FIGURE).waitFor();
  assert.deepEqual(asked, ["ams-2009.json", "ams-2009.json"]);
});

test("a contract opens at the place that the address names, and its start stands behind it", { open: false, ways: SERVED }, async ({ page, address }) => {
  await beside(page, { "ams-2009.json": { body: CONTRACT } });
  for (const [place, shown] of [
    ["#skriv/maal", "write/goals/1/title"],
    ["#skriv/maal/2", "write/goals/1/target/kind"],
    ["#resultater/goal-5", "steps-goal-5"],
    ["#risici", "risk-matrix"],
    ["#hjaelp", "help-keys"],
  ]) {
    await page.goto("about:blank");
    await page.goto(`${address}?contract=ams-2009${place}`);
    await at(page, shown).waitFor();
    assert.equal(new URL(page.url()).hash, place);
  }
  await page.goto("about:blank");
  await page.goto(`${address}?contract=ams-2009#papirer`);
  await page.locator("[id=place-papirer][aria-current=page]").waitFor();
  await page.goBack();
  await page.locator("#drop-zone").waitFor();
});

test("while the contract is on its way nothing else is drawn, and when it is broken off the start is", { open: false, ways: SERVED }, async ({ page, address }) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route("**/contracts/**", (route) => held.then(() => route.fulfill({ body: CONTRACT })).catch(() => {}));
  const begins = async () => {
    await page.goto("about:blank");
    await page.goto(`${address}?contract=ams-2009#skriv/maal`);
    await page.locator("#opening-text", { hasText: "ams-2009" }).waitFor();
    assert.equal(await page.locator("#drop-zone").count(), 0);
  };
  await begins();
  await axe(page);
  await page.locator("#stop-opening").click();
  await page.locator("#drop-zone").waitFor();
  await begins();
  release();
  await at(page, "write/goals/1/title").waitFor();
  assert.equal(await page.locator("#opening-text").count(), 0);
});

test("the way back from the start leads out of the page", { open: false, ways: SERVED }, async ({ page, address }) => {
  await page.goto("about:blank");
  await start(page);
  await page.waitForFunction(() => location.hash === "#start");
  await page.goBack();
  assert.equal(page.url(), "about:blank", `not out of ${address}`);
});

test("a folder and letters beyond ASCII may be in the name", { open: false, ways: SERVED }, async ({ page, address }) => {
  const asked = await beside(page, { "2009/københavn_1.json": { body: CONTRACT } });
  await visits(page, address, encodeURIComponent("2009/københavn_1"));
  await at(page, FIGURE).waitFor();
  assert.deepEqual(asked, ["2009/københavn_1.json"]);
});

test("a contract that is not there is told of", { open: false, broken: true, ways: SERVED }, async ({ page, address }) => {
  await beside(page, {});
  await visits(page, address, "findes-ikke");
  await says(page, "»findes-ikke« kan ikke hentes");
  await axe(page);
  await page.locator("#lang-en").click();
  await says(page, "“findes-ikke” cannot be fetched");
});

test("a server that leads elsewhere is not followed, not even on the same server", { open: false, broken: true, ways: ["root"] }, async ({ page }) => {
  const heard = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    heard.push(pathname);
    if (pathname === "/page/contracts/ams-2009.json") response.writeHead(302, { Location: "/elsewhere.json" }).end();
    else if (pathname === "/elsewhere.json") response.end(CONTRACT);
    else response.writeHead(200, { "Content-Type": typeOf(pathname) }).end(await readFile(fileOf(pathname)).catch(() => ""));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await visits(page, `http://127.0.0.1:${server.address().port}/page/`, "ams-2009");
    await says(page, "»ams-2009« kan ikke hentes");
    assert.ok(heard.includes("/page/contracts/ams-2009.json"));
    assert.ok(!heard.includes("/elsewhere.json"));
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

// The built page under /page/, as a server of its own would show it.
function fileOf(pathname) {
  const name = pathname.slice("/page/".length) || "index.html";
  return join(DIST, normalize(`/${name}`));
}

function typeOf(pathname) {
  const types = { js: "text/javascript", css: "text/css", wasm: "application/wasm", svg: "image/svg+xml" };
  return types[pathname.split(".").pop()] ?? "text/html";
}

test("what is too large, no contract, or results is told of", { open: false, ways: SERVED }, async ({ page, address }) => {
  await beside(page, {
    "stor.json": { body: Buffer.alloc(9 * 1024 * 1024, 0x20) },
    "side.json": { body: "<!doctype html><title>Log ind</title>" },
    "vurdering.json": { body: '{"format":"resultatvurdering","version":1,"contract":{"id":"ams-2009"},"as_of":"2009-12-31"}' },
  });
  await visits(page, address, "stor");
  await says(page, "mere end de 8 MB");
  await visits(page, address, "vurdering");
  await says(page, "fører til en vurdering");
  await visits(page, address, "side");
  await page.locator("#refused", { hasText: "side.json" }).filter({ hasText: "en webside" }).waitFor();
});

const HOSTILE = [
  "//evil.example/x", "https://evil.example/x", "https:evil", "http%3A%2F%2Fevil.example", "../secret", "%2e%2e/secret",
  "%252e%252e%252fsecret", "..%5csecret", "a\\b", "/etc/passwd", "blob:null/1", "data:application/json,{}", "javascript:alert(1)",
  "a?b", "a%00b", ".hidden", "a/../../b", "%EF%BC%8E%EF%BC%8E/x", "<img src=x onerror=planted=1>", "",
];

test("a name that could lead elsewhere is refused, and nothing is asked for", { open: false, ways: SERVED }, async ({ page, address }) => {
  const asked = await beside(page, {});
  for (const name of HOSTILE) {
    await visits(page, address, name);
    await says(page, "er ikke navnet på en kontrakt").catch(() => assert.fail(`${name} is not refused`));
  }
  assert.deepEqual(asked, []);
  assert.equal(await page.evaluate(() => "planted" in globalThis), false);
});

test("a page from a file says that it cannot fetch contracts", { open: false, ways: ["file"] }, async ({ page, address }) => {
  await visits(page, address, "ams-2009");
  await says(page, "kan ikke hente kontrakter");
});

test("without a network the page opens all the same, and says what it cannot fetch", { open: false, broken: true, ways: ["offline"] }, async ({ page, address }) => {
  await visits(page, address, "ams-2009");
  await says(page, "»ams-2009« kan ikke hentes");
  await page.locator("#example-ams-2009").click();
  await enter(page, FIGURE, "26.210");
  await holds(page, FIGURE, "26.210");
});

test("without a name nothing is asked for", { open: false }, async ({ page }) => {
  const asked = await beside(page, {});
  await start(page);
  assert.deepEqual(asked, []);
  assert.ok(["root", "path", "offline", "file"].includes(WAY));
});
