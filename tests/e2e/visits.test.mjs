// The second visit, with and without a network.

import assert from "node:assert/strict";
import { start, test, until } from "./page.mjs";
import { openExample } from "./steps.mjs";

// Waits until the browser keeps the page.
const isKept = (page) => page.evaluate(() => navigator.serviceWorker.ready
  .then(() => navigator.serviceWorker.controller !== null));

test("a second visit asks for nothing but whether there is a new version", { ways: ["root", "path"] }, async ({ page, context, server }) => {
  await until(() => isKept(page));
  await page.close();
  server.asked.length = 0;
  const again = await context.newPage();
  await start(again);
  await openExample(again);
  await again.waitForLoadState("networkidle");
  assert.deepEqual(server.asked.filter((name) => name !== "service-worker.js"), []);
});

test("the list of what is kept is the list of what is there", { ways: ["root"] }, async ({ page }) => {
  await until(() => isKept(page));
  const kept = await page.evaluate(async () => {
    const names = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) names.push(new URL(url).pathname);
    }
    return names.sort();
  });
  const asked = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname));
  for (const name of asked) assert.ok(kept.includes(name), `${name} is not kept`);
  assert.ok(kept.includes("/"));
});
