// A key in a field of a contract that is being written, at the station of its goals: until what it changes is painted.

import { SIZES } from "./contract.mjs";
import { host } from "./pages.mjs";
import { rounds } from "./statistics.mjs";
import { visit } from "./visit.mjs";

const ROUNDS = 3;
const KEYS = 16;

/** The fields, each with what a key in it changes: the sum of the weights, and what the row's fields are called. */
export const FIELDS = {
  weight: { field: '[id="write/goals/0/weight"]', score: "#weights-sum" },
  title: { field: '[id="write/goals/0/title"]', score: "#goals .goals__row" },
};
/** How many goals the contract has, in turn. */
export const WRITTEN = SIZES.filter((size) => size >= 1_000);

/** Measures our page alone: nobody else writes contracts. */
export async function measureWriting(samples, pages) {
  const [own] = pages;
  await host([own], async ({ browser, opened }) => {
    for (const size of WRITTEN) {
      for (const [name, what] of Object.entries(FIELDS)) {
        for (let round = 0; round < rounds(ROUNDS); round += 1) {
          console.error(`bench: a goal's ${name} at ${size} goals, round ${round + 1} of ${rounds(ROUNDS)}`);
          const context = await browser.newContext();
          const written = await visit(context, opened(own, size));
          await written.turnTo("#skriv/maal", what);
          // A goal without a number is called by its title.
          await written.empty('[id="write/goals/0/label"]');
          const { painted, busy } = await written.keys(KEYS);
          samples.add(`key in ${name} ${size}`, painted);
          samples.add(`key work in ${name} ${size}`, [busy]);
          await context.close();
        }
      }
    }
  });
}
