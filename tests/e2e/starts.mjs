// How long the page takes from its address, or from a double click, to usable.

import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { BROWSER, DIST, ONE_FILE } from "./browser.mjs";
import { serve } from "./server.mjs";

const ROUNDS = 15;

/** Milliseconds by way: the hosted page on a first and on a second visit, and the one file; taken in turns. */
export async function starts(rounds = ROUNDS) {
  const server = await serve(DIST);
  const browser = await chromium.launch(BROWSER);
  const taken = { "hosted, first visit": [], "hosted, second visit": [], "one file": [] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      const context = await browser.newContext();
      taken["hosted, first visit"].push(await start(context, server.address));
      const page = await context.newPage();
      await page.goto(server.address);
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
      await page.close();
      taken["hosted, second visit"].push(await start(context, server.address));
      await context.close();
      const other = await browser.newContext();
      taken["one file"].push(await start(other, pathToFileURL(ONE_FILE).href));
      await other.close();
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  return Object.fromEntries(Object.entries(taken).map(([way, times]) => [way, summary(times)]));
}

// From the beginning of the navigation until the page has drawn its heading.
async function start(context, address) {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const look = new MutationObserver(() => {
      if (document.querySelector("#app h1") === null) return;
      look.disconnect();
      requestAnimationFrame(() => setTimeout(() => { globalThis.usableAfter = performance.now(); }));
    });
    look.observe(document, { childList: true, subtree: true });
  });
  await page.goto(address);
  await page.waitForFunction(() => globalThis.usableAfter !== undefined);
  const time = await page.evaluate(() => globalThis.usableAfter);
  await page.close();
  return time;
}

function summary(times) {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share) => Math.round(sorted[Math.floor((sorted.length - 1) * share)]);
  return { median: at(0.5), quartiles: [at(0.25), at(0.75)] };
}
