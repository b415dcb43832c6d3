// The largest contract from the choice of its file to its first rows, and how
// long the page lets a person wait meanwhile.

import { chromium } from "playwright-core";
import { BROWSER, DIST } from "../tests/e2e/browser.mjs";
import { file, LARGE, seen, watch } from "../tests/e2e/large.mjs";
import { serve } from "../tests/e2e/server.mjs";

const ROUNDS = 5;

/** The text of the largest contract. */
export { LARGE };

/** Measures the opening of the largest file. */
export async function measureOpening(samples) {
  const server = await serve(DIST);
  const browser = await chromium.launch(BROWSER);
  try {
    for (let round = 0; round < ROUNDS; round += 1) await open(samples, browser, server.address);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function open(samples, browser, address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(300_000);
  await page.goto(address);
  await page.locator("#app h1").first().waitFor();
  await watch(page);
  await page.evaluate(() => {
    const chosen = () => { globalThis.chosen = performance.now(); };
    document.getElementById("file-input").addEventListener("change", chosen, true);
  });
  await page.locator("#file-input").setInputFiles(file("stor.json", LARGE));
  const first = await page.waitForFunction(() => document.querySelector(".goal-row") && performance.now());
  samples.add("opening", [await first.jsonValue() - await page.evaluate(() => globalThis.chosen)]);
  samples.add("opening busy", [(await seen(page)).longest]);
  await context.close();
}
