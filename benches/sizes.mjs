// Ours and its peers in one browser, in turns, from small contracts to the largest: the start, what a page holds, and
// the time from a pressed key to the painted total.

import { errors } from "playwright-core";
import { SIZES } from "./contract.mjs";
import { host } from "./pages.mjs";
import { rounds } from "./statistics.mjs";
import { PATIENCE, visit } from "./visit.mjs";

const ROUNDS = new Map([[18, 5], [200, 3], [1_000, 5], [10_000, 3]]);
const KEYS = 16;
/** What is measured of each page at each size. */
const FIGURES = ["usable", "work", "memory", "key", "key work"];

/** Measures the pages at every size. */
export async function measureSizes(samples, pages) {
  await host(pages, async ({ browser, opened }) => {
    for (const size of SIZES) {
      for (let round = 0; round < rounds(ROUNDS.get(size)); round += 1) {
        console.error(`bench: ${size} goals, round ${round + 1} of ${rounds(ROUNDS.get(size))}`);
        for (const page of pages) {
          if (!samples.why(`usable ${page.name} ${size}`)) await once(samples, browser, opened(page, size), size);
        }
      }
    }
  });
}

async function once(samples, browser, page, size) {
  const context = await browser.newContext();
  const name = (what) => `${what} ${page.name} ${size}`;
  try {
    const opened = await visit(context, page);
    const work = await opened.rest();
    const memory = await opened.memory();
    const { painted, busy } = await opened.keys(KEYS);
    const found = [[opened.usable], [work], [memory], painted, [busy]];
    FIGURES.forEach((what, at) => samples.add(name(what), found[at]));
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    for (const what of FIGURES) samples.refuse(name(what), `not within ${PATIENCE / 1_000} s`);
  } finally {
    await context.close();
  }
}
