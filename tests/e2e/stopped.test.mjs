// The screen that is left when the page has stopped or cannot start.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { write } from "./drafts.mjs";
import { axe, start, test, until } from "./page.mjs";
import { settles } from "./steps.mjs";

const stopped = (page) => page.getByRole("heading", { name: "Der skete en fejl" });

test("a panic leaves a screen that hands over the drafts, the newest first", { broken: true }, async ({ page }) => {
  const draft = (name, text) => ({ [`resultatkontrakt:draft:${name}`]: text });
  await write(page, {
    ...draft("older", '{"at":"2026-01-31T08:00","case":"the older file"}'),
    ...draft("newer", '{"at":"2026-02-01T08:00","case":"the newer file"}'),
    ...draft("cut:broken", '{"at":"2026-03-01T08'),
    ...draft("haste", '{"at":"2025-01-01T08:00","case":"an earlier file"}'),
  });
  await page.evaluate((putDown) => {
    Object.assign(localStorage, putDown);
    localStorage.setItem("another-page:draft:x", "{}");
    dispatchEvent(new CustomEvent("resultatkontrakt-panic"));
  }, draft("haste", '{"at":"2026-01-01T08:00","case":"what was put down"}'));
  await stopped(page).waitFor();
  assert.equal(await page.locator("#app").isVisible(), false);
  assert.equal(await stopped(page).evaluate((heading) => heading === document.activeElement), true);
  await axe(page);

  const offers = page.getByRole("button", { name: "Hent" });
  const expected = [
    ["haste.json", "what was put down"],
    ["newer.json", "the newer file"],
    ["older.json", "the older file"],
    ["cut-broken.json", '{"at":"2026-03-01T08'],
  ];
  await settles(() => offers.count(), expected.length);
  for (const [index, [name, content]] of expected.entries()) {
    const [file] = await Promise.all([page.waitForEvent("download"), offers.nth(index).click()]);
    assert.equal(file.suggestedFilename(), name);
    assert.equal(await readFile(await file.path(), "utf8"), content);
  }

  await page.getByRole("button", { name: "Genindlæs" }).click();
  await page.locator("#app h1").first().waitFor();
});

test("a trap in the page's code is seen without being told", { broken: true }, async ({ page }) => {
  await page.evaluate(() => {
    setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); });
  });
  await stopped(page).waitFor();
  await page.getByText("Der er ikke gemt noget").waitFor();
});

test("an error that is no trap leaves the page in use", { broken: true }, async ({ page, complaints }) => {
  await page.evaluate(() => {
    setTimeout(() => { throw new Error("of an extension"); });
  });
  await until(() => complaints.some((text) => text.includes("of an extension")));
  assert.equal(await stopped(page).isVisible(), false);
});

for (const [part, address] of [["code", "**/*.wasm"], ["script", "**/resultatkontrakt-*.js"]]) {
  test(`a page whose ${part} cannot be fetched says so`, { open: false, broken: true, ways: ["root", "path"] }, async ({ page, address: start }) => {
    await page.route(address, (route) => route.abort());
    await page.goto(start);
    await stopped(page).waitFor();
  });
}

const unsupported = (page) => page.getByRole("heading", { name: "Browseren kan ikke vise siden" });

test("without WebAssembly the page says what it needs", { open: false, broken: true }, async ({ page, address }) => {
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  await page.goto(address);
  await unsupported(page).waitFor();
  await axe(page);
});

test("a browser whose WebAssembly may not be compiled is told so, and not that an error occurred", { open: false, broken: true, ways: ["root", "path"] }, async ({ page, address }) => {
  // As one that does not know the word in the page's policy which allows it.
  await page.route(address, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "Content-Security-Policy": "script-src 'self' 'unsafe-inline'" } });
  });
  await page.goto(address);
  await unsupported(page).waitFor();
  assert.equal(await stopped(page).isVisible(), false);
});

test("a browser that cannot parse the page's scripts is told what it needs", { open: false, broken: true, ways: ["root", "path"] }, async ({ page, address }) => {
  await page.addInitScript(() => { delete WebAssembly.Module; });
  // The check is written in what every browser parses.
  await page.route(/\/(?!check-)[^/]+\.js$/, (route) => route.fulfill({ contentType: "text/javascript", body: "let one = two?..three;" }));
  await page.goto(address);
  await unsupported(page).waitFor();
});

test("a browser that cannot unpack the one file is told apart from one that can", { open: false, broken: true, ways: ["file"] }, async ({ page, address }) => {
  await page.addInitScript(() => { delete globalThis.DecompressionStream; });
  await page.goto(address);
  await unsupported(page).waitFor();
});

test("a browser that starts the page but may not draw it right says so, and goes on", { open: false }, async ({ page }) => {
  const old = page.locator("#old-browser");
  await page.addInitScript(() => {
    const supports = CSS.supports.bind(CSS);
    CSS.supports = (...what) => !what[0].includes(":has") && supports(...what);
  });
  await start(page);
  assert.equal(await old.isVisible(), true);
  await axe(page);
});

test("without JavaScript the page says what it needs", { open: false, ways: ["root", "path", "file"], context: { javaScriptEnabled: false } }, async ({ page, address }) => {
  await page.goto(address);
  // Playwright's switch stops the scripts but still parses as if they ran, so
  // the message is read and not looked at.
  assert.match(await page.locator("noscript").textContent(), /Slå JavaScript til/);
});
