// The largest contract that is read: from the choice of its file to its first rows, how long the page lets a person wait
// meanwhile, and how long each place and paper of it does afterwards.

import { chromium } from "playwright-core";
import { BROWSER, DIST } from "../tests/e2e/browser.mjs";
import { file, LARGE, longestTask, openLarge, PAPERS, PLACES, seen, showPaper, showPlace, watch } from "../tests/e2e/large.mjs";
import { serve } from "../tests/e2e/server.mjs";
import { rounds } from "./statistics.mjs";

const OPENINGS = 5;
const ROUNDS = 3;

export { PAPERS, PLACES };

/** Measures the opening of the largest file, and its places. */
export async function measureLargest(samples) {
  const server = await serve(DIST);
  const browser = await chromium.launch(BROWSER);
  const repeat = async (usual, what, work) => {
    for (let round = 0; round < rounds(usual); round += 1) {
      console.error(`bench: ${what}, round ${round + 1} of ${rounds(usual)}`);
      const context = await browser.newContext({ locale: "da-DK" });
      const page = await context.newPage();
      page.setDefaultTimeout(120_000);
      await page.goto(server.address);
      await page.locator("#file-input").waitFor({ state: "attached" });
      await work(samples, page);
      await context.close();
    }
  };
  try {
    await repeat(OPENINGS, "opening the largest contract", open);
    await repeat(ROUNDS, "its places and papers", visitPlaces);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function open(samples, page) {
  await watch(page);
  await page.evaluate(() => {
    const chosen = () => { globalThis.chosen = performance.now(); };
    document.getElementById("file-input").addEventListener("change", chosen, true);
  });
  await page.locator("#file-input").setInputFiles(file("stor.json", LARGE));
  const first = await page.waitForFunction(() => document.querySelector(".goal-row") && performance.now());
  samples.add("opening", [await first.jsonValue() - await page.evaluate(() => globalThis.chosen)]);
  samples.add("opening busy", [(await seen(page)).longest]);
}

async function visitPlaces(samples, page) {
  await openLarge(page);
  const found = [];
  const shown = [...Object.keys(PLACES).map((place) => [place, showPlace]), ...PAPERS.map((paper) => [`papirer/${paper}`, showPaper])];
  for (const [name, show] of shown) {
    await show(page, name.replace("papirer/", ""));
    const longest = await longestTask(page);
    samples.add(`longest ${name}`, [longest]);
    found.push(longest);
  }
  samples.add("longest of all", [Math.max(...found)]);
}
