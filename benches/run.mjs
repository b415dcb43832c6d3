// Runs the measurements: `node benches/run.mjs <bundles> <part>`, the part one
// of engine, page, peers, all. `cargo xtask bench` builds everything first and
// calls it. Only a run of all writes the table in docs/performance.md.

import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { pathToFileURL } from "node:url";
import { measureEngine } from "./engine.mjs";
import { measureOpening } from "./opening.mjs";
import { measurePages, OWN, peersIn } from "./page.mjs";
import { measureSpreadsheet } from "./spreadsheet.mjs";
import { Samples } from "./statistics.mjs";
import { table } from "./table.mjs";

const [folder, part] = process.argv.slice(2);
const bundles = pathToFileURL(`${folder}/`);
const samples = new Samples();
const begun = Date.now();
const [load] = loadavg();

if (part === "engine") await measureEngine(samples, bundles, false);
if (part === "page" || part === "all") await measureOpening(samples);
if (part === "page") await measurePages(samples, [OWN]);
if (part === "peers" || part === "all") {
  await measurePages(samples, [OWN, ...peersIn(bundles)]);
  await measureEngine(samples, bundles, true);
  measureSpreadsheet(samples);
}

for (const name of samples.names()) {
  const { low, median, high, count } = samples.of(name);
  const shown = [median, low, high].map((figure) => Number(figure.toPrecision(4)));
  console.log(`${name.padEnd(28)} ${shown[0]}   (${shown[1]} – ${shown[2]}, n = ${count})`);
}
if (part === "all") {
  writeFileSync(new URL("../docs/performance.md", import.meta.url), table(samples, { taken: Date.now() - begun, load }));
}
