// docs/performance.md from the samples of one run.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { SIZES } from "./contract.mjs";
import { count, figure, kilobytes, megabytes, milliseconds, points, spread } from "./figures.mjs";
import { PAPERS, PLACES } from "./largest.mjs";
import { AUDITS, CATEGORIES } from "./lighthouse.mjs";
import { CASES, GOALS as PORTFOLIO_GOALS, WIDER } from "./portfolio.mjs";
import { COMPARED, PARTS, PROFILED } from "./profile.mjs";
import { LINES } from "./starts.mjs";
import { targets } from "./targets.mjs";
import { FIELDS, WRITTEN } from "./writing.mjs";

const ROOT = new URL("../", import.meta.url);
const PAGES = ["kontrakt", "survey", "rjsf"];
const NAMES = { kontrakt: "Resultatkontrakt", survey: "SurveyJS", rjsf: "RJSF" };
const SLOW = LINES.find(({ name }) => name === "slow");
const ENGINES = ["native", "wasm", "browser", "node"];

/** The whole text; `taken` is how many milliseconds the run took, `load` what else the machine did as it began. */
export function table(samples, { taken, load }) {
  return `# How fast, and beside whom

Written by \`cargo xtask bench\`; nothing in it is written by hand. One run of ${Math.round(taken / 60_000)} minutes,
${new Date().toISOString().slice(0, 10)}, on ${machine()}, load ${load.toFixed(1)} as it began;
${versions()}. Measured was ${release()}.

Medians, the quartiles behind them; a ratio is the median over pairs that were taken in turn. The pages take turns in the
same browser, each with the same contract of equal goals and a total that follows each key; what they load is compressed by
brotli as far as it can be. Usable is a page whose first field can be typed in and whose total is painted. A key is really
pressed, and counts until the frame with the new total is handed over. What else the machine has to do makes all of them
slower, so look at the ratios first.

## Targets

What keeps the page quick, and what bounds the rows that are not reached, is in [speed.md](speed.md) and
[dependencies.md](dependencies.md); the profile below shows where a start goes. What typing loses when the browser is killed
is in [trust-report.md](trust-report.md).

| what | target | reached | figure | against | ratio |
| --- | --- | --- | ---: | ---: | ---: |
${targets(samples).map(row).join("\n")}

## The start

The contract has 18 goals. The first visit is of a browser that knows nothing of the page; before the second the
browser has kept what it keeps, and no service worker runs any more. Lines are emulated by the browser; slow 4G is
${SLOW.rate * 8 / 1_000_000} Mbit/s with ${SLOW.latency} ms for each request, with a processor that is ${SLOW.slower} times slower.
Bytes are those that had come when the page was usable, without the contract's; requests those that had been made.

${starts(samples)}

| ours without a contract | ${LINES.map(({ title }) => title).join(" | ")} |
| --- |${" ---: |".repeat(LINES.length)}
${ownStarts(samples)}

As one file from the disk it is usable after ${shown(samples, "usable file full first", milliseconds)}. The hosted folder is
${shown(samples, "weight", kilobytes)} in all, with what is kept for use without a network.

## Where a start goes

The processor's time on the browser's main thread from the address until usable, first visit, by the browser's own trace.
Waiting is the rest of the time: for the network, for other threads, and for a processor that does something else.

${profile(samples)}

## Lighthouse

Lighthouse's own phone: a slow processor and a slow line, worked out from a quick visit.

${lighthouse(samples)}

## The size of the contract

SurveyJS draws what is out of sight when it is scrolled to, as it advises for long forms; react-jsonschema-form draws
everything, and checks with ajv when the form is sent.

${sizes(samples)}

A key in a field of the contract itself, where its goals are written:

${writing(samples)}

The largest contract that is read, 10,000 goals of every kind: ${shown(samples, "opening", milliseconds)} from the choice of
its file to its first rows; the page answers after ${shown(samples, "opening busy", milliseconds)} at the latest meanwhile.
The longest task in which it does not answer, on the way to each place and paper; 0 where none takes 50 ms:

| place or paper | longest task |
| --- | ---: |
${[...Object.keys(PLACES), ...PAPERS.map((paper) => `papirer/${paper}`)].map((place) => `| ${place} | ${shown(samples, `longest ${place}`, milliseconds)} |`).join("\n")}

## Many contracts

${CASES.command.toLocaleString("en")} cases of ${PORTFOLIO_GOALS} goals in a folder: \`kontrakt portfolio --csv\` reads, checks, scores and sorts them. The script of
pandas reads the same files and sums what is secured, and checks nothing. The page reads ${CASES.page.toLocaleString("en")} of them, and the memory is
taken of those, of the same with ${kilobytes.of(WIDER)} KB of white space in each file, and of all, with \`--csv\`.

| what | figure |
| --- | ---: |
| the command, ${availableParallelism()} cores | ${shown(samples, "portfolio all cores", milliseconds)} |
| the command, one core | ${shown(samples, "portfolio one core", milliseconds)} |
| the command, all cores, with \`--json\` | ${shown(samples, "portfolio json", milliseconds)} |
| pandas, the sums alone | ${shown(samples, "portfolio pandas", milliseconds)} |
| the command's memory, ${CASES.page.toLocaleString("en")} cases | ${shown(samples, "portfolio memory some", megabytes)} |
| the command's memory, the same in larger files | ${shown(samples, "portfolio memory wide", megabytes)} |
| the command's memory, ${CASES.command.toLocaleString("en")} cases | ${shown(samples, "portfolio memory all", megabytes)} |
| the page, from the choice of the folder to its rows | ${shown(samples, "portfolio usable", milliseconds)} |
| the page, its latest answer meanwhile | ${shown(samples, "portfolio busy", milliseconds)} |
| the page, from a click on an order to the sorted rows | ${shown(samples, "portfolio sort", milliseconds)} |

## The engine

The work of HyperFormula (\`edit\`, \`whole\`) and of \`JSON.parse\` with ajv (\`read\`) in the same browser and in Node. \`edit\`
changes one result, \`whole\` works everything out, \`read\` takes a text apart, checks it and keeps all places; the number
is that of the goals. \`contracts\` is 10,000 contracts of 18 goals, one after the other. Native code is compiled for speed,
WebAssembly for size, as in the page.

${engine(samples)}

LibreOffice Calc, headless, opening and working out 10,000 rows: ${shown(samples, "spreadsheet", milliseconds)}.
`;
}

function row({ what, target, reached, figure: own, against, ratio }) {
  return `| ${[what, target, reached ? "yes" : "**no**", own, against, ratio === null ? "" : figure(ratio)].join(" | ")} |`;
}

const shown = (samples, name, unit) => (samples.of(name) ? spread(samples.of(name), unit) : samples.why(name) ?? "not measured");

const STARTS = [
  ["first contentful paint", "paint", milliseconds],
  ["usable", "usable", milliseconds],
  ["main thread at work until usable", "busy", milliseconds],
  ["bytes before usable", "bytes", kilobytes],
  ["requests before usable", "requests", count],
  ["layout shift", "shift", count],
];

// What each page's start comes to on each line, a column for each page.
function starts(samples) {
  const lines = LINES.flatMap(({ name, title }) => ["first", "second"].flatMap((visit) => STARTS.map(([what, kind, unit]) => (
    `| ${[title, visit, what, ...PAGES.map((page) => shown(samples, `${kind} ${page} ${name} ${visit}`, unit))].join(" | ")} |`
  ))));
  const head = `| line | visit | what | ${PAGES.map((page) => NAMES[page]).join(" | ")} |`;
  return [head, "| --- | --- | --- | ---: | ---: | ---: |", ...lines].join("\n");
}

function ownStarts(samples) {
  return ["first", "second"].flatMap((visit) => STARTS.map(([what, kind, unit]) => (
    `| ${[`${visit} visit, ${what}`, ...LINES.map(({ name }) => shown(samples, `${kind} start ${name} ${visit}`, unit))].join(" | ")} |`
  ))).join("\n");
}

function profile(samples) {
  const columns = PROFILED.flatMap(({ name, title }) => COMPARED.map((page) => ({ title: `${NAMES[page]}, ${title}`, key: `${page} ${name}` })));
  const lines = PARTS.map((part) => `| ${[part, ...columns.map(({ key }) => shown(samples, `profile ${part} ${key}`, milliseconds))].join(" | ")} |`);
  return [`| part | ${columns.map(({ title }) => title).join(" | ")} |`, `| --- |${" ---: |".repeat(columns.length)}`, ...lines].join("\n");
}

function lighthouse(samples) {
  const unit = (what) => (CATEGORIES.includes(what) ? points : what === "cumulative-layout-shift" ? count : milliseconds);
  const lines = [...CATEGORIES, ...AUDITS].map((what) => (
    `| ${[what.replaceAll("-", " "), ...["kontrakt", "start"].map((page) => shown(samples, `${what} ${page}`, unit(what)))].join(" | ")} |`
  ));
  return ["| what | open contract | start page |", "| --- | ---: | ---: |", ...lines].join("\n");
}

// What each page takes at each size, a column for each page.
function sizes(samples) {
  const kinds = [
    ["start to usable", "usable", milliseconds],
    ["work until at rest", "work", milliseconds],
    ["key to painted total", "key", milliseconds],
    ["work for a key", "key work", milliseconds],
    ["memory", "memory", megabytes],
  ];
  const lines = kinds.flatMap(([title, kind, unit]) => SIZES.map((size) => (
    `| ${[title, size.toLocaleString("en"), ...PAGES.map((page) => shown(samples, `${kind} ${page} ${size}`, unit))].join(" | ")} |`
  )));
  return ["| what | goals | Resultatkontrakt | SurveyJS | RJSF |", "| --- | ---: | ---: | ---: | ---: |", ...lines].join("\n");
}

// What a key in each field of a goal takes at each size.
function writing(samples) {
  const kinds = [["key to its paint", "key in"], ["work for a key", "key work in"]];
  const lines = kinds.flatMap(([title, kind]) => Object.keys(FIELDS).map((field) => (
    `| ${[`${title}, a goal's ${field}`, ...WRITTEN.map((size) => shown(samples, `${kind} ${field} ${size}`, milliseconds))].join(" | ")} |`
  )));
  const head = `| what | ${WRITTEN.map((size) => `${size.toLocaleString("en")} goals`).join(" | ")} |`;
  return [head, `| --- |${" ---: |".repeat(WRITTEN.length)}`, ...lines].join("\n");
}

function engine(samples) {
  const cases = [...new Set(samples.names().filter((name) => name.endsWith(" native")))];
  const lines = cases.map((name) => {
    const cells = ENGINES.map((place) => shown(samples, name.replace(/native$/, place), milliseconds));
    return `| ${[`\`${name.replace(/ native$/, "")}\``, ...cells].join(" | ")} |`;
  });
  return ["| case | native | WebAssembly | peer, browser | peer, Node |", "| --- | ---: | ---: | ---: | ---: |", ...lines].join("\n");
}

function machine() {
  const [processor] = cpus();
  return `${cpus().length} × ${processor.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}`;
}

// Which page it was, as the built page says it.
function release() {
  const page = readFileSync(new URL("dist/page/index.html", ROOT), "utf8");
  const [version, date, sources] = page.match(/name="release" content="([^"]+)"/)[1].split(" ");
  return `version ${version} of ${date}, sources ${sources.slice(0, 16)}`;
}

function versions() {
  const said = (program, ...asked) => execFileSync(program, asked, { encoding: "utf8" }).trim();
  const { dependencies } = JSON.parse(readFileSync(new URL("benches/peers/package.json", ROOT), "utf8"));
  const peers = ["survey-js-ui", "@rjsf/core", "ajv", "hyperformula", "lighthouse"].map((name) => `${name} ${dependencies[name]}`);
  return [
    said(process.env.CHROMIUM, "--version").replace(/ built on.*/, ""),
    `Node ${process.versions.node}`,
    said("rustc", "--version").replace(/ \(.*/, ""),
    ...peers,
  ].join(", ");
}
