// Runs the measurements: `node benches/run.mjs <bundles> <packages> <part>`, the part one of those below, or all.
// `cargo xtask bench` builds everything first and calls it. Only a run of all, with every round, writes
// docs/performance.md; with fewer rounds its text is printed.

import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { pathToFileURL } from "node:url";
import { measureEngine } from "./engine.mjs";
import { measureLargest } from "./largest.mjs";
import { measureLighthouse } from "./lighthouse.mjs";
import { pagesIn } from "./pages.mjs";
import { measurePortfolio } from "./portfolio.mjs";
import { measureProfile } from "./profile.mjs";
import { measureSizes } from "./sizes.mjs";
import { measureSpreadsheet } from "./spreadsheet.mjs";
import { measureStarts } from "./starts.mjs";
import { Samples } from "./statistics.mjs";
import { table } from "./table.mjs";
import { measureWriting } from "./writing.mjs";

const [folder, packages, part] = process.argv.slice(2);
const bundles = pathToFileURL(`${folder}/`);
const pages = pagesIn(bundles);
const samples = new Samples();
const begun = Date.now();
const [load] = loadavg();

const PARTS = {
  start: () => measureStarts(samples, pages),
  profile: () => measureProfile(samples, pages),
  lighthouse: () => measureLighthouse(samples, pages, packages),
  large: () => measureLargest(samples),
  sizes: () => measureSizes(samples, pages),
  writing: () => measureWriting(samples, pages),
  portfolio: () => measurePortfolio(samples, process.env.KONTRAKT),
  engine: async () => {
    await measureEngine(samples, bundles);
    measureSpreadsheet(samples);
  },
};

for (const [name, measure] of Object.entries(PARTS)) {
  if (part === name || part === "all") await measure();
}
for (const name of samples.names()) {
  const { low, median, high, count } = samples.of(name);
  const shown = [median, low, high].map((figure) => Number(figure.toPrecision(4)));
  console.log(`${name.padEnd(36)} ${shown[0]}   (${shown[1]} – ${shown[2]}, n = ${count})`);
}
if (part === "all") {
  const text = table(samples, { taken: Date.now() - begun, load });
  if (process.env.BENCH_ROUNDS) console.log(text);
  else writeFileSync(new URL("../docs/performance.md", import.meta.url), text);
}
