// Weighs a built page as it goes over the wire, and fails above the budget:
// whoever makes the page heavier says so by raising the figure here.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const BUDGET = 700 * 1024;

const [folder] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => statSync(join(folder, name)).isFile())
  .sort();

let total = 0;
for (const name of files) {
  const content = readFileSync(join(folder, name));
  const weight = name.endsWith(".woff2")
    ? content.length
    : brotliCompressSync(content).length;
  total += weight;
  row(content.length, weight, name);
}
row("", total, `of ${BUDGET} allowed`);
if (total > BUDGET) {
  console.error(`The page weighs ${total - BUDGET} bytes too much.`);
  process.exitCode = 1;
}

function row(bytes, brotli, name) {
  console.log(`${String(bytes).padStart(9)} ${String(brotli).padStart(8)} br  ${name}`);
}
