// How long the built page takes in a browser: from its address to a start that
// can be used, and from a pressed key to the painted score, with the worked
// example and with contracts of many goals. `cargo xtask bench page` runs it.
//
// Medians with their quartiles, in milliseconds: a single figure on a machine
// that does other things too says little.

import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { BROWSER, DIST } from "../tests/e2e/browser.mjs";
import { file, GOALS, LARGE, seen, watch } from "../tests/e2e/large.mjs";
import { serve } from "../tests/e2e/server.mjs";

const STARTS = 10;
const OPENINGS = 5;
const KEYS = 60;
const SIZES = [18, 1_000, 10_000];
const WORKED_EXAMPLE = fileURLToPath(new URL("../contracts/ams-2009.json", import.meta.url));

const server = await serve(DIST);
const browser = await chromium.launch(BROWSER);
try {
  row("start to usable", await several(STARTS, start));
  const opened = await several(OPENINGS, open);
  row("10,000 goals: file to first rows", opened.map((times) => times.first));
  row("10,000 goals: busy at a time, reading", opened.map((times) => times.reading));
  row("10,000 goals: file to all rows", opened.map((times) => times.all));
  row("10,000 goals: busy at a time, in all", opened.map((times) => times.longest));
  // A further 0 makes the one figure too high, and the other high enough.
  row("key to painted score, worked example", await keys(WORKED_EXAMPLE, "goal/goal-2/value", "26670"));
  for (const size of SIZES) {
    row(`key to painted score, ${size} goals`, await keys(contractOf(size), "goal/g1/value", "100"));
  }
} finally {
  await browser.close();
  await server.stop();
}

// From the address to the moment that the start's heading stands in the page.
async function start() {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector("#app h1")) return;
      globalThis.usable = performance.now();
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(server.address);
  const time = await page.waitForFunction(() => globalThis.usable);
  const measured = await time.jsonValue();
  await context.close();
  return measured;
}

// How long the largest contract takes from the choice of its file to its rows,
// and how long at a time the page does not answer meanwhile.
async function open() {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(300_000);
  await page.goto(server.address);
  await page.locator("#app h1").first().waitFor();
  await watch(page);
  const rows = (wanted) => page.waitForFunction(
    (least) => document.querySelectorAll(".goal-row").length >= least && performance.now(), wanted,
  );
  await page.evaluate(() => {
    const chosen = () => { globalThis.chosen = performance.now(); };
    document.getElementById("file-input").addEventListener("change", chosen, true);
  });
  await page.locator("#file-input").setInputFiles(file("stor.json", LARGE));
  const first = await (await rows(1)).jsonValue();
  const all = await (await rows(GOALS)).jsonValue();
  const chosen = await page.evaluate(() => globalThis.chosen);
  const { longest, whileReading } = await seen(page);
  await context.close();
  return { first: first - chosen, all: all - chosen, longest, reading: whileReading };
}

// The times of single keys in one field of an opened contract: a 0 typed behind
// the figure, and taken away, turn the goal's score each time.
async function keys(file, field, figure) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(server.address);
  await page.locator("input[type=file]").setInputFiles(file);
  await page.locator(`[id="${field}"]`).fill(figure);
  await page.locator(".summary").evaluate(watchScore);
  const times = [];
  for (let typed = 0; typed < KEYS; typed += 1) {
    await page.keyboard.press(typed % 2 === 0 ? "0" : "Backspace");
    const time = await page.waitForFunction(() => globalThis.painted);
    times.push(await time.jsonValue());
    await page.evaluate(() => { globalThis.painted = 0; });
  }
  await context.close();
  return times;
}

// Runs in the page. A message that is sent in the frame after the score has
// changed arrives when that frame has been handed over for painting.
function watchScore(summary) {
  let pressed = 0;
  addEventListener("keydown", (event) => { pressed = event.timeStamp; }, true);
  new MutationObserver(() => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => { globalThis.painted = performance.now() - pressed; };
    channel.port2.postMessage(null);
  })).observe(summary, { characterData: true, childList: true, subtree: true });
}

async function several(count, measure) {
  const times = [];
  for (let done = 0; done < count; done += 1) times.push(await measure());
  return times;
}

// A contract of equal goals, one point each.
function contractOf(size) {
  const goals = Array.from({ length: size }, (_, index) => ({
    id: `g${index + 1}`,
    label: `Mål ${index + 1}`,
    group: "all",
    title: `Mål nummer ${index + 1}`,
    weight: 1,
    target: { kind: "at_least", value: 1000 },
  }));
  const contract = {
    format: "resultatkontrakt",
    version: 1,
    id: `bench-${size}`,
    language: "da",
    title: `${size} mål`,
    institution: "Styrelsen",
    department: "Departementet",
    period: { from: "2009-01-01", to: "2009-12-31" },
    points: { total: size, decimals: 2 },
    groups: [{ id: "all", title: "Alle mål" }],
    goals,
  };
  return { name: `bench-${size}.json`, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(contract)) };
}

function row(what, times) {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share) => sorted[Math.round((sorted.length - 1) * share)].toFixed(1).padStart(8);
  console.log(`${what.padEnd(40)} ${at(0.5)} ms   (${at(0.25)} – ${at(0.75)})`);
}
