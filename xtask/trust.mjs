// Tries the built page in every way and writes docs/trust-report.md: each
// figure in it comes from this run.
//
// With the names of ways as arguments, only those are tried again, and the
// rest of the report stays, which has to be of the same sources.
//
// CHROMIUM names the browser, REPRODUCED says what came of a second build.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { starts } from "../tests/e2e/starts.mjs";
import { overTheWire } from "./wire.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const WAYS = {
  root: "From a server",
  path: "From a server, under a path",
  offline: "From the browser's own copy, the server gone after one visit",
  file: "As one file from the disk",
};

/** Ways on which browsers are killed while somebody types, how often, and how the report calls it. */
const KILLED = { root: "from a server, killed", file: "one file, killed" };
const KILLS = Number(process.env.KILLS ?? 40);

/** The engines, and how the tests in the others are told which. */
const ENGINES = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKit" };

/** How long the tests of one file may take (milliseconds): what hangs fails, and the report is written all the same. */
const PATIENCE = 15 * 60_000;

/** Ways on which the tests of what is the same on each way are left out: they were run from a server and as one file. */
const BETWEEN = ["path", "offline"];
const ALIKE = (process.env.ALIKE ?? "").split(" ").map((name) => `${name}.test.mjs`);

const REPORT = join(ROOT, "docs/trust-report.md");
const again = process.argv.slice(2);
const [version, date, sources] = release();
const old = again.length > 0 ? readFileSync(REPORT, "utf8") : "";
if (again.length > 0 && !old.includes(`sources ${sources}`)) throw new Error("the report is of other sources");

const scratch = mkdtempSync(join(tmpdir(), "resultatkontrakt-"));
const tried = again.length > 0 ? again : Object.keys(WAYS);
const runs = Object.fromEntries(tried.map((way) => [way, run(way)]));
const engines = again.length > 0 ? {} : Object.fromEntries(Object.keys(ENGINES).map((engine) => [engine, inEngine(engine)]));
const deploy = again.length > 0 ? { fail: 0 } : tested("tests/deploy", {});
const times = again.length > 0 ? {} : await starts();
rmSync(scratch, { recursive: true });
writeFileSync(REPORT, again.length > 0 ? renewed(old) : report());
const failed = [...Object.values(runs), ...Object.values(engines), deploy].reduce((sum, one) => sum + one.fail, 0);
process.exitCode = failed === 0 && (again.length > 0 || process.env.REPRODUCED === "yes") ? 0 : 1;

// Version, day and hash of the sources, as the built page says them.
function release() {
  const page = readFileSync(join(ROOT, "dist/page/index.html"), "utf8");
  return page.match(/name="release" content="([^"]+)"/)[1].split(" ");
}

// The report with the rows and columns of the ways that were tried again.
function renewed(text) {
  const columns = Object.keys(WAYS);
  return text.split("\n").map((line) => {
    const cells = line.split(" | ");
    const way = columns.find((one) => line.startsWith(`| ${WAYS[one]} |`));
    if (way) return runs[way] ? figures(way) : line;
    const killed = Object.keys(KILLED).find((one) => line.startsWith(`| ${KILLED[one]} |`));
    if (killed) return runs[killed] ? kills(killed) : line;
    if (cells.length !== 5 || !/^(yes|–)/.test(cells[1])) return line;
    const what = cells[0].slice(2);
    const said = columns.map((one, at) => (runs[one] ? survived(one, what) : cells[at + 1].replace(" |", "")));
    return `| ${what} | ${said.join(" | ")} |`;
  }).join("\n");
}

// The suite in one way, with what its tests noted.
function run(way) {
  const left = BETWEEN.includes(way) ? ALIKE : [];
  const { counts, notes, sum } = noted(way, (tally) => tested("tests/e2e", { WAY: way, TALLY: tally, KILLS }, { left }));
  return {
    ...counts,
    requests: sum("requests"),
    violations: sum("violations"),
    leaks: sum("leaks"),
    out: sum("out"),
    navigations: sum("navigations"),
    survived: notes.flatMap((note) => note.survived ?? []),
    leftovers: sum("leftovers"),
    kills: notes.flatMap((note) => note.kills ?? []),
    longest: Object.assign({}, ...notes.map((note) => note.longest ?? {})),
  };
}

// The tests beside the others in one engine, with what they noted. Two of the engines have windows.
function inEngine(engine) {
  const environment = (tally) => ({ ENGINE: engine, TALLY: tally });
  const { counts, sum } = noted(engine, (tally) => (
    tested("tests/others", environment(tally), { before: ["xvfb-run", "-a"], sideBySide: 1 })
  ));
  return { ...counts, ...Object.fromEntries(["requests", "violations", "printed", "words"].map((key) => [key, sum(key)])) };
}

// What a run of tests counted and noted.
function noted(name, run) {
  const tally = join(scratch, name);
  writeFileSync(tally, "");
  const counts = run(tally);
  const notes = readFileSync(tally, "utf8").trim().split("\n").filter(Boolean).map((line) => JSON.parse(line));
  return { counts, notes, sum: (key) => notes.reduce((total, note) => total + (note[key] ?? 0), 0) };
}

// A folder's tests, counted by Node's own closing lines.
function tested(folder, environment, { left = [], before = [], sideBySide = 2 } = {}) {
  const files = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith(".test.mjs") && !left.includes(name)).sort();
  console.error(`trust: ${folder} ${environment.WAY ?? environment.ENGINE ?? ""}`);
  const [program, ...rest] = [...before, process.execPath];
  const { stdout } = spawnSync(
    program,
    [...rest, "--test", `--test-concurrency=${sideBySide}`, `--test-timeout=${PATIENCE}`, "--test-reporter=tap", ...files.map((name) => join(ROOT, folder, name))],
    { env: { ...process.env, ...environment }, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  const count = (word) => Number(stdout.match(new RegExp(`^# ${word} (\\d+)$`, "m"))?.[1] ?? NaN);
  for (const [block] of stdout.matchAll(/^(not ok|# tried again)[^\n]*(\n {2}[^\n]*)*/gm)) console.error(block);
  // A test that ran out of time counts as cancelled for Node, and as failed here.
  return { tests: count("tests"), fail: count("tests") - count("pass") - count("skipped") };
}

function report() {
  const chromium = spawnSync(process.env.CHROMIUM, ["--version"], { encoding: "utf8" }).stdout.trim();
  const sums = readFileSync(join(ROOT, "dist/SHA256SUMS"), "utf8").trim().split("\n").map((line) => line.split("  "));
  return `# What the page promises, and what a run showed

Written by \`cargo xtask trust\`; nothing in it is written by hand. Version ${version} of ${date}, sources ${sources},
in ${chromium}, ${new Date().toISOString().slice(0, 10)}.

## Nothing leaves the browser

The same tests, in each way that the page comes to people. Requests are those to anywhere but the page's own files;
violations are of the content security policy; both are counted over every test that does not break the page on
purpose.

| way | tests | failed | requests | violations | planted leaks | that got out |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
${tried.map(figures).join("\n")}

Each leak gets out of the same page once its policy is switched off, or it would prove nothing. A policy does not stop
a page from going to another address: ${runs.root.navigations} ways of doing that were tried and do work, and no source
of the page uses them.

On the two ways in between, tests of what no way changes are left out.

The configurations in \`deploy/\`: ${deploy.tests} tests in real servers, ${deploy.fail} failed.

## In every browser

The year's flows and every print, in Firefox, WebKit and, for prints, Chromium; what Chromium does besides is above. A print
is what comes out when the button is pressed. Words are those of every paper, whose boxes all stand on the paper, or the test fails.

| | ${Object.values(ENGINES).join(" | ")} |
| --- | ---: | ---: | ---: |
${inEngines()}

## At the limits

The longest task of the page's own thread in Chromium, in milliseconds of the processor, with 10,000 goals: each place and paper,
a what-if, and a table of 200,000 rows.

| what is done | longest task |
| --- | ---: |
${Object.entries(runs.root.longest).map(([what, took]) => `| ${what} | ${took} ms |`).join("\n")}

## Nothing is lost

| what goes wrong | from a server | under a path | offline | one file |
| --- | --- | --- | --- | --- |
${survival()}

A browser is killed with all its processes while somebody types, and started anew. Typing is lost from the first letter that is gone to
the end of the browser.

| | kills | drafts lost | called saved and lost | typing lost, median | most |
| --- | ---: | ---: | ---: | ---: | ---: |
${Object.keys(KILLED).map(kills).join("\n")}

## What is given away

| file | bytes | SHA-256 |
| --- | ---: | --- |
${sums.map(([hash, name]) => `| \`${name}\` | ${statSync(join(ROOT, "dist", name)).size} | \`${hash}\` |`).join("\n")}
| the hosted page, as brotli sends it | ${weight()} | |

Packed a second time in another folder, byte for byte the same: ${process.env.REPRODUCED}.

| from the address, or the double click, to usable | median | quartiles |
| --- | ---: | ---: |
${Object.entries(times).map(([name, { median, quartiles }]) => `| ${name} | ${median} ms | ${quartiles.join("–")} ms |`).join("\n")}
`;
}

// What each engine came to. The profile and the tasks can be looked into in one of them.
function inEngines() {
  const row = (what, of) => `| ${what} | ${Object.keys(ENGINES).map(of).join(" | ")} |`;
  const figure = (what, key) => row(what, (engine) => engines[engine][key]);
  const inChromium = (what, value) => row(what, (engine) => (engine === "chromium" ? value : "–"));
  return [
    figure("tests", "tests"),
    figure("failed", "fail"),
    figure("requests", "requests"),
    figure("violations", "violations"),
    figure("goals on paper of a list of 200, by the button", "printed"),
    figure("words printed, all on the paper", "words"),
    inChromium("files of the profile that still hold a note, in the browser's own storage, after all data was deleted", runs.root.leftovers),
    inChromium("places that held it before drafts were allowed, in the one file", runs.file.leftovers),
    inChromium("longest task of 10,000 goals, as below", `${Math.max(...Object.values(runs.root.longest))} ms`),
  ].join("\n");
}

// A way's row.
function figures(way) {
  const { tests, fail, requests, violations, leaks, out } = runs[way];
  return `| ${[WAYS[way], tests, fail, requests, violations, leaks, out].join(" | ")} |`;
}

// What a browser that was killed on this way had lost.
function kills(way) {
  const all = runs[way].kills;
  const lost = all.map((one) => one.lost).sort((one, other) => one - other);
  const count = (holds) => all.filter(holds).length;
  const figures = [all.length, count((one) => !one.hasDraft), count((one) => one.unkept > 0)];
  const times = [lost[Math.floor(lost.length / 2)] ?? NaN, lost.at(-1) ?? NaN].map((time) => `${time} ms`);
  return `| ${[KILLED[way], ...figures, ...times].join(" | ")} |`;
}

function survived(way, what) {
  return runs[way].survived.includes(what) ? "yes" : "–";
}

// What each way survived, by the names that the tests give it.
function survival() {
  const all = [...new Set(Object.values(runs).flatMap((one) => one.survived))].sort();
  return all.map((what) => {
    return `| ${what} | ${tried.map((way) => survived(way, what)).join(" | ")} |`;
  }).join("\n");
}

function weight() {
  return overTheWire(join(ROOT, "dist/page")).reduce((sum, { sent }) => sum + sent, 0);
}
