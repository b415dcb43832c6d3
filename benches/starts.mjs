// From the address to a result that can be typed: the first visit of a browser and its second, ours and its peers' in
// turns, at full speed and on slow lines.

import { DIST } from "../tests/e2e/browser.mjs";
import { host } from "./pages.mjs";
import { weightOf } from "./server.mjs";
import { rounds } from "./statistics.mjs";
import { visit } from "./visit.mjs";

/** How many goals the contract has: as many as the worked example. */
export const GOALS = 18;

/** The lines; `rate` in bytes a second, `latency` in milliseconds, `slower` how many times slower the processor is. */
export const LINES = [
  { name: "full", title: "full speed", rounds: 7 },
  { name: "mbit", title: "10 Mbit/s, 40 ms", rounds: 5, rate: 10_000_000 / 8, latency: 40 },
  { name: "slow", title: "slow 4G, CPU ×4", rounds: 5, rate: 1_600_000 / 8, latency: 150, slower: 4 },
];

/** Measures the starts of all pages on every line; our start page too, and as one file where no line is between. */
export async function measureStarts(samples, pages) {
  samples.add("weight", [weightOf(DIST)]);
  await host(pages, async ({ browser, opened, start, file }) => {
    for (const line of LINES) {
      const visited = [...pages.map((page) => opened(page, GOALS)), start, ...(line.rate ? [] : [file])];
      for (let round = 0; round < rounds(line.rounds); round += 1) {
        console.error(`bench: starts, ${line.title}, round ${round + 1} of ${rounds(line.rounds)}`);
        for (const page of visited) await twice(samples, browser, page, line);
      }
    }
  });
}

async function twice(samples, browser, page, line) {
  const context = await browser.newContext();
  const keep = (figures, visit) => {
    for (const [what, figure] of Object.entries(figures)) samples.add(`${what} ${page.name} ${line.name} ${visit}`, [figure]);
  };
  try {
    const first = await visit(context, page, line);
    await first.rest();
    keep(await first.start(), "first");
    // Whoever comes again another day finds no worker at work.
    if (page.keeps) await first.leaveWorker();
    await first.close();
    const second = await visit(context, page, line);
    keep(await second.start(), "second");
  } finally {
    await context.close();
  }
}
