// Holds a built page, and the page in one file where it is given, against
// budget.json, and fails where a kind of files weighs more than it may: whoever
// makes the page heavier says so by raising the figure there.

import { readFileSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { overTheWire } from "./wire.mjs";

const [folder, oneFile] = process.argv.slice(2);
const budget = JSON.parse(readFileSync(new URL("budget.json", import.meta.url), "utf8"));

const files = overTheWire(folder);
const over = [];
const sizes = new Map(Object.keys(budget.wire).map((kind) => [kind, 0]));
for (const { name, bytes, sent } of files) {
  row(bytes, sent, name);
  const kind = extname(name);
  if (sizes.has(kind)) sizes.set(kind, sizes.get(kind) + sent);
  else over.push(`${name} is of a kind that budget.json does not name.`);
  sizes.set("everything", sizes.get("everything") + sent);
}
// What a contract waits for: the frame and the files that it names. Fonts may come after, further code does.
const frame = readFileSync(join(folder, "index.html"), "utf8");
const named = new Set(["index.html", ...[...frame.matchAll(/(?:href|src|content)="\.\/([^"]+)"/g)].map(([, name]) => name)]);
hold("first view", sum(files.filter(({ name }) => named.has(name))), budget.first_view, "");
for (const [kind, size] of sizes) hold(kind, size, budget.wire[kind], heaviest(kind));
// A piece that comes only when it is asked for.
for (const [piece, size] of Object.entries(budget.pieces)) {
  hold(`piece ${piece}`, sum(files.filter(({ name }) => basename(name).startsWith(`${piece}-`))), size, "");
}
if (oneFile) hold(basename(oneFile), statSync(oneFile).size, budget.one_file, "");
for (const line of over) console.error(`xtask: ${line}`);
if (over.length > 0) process.exitCode = 1;

function sum(some) {
  return some.reduce((total, { sent }) => total + sent, 0);
}

function hold(what, size, allowed, offender) {
  row(allowed, size, `${what}: allowed, reached`);
  if (size > allowed) over.push(`${what} weighs ${size} bytes, ${size - allowed} more than budget.json allows${offender}.`);
}

// The file that a person would look at first.
function heaviest(kind) {
  const own = files.filter(({ name }) => kind === "everything" || extname(name) === kind);
  const [first] = own.sort((one, other) => other.sent - one.sent);
  return first ? `; the heaviest is ${first.name} with ${first.sent}` : "";
}

function row(bytes, sent, name) {
  console.log(`${String(bytes).padStart(9)} ${String(sent).padStart(8)}  ${name}`);
}
