// Nothing leaves the browser, not even when the page's own code wants it to.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readFile, readdir } from "node:fs/promises";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { LEAKS, NAVIGATIONS } from "./leaks.mjs";
import { elsewhere, record, start, test, until } from "./page.mjs";

let heard = [];
let thief;
let address;

before(async () => {
  thief = createServer((request, response) => {
    heard.push(request.url);
    response.writeHead(200, { "Access-Control-Allow-Origin": "*" }).end();
  });
  thief.on("upgrade", (request, socket) => {
    heard.push(request.url);
    socket.destroy();
  });
  await new Promise((resolve) => thief.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${thief.address().port}/`;
});

after(() => thief.close());

// Has the page try.
async function attempt(page, leak) {
  heard = [];
  await page.evaluate(`(${leak})(${JSON.stringify(address)})`).catch(() => {});
}

test("every planted leak is stopped by the policy", { broken: true }, async ({ page, context }) => {
  const out = [];
  const control = await context.newPage();
  for (const [name, leak] of Object.entries(LEAKS)) {
    await start(page);
    await attempt(page, leak);
    await page.evaluate(() => new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(drawn)); }));
    // What the same browser asks for later, and is heard of, comes after what the page got out.
    await control.goto(`${address}later`);
    await until(() => heard.includes("/later"));
    if (heard.some((path) => path.startsWith("/x"))) out.push(name);
  }
  record({ leaks: Object.keys(LEAKS).length, out: out.length });
  assert.ok(Object.keys(LEAKS).length >= 20);
  assert.deepEqual(out, []);
});

test("every planted leak would get out without the policy", { open: false, broken: true }, async () => {
  const kept = [];
  await elsewhere(async ({ page }) => {
    for (const [name, leak] of Object.entries(LEAKS)) {
      await start(page);
      await attempt(page, leak);
      if (!await until(() => heard.length > 0).catch(() => false)) kept.push(name);
    }
  }, { broken: true, settings: { bypassCSP: true } });
  assert.deepEqual(kept, []);
});

test("going to another address is what no policy stops, and the sources do not do it", { open: false, broken: true }, async ({ context }) => {
  for (const [name, leak] of Object.entries(NAVIGATIONS)) {
    const page = await context.newPage();
    await start(page);
    await attempt(page, leak);
    await until(() => heard.length > 0).catch(() => assert.fail(`${name} is stopped after all: it belongs to the leaks`));
  }
  record({ navigations: Object.keys(NAVIGATIONS).length });
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const files = (await readdir(`${root}src`, { recursive: true })).filter((name) => name.endsWith(".rs")).map((name) => `src/${name}`);
  const sources = [...files, "ask.js", "check.js", "panic.js", "hosted/offline.js", "hosted/service-worker.js", "index.html"];
  for (const name of sources) {
    const text = await readFile(root + name, "utf8");
    assert.doesNotMatch(text, /window\.open|open_with_url|set_href\(&?"http|<form[\s>]|<a [^>]*href="http|location\.(assign|replace)\(|\.set_location|http-equiv="refresh"/, name);
  }
});
