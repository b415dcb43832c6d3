// Many contracts: the command on a folder of ten thousand cases, on all cores and on one, beside a script of pandas that does
// only the sums; its memory; and the page on a thousand of them.

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { BROWSER, DIST } from "../tests/e2e/browser.mjs";
import { seen, watch } from "../tests/e2e/large.mjs";
import { serve } from "../tests/e2e/server.mjs";
import { contractOf } from "./contract.mjs";
import { rounds } from "./statistics.mjs";

/** How many cases the command reads, and the page; how many goals each has. */
export const CASES = { command: 10_000, page: 1_000 };
export const GOALS = 18;
/** How many bytes each file of the wide folder has more. */
export const WIDER = 100_000;

const ROUNDS = 5;
const PANDAS = fileURLToPath(new URL("peers/portfolio.py", import.meta.url));

/** A case whose goals are reached in turns; the text is another one for each number. */
function caseOf(number) {
  const contract = { ...JSON.parse(contractOf(GOALS)), id: `sag-${number}`, institution: `Styrelse ${number}` };
  const results = contract.goals.map(({ id }, at) => [id, { value: (number * 7 + at * 13) % 2_000 }]);
  const assessment = {
    format: "resultatvurdering", version: 1, contract: { id: contract.id }, by: "director", status: "final", as_of: "2009-12-31",
    results: Object.fromEntries(results),
  };
  return JSON.stringify({ format: "resultatsag", version: 1, contract, assessments: [assessment] });
}

/** Measures the command and the page; `command` is the built `kontrakt`. */
export async function measurePortfolio(samples, command) {
  const scratch = mkdtempSync(join(tmpdir(), "resultatkontrakt-"));
  try {
    const [all, some, wide] = ["alle", "nogle", "brede"].map((name) => join(scratch, name));
    for (const folder of [all, some, wide]) mkdirSync(folder);
    for (let number = 0; number < CASES.command; number += 1) {
      const [name, text] = [`sag-${String(number).padStart(5, "0")}.json`, caseOf(number)];
      writeFileSync(join(all, name), text);
      if (number >= CASES.page) continue;
      writeFileSync(join(some, name), text);
      writeFileSync(join(wide, name), text + " ".repeat(WIDER));
    }
    measureCommand(samples, command, all, scratch);
    for (const [name, folder] of Object.entries({ some, wide, all })) await measureMemory(samples, command, name, folder);
    await measurePage(samples, some);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

// In turns, so that what else the machine does slows all of them.
function measureCommand(samples, command, folder, scratch) {
  // CSV is the shortest form, so that reading, checking and scoring is what is timed.
  const portfolio = (...more) => timed(command, ["portfolio", folder, "--csv", "--output", join(scratch, "rows.csv"), ...more]);
  const outcome = join(scratch, "outcome.json");
  const whole = () => timed(command, ["portfolio", folder, "--json", "--output", outcome]);
  // The first run finds the files on the disk.
  portfolio();
  const sums = process.env.PANDAS_PYTHON;
  if (!sums) samples.refuse("portfolio pandas", "not to be had here");
  for (let round = 0; round < rounds(ROUNDS); round += 1) {
    console.error(`bench: ten thousand cases, round ${round + 1} of ${rounds(ROUNDS)}`);
    const [every, one] = [portfolio(), portfolio("--threads", "1")];
    samples.add("portfolio all cores", [every]);
    samples.add("portfolio one core", [one]);
    samples.add("portfolio scaling", [one / every / availableParallelism()]);
    samples.add("portfolio json", [whole()]);
    if (sums) samples.add("portfolio pandas", [timed(sums, [PANDAS, folder, join(scratch, "sums.csv")])]);
  }
  if (sums) assertSame(JSON.parse(readFileSync(outcome, "utf8")), readFileSync(join(scratch, "sums.csv"), "utf8"));
}

// The most that the command ever had, asked every few milliseconds: the system keeps it.
async function measureMemory(samples, command, name, folder) {
  const child = spawn(command, ["portfolio", folder, "--csv"], { stdio: "ignore" });
  let most = 0;
  const asking = setInterval(() => {
    try {
      const [, kilobytes] = readFileSync(`/proc/${child.pid}/status`, "utf8").match(/^VmHWM:\s+(\d+) kB$/m) ?? [];
      most = Number(kilobytes ?? most / 1_024) * 1_024;
    } catch {
      // It has ended, or the system does not say.
    }
  }, 2);
  await new Promise((resolve) => { child.once("exit", resolve); });
  clearInterval(asking);
  if (most > 0) samples.add(`portfolio memory ${name}`, [most]);
  else samples.refuse(`portfolio memory ${name}`, "not said by the system");
}

function timed(program, given) {
  const begun = performance.now();
  execFileSync(program, given, { stdio: ["ignore", "ignore", "inherit"] });
  return performance.now() - begun;
}

// Whoever is compared has to come to the same.
function assertSame({ contracts }, sums) {
  const own = new Map(contracts.map(({ id, institution_points: { secured } }) => [id, Number(secured)]));
  const lines = sums.trim().split("\n").slice(1).map((line) => line.split(","));
  if (lines.length !== own.size || lines.some(([id, secured]) => own.get(id) !== Number(secured))) {
    throw new Error("pandas comes to other sums");
  }
}

async function measurePage(samples, folder) {
  const server = await serve(DIST);
  const browser = await chromium.launch(BROWSER);
  try {
    for (let round = 0; round < rounds(ROUNDS); round += 1) {
      console.error(`bench: a thousand cases in the page, round ${round + 1} of ${rounds(ROUNDS)}`);
      const context = await browser.newContext();
      const page = await context.newPage();
      page.setDefaultTimeout(120_000);
      await page.goto(`${server.address}#portefoelje`);
      await page.locator("#folder-input").waitFor({ state: "attached" });
      await read(samples, page, folder);
      await sort(samples, page);
      await context.close();
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}

// From the moment in which the browser hands the files over until the rows are painted and can be clicked. What it does
// before, for a tenth of a second with a thousand files, no page can shorten.
async function read(samples, page, folder) {
  await watch(page);
  await page.evaluate(() => {
    const input = document.getElementById("folder-input");
    input.addEventListener("change", () => {
      globalThis.chosen = performance.now();
      Object.assign(globalThis.seen, { longest: 0, since: globalThis.chosen });
    }, true);
    const look = new MutationObserver(() => {
      if (!document.querySelector("#weighted tbody button")) return;
      look.disconnect();
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => { globalThis.usable = performance.now() - globalThis.chosen; };
        channel.port2.postMessage(null);
      });
    });
    look.observe(document, { childList: true, subtree: true });
  });
  await page.locator("#folder-input").setInputFiles(folder);
  const usable = await page.waitForFunction(() => globalThis.usable);
  samples.add("portfolio usable", [await usable.jsonValue()]);
  samples.add("portfolio busy", [(await seen(page)).longest]);
}

// From each click on an order until its rows are painted. By name and by what is lost no row stays where it is.
async function sort(samples, page) {
  await page.evaluate(() => {
    let pressed = 0;
    addEventListener("click", (event) => { pressed = event.timeStamp; }, true);
    new MutationObserver(() => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => { globalThis.sorted = performance.now() - pressed; };
      channel.port2.postMessage(null);
    })).observe(document.getElementById("portfolio"), { attributes: true, childList: true, characterData: true, subtree: true });
  });
  for (const order of [3, 0, 3, 0, 3, 0]) {
    await page.evaluate(() => { globalThis.sorted = 0; });
    await page.locator(`#portfolio-order-${order}`).click();
    const sorted = await page.waitForFunction(() => globalThis.sorted);
    samples.add("portfolio sort", [await sorted.jsonValue()]);
  }
}
