// What Lighthouse says of our page on a phone, with an open contract and without.

import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { BROWSER } from "../tests/e2e/browser.mjs";
import { host } from "./pages.mjs";
import { GOALS } from "./starts.mjs";
import { rounds } from "./statistics.mjs";

const ROUNDS = 3;

/** The categories, whose scores go from 0 to 100. */
export const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

/** What the score of performance is made of. */
export const AUDITS = [
  "first-contentful-paint", "largest-contentful-paint", "speed-index", "total-blocking-time", "cumulative-layout-shift",
];

/** Measures our page by the Lighthouse that lies in a folder of packages. */
export async function measureLighthouse(samples, pages, packages) {
  const from = createRequire(pathToFileURL(join(packages, "package.json")));
  const { default: lighthouse } = await import(pathToFileURL(from.resolve("lighthouse")));
  const { launch } = await import(pathToFileURL(from.resolve("chrome-launcher")));
  const [own] = pages;
  // A browser of its own each time: what another page left behind counts for neither. A busy machine can keep it from
  // recording anything, which it says.
  const report = async (address, tries = 3) => {
    const chrome = await launch({ chromePath: BROWSER.executablePath, chromeFlags: ["--headless=new", ...BROWSER.args] });
    try {
      const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "error" });
      if (!lhr.runtimeError) return lhr;
      if (tries === 1) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
    } finally {
      await chrome.kill();
    }
    return report(address, tries - 1);
  };
  await host([own], async ({ opened, start }) => {
    for (let round = 0; round < rounds(ROUNDS); round += 1) {
      console.error(`bench: Lighthouse, round ${round + 1} of ${rounds(ROUNDS)}`);
      for (const page of [opened(own, GOALS), start]) {
        keep(samples, page.name, await report(page.address));
      }
    }
  });
}

function keep(samples, name, { categories, audits }) {
  for (const category of CATEGORIES) samples.add(`${category} ${name}`, [categories[category].score * 100]);
  for (const audit of AUDITS) samples.add(`${audit} ${name}`, [audits[audit].numericValue]);
}
