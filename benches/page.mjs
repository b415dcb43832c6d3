// The built page and its peers in one browser, in turns: from the address to a
// score that can be typed against, and from a pressed key to the painted score.

import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { BROWSER, DIST, ONE_FILE } from "../tests/e2e/browser.mjs";
import { contractOf, SIZES } from "./contract.mjs";
import { serveCompressed, weightOf } from "./server.mjs";
import { PATIENCE, visit } from "./visit.mjs";

/** Our own page: where it lies, and what in it is the first field and the score. */
export const OWN = { name: "kontrakt", folder: DIST, field: '[id="goal/g1/value"]', score: ".summary" };

/** The pages of others, from the folder that they were bundled into. */
export const peersIn = (bundles) => [
  { name: "survey", folder: fileURLToPath(new URL("survey", bundles)), field: "input[type=number]", score: '[data-name="score"]' },
  { name: "rjsf", folder: fileURLToPath(new URL("rjsf", bundles)), field: "#root_g1", score: "#score" },
];

const ROUNDS = new Map([[18, 9], [200, 5], [1_000, 5], [10_000, 3]]);
const STARTS = 11;
const KEYS = 16;

/** Measures the pages at every size, and ours at its start, as a folder and as one file. */
export async function measurePages(samples, pages) {
  const folders = Object.fromEntries(pages.map(({ name, folder }) => [`/${name}/`, folder]));
  const contracts = Object.fromEntries(SIZES.map((size) => [`contracts/bench-${size}.json`, contractOf(size)]));
  const server = await serveCompressed(folders, contracts);
  const browser = await chromium.launch(BROWSER);
  try {
    samples.add("weight kontrakt", [weightOf(DIST)]);
    await starts(samples, browser, server.address("/kontrakt/"));
    for (const size of SIZES) {
      for (let round = 0; round < ROUNDS.get(size); round += 1) {
        console.error(`bench: ${size} goals, round ${round + 1} of ${ROUNDS.get(size)}`);
        for (const page of pages) {
          if (samples.why(`cold ${page.name} ${size}`)) continue;
          const address = server.address(`/${page.name}/?contract=bench-${size}`);
          await roundOf(samples, browser, { ...page, address }, size);
        }
      }
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}

// A first visit with all that is measured on it, and a second one.
async function roundOf(samples, browser, page, size) {
  const context = await browser.newContext();
  const name = (what) => `${what} ${page.name} ${size}`;
  try {
    const first = await visit(context, page);
    samples.add(name("cold"), [first.usable]);
    samples.add(name("work"), [await first.rest()]);
    samples.add(name("loaded"), [await first.loaded()]);
    samples.add(name("memory"), [await first.memory()]);
    const { painted, busy } = await first.keys(KEYS);
    samples.add(name("key"), painted);
    samples.add(name("key work"), [busy]);
    await first.close();
    const second = await visit(context, page);
    samples.add(name("warm"), [second.usable]);
    await second.close();
  } catch (error) {
    if (error.name !== "TimeoutError") throw error;
    samples.refuse(name("cold"), `not within ${PATIENCE / 1_000} s`);
  } finally {
    await context.close();
  }
}

// Our start page from the server, again from the browser's own copy, and the one file.
async function starts(samples, browser, address) {
  const heading = { field: "#app h1", score: "#app h1" };
  for (let round = 0; round < STARTS; round += 1) {
    const context = await browser.newContext();
    const first = await visit(context, { ...heading, address });
    samples.add("start hosted", [first.usable]);
    await first.installed();
    await first.close();
    samples.add("start hosted again", [(await visit(context, { ...heading, address })).usable]);
    await context.close();
    const other = await browser.newContext();
    samples.add("start one file", [(await visit(other, { ...heading, address: pathToFileURL(ONE_FILE).href })).usable]);
    await other.close();
  }
}
