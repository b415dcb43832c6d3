// The largest contract that is read, and how the page answers while it is at work.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** How many goals it has. */
export const GOALS = 10_000;

/** The text of the contract, some 7 MB. */
export const LARGE = execFileSync("cargo", ["run", "--quiet", "--example", "large"], {
  cwd: fileURLToPath(new URL("../..", import.meta.url)),
  encoding: "utf8",
  maxBuffer: 16 * 1024 * 1024,
});

const FOLDER = mkdtempSync(join(tmpdir(), "resultatkontrakt-"));
process.once("exit", () => rmSync(FOLDER, { recursive: true }));

/** A file to be handed to the page's input. One that is not on the disk would be put together in the page, which is
 * busy with it for longer than with the reading. */
export function file(name, text) {
  const path = join(FOLDER, name);
  writeFileSync(path, text);
  return path;
}

/** Begins to watch how long the page lets a person wait, and what its progress bar says. Who sets `seen.since` begins anew:
 * no wait before that moment counts. */
export async function watch(page) {
  await page.evaluate(() => {
    const seen = globalThis.seen = { longest: 0, since: 0, values: [] };
    // As soon as a key would be answered: before all else that waits, but in the middle of nothing.
    const delay = 5;
    const ask = () => {
      const due = performance.now() + delay;
      scheduler.postTask(() => {
        seen.longest = Math.max(seen.longest, performance.now() - Math.max(due, seen.since));
        const bar = document.getElementById("opening-progress");
        if (bar && bar.value !== seen.values.at(-1)) seen.values.push(bar.value);
        ask();
      }, { priority: "user-blocking", delay });
    };
    ask();
  });
}

/** What was seen since: the longest wait in milliseconds, that of this moment too, and the values of the bar. Watching
 * goes on. */
export async function seen(page) {
  return page.evaluate(() => scheduler.postTask(() => globalThis.seen, { priority: "background", delay: 50 }));
}

/** A case of as many goals and as many assessments, each with results of its own for some of them, as fit in a file. */
export function crowded(assessments) {
  const ids = Array.from({ length: GOALS }, (_, at) => `g${at + 1}`);
  const each = Math.floor(340_000 / assessments);
  const contract = {
    format: "resultatkontrakt",
    version: 1,
    id: "trang",
    language: "da",
    title: "Trang",
    institution: "Styrelsen",
    department: "Departementet",
    period: { from: "2009-01-01", to: "2009-12-31" },
    points: { total: GOALS },
    goals: ids.map((id, at) => ({ id, title: `Opgave ${at + 1}`, weight: 1, target: { kind: "at_least", value: 50 } })),
  };
  const assessment = (number) => ({
    format: "resultatvurdering",
    version: 1,
    contract: { id: contract.id },
    by: number % 3 ? "director" : "department",
    as_of: `2009-${String((number % 12) + 1).padStart(2, "0")}-15`,
    results: Object.fromEntries(Array.from({ length: each }, (_, at) => [ids[(number * each + at) % GOALS], { value: 40 + ((number + at) % 20) }])),
  });
  return JSON.stringify({
    format: "resultatsag", version: 1, contract, assessments: Array.from({ length: assessments }, (_, number) => assessment(number)),
  });
}

/** Places that show what the contract's size is, and what each begins its heading with. */
export const PLACES = {
  "resultatloen": "Resultatløn",
  "risici": "Risici",
  "vurderinger": "Vurderinger",
  "vurderinger/sammenlign": "Sammenlign",
  "vurderinger/orientering": "Orientering",
  "afgoerelse": "Afgørelse",
  "kontrakt": `Resultatkontrakt med ${GOALS} mål`,
  "hvad-nu-hvis": "Hvad nu hvis",
  "resultater": "Resultater",
};

/** Papers that list every goal. */
export const PAPERS = ["orientering", "resultatoversigt", "selvangivelse", "afgoerelse", "maalrapportering", "resultatrevision", "kontrakttjek", "kontraktudkast"];

/** Opens the contract, and begins to watch for tasks in which the page does not answer. */
export async function openLarge(page) {
  await page.locator("#file-input").setInputFiles(file("stor.json", LARGE));
  await page.locator('[id="row-maal-100"]').waitFor();
  await page.evaluate(() => {
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
    }).observe({ type: "longtask" });
  });
  await longestTask(page);
}

/** The longest task since this was asked last, in milliseconds, once what waits has been done; 0 where none was longer than 50. */
export async function longestTask(page) {
  // An observer hears of a task in a later one.
  await page.evaluate(() => new Promise((done) => { requestIdleCallback(() => setTimeout(done, 100)); }));
  return page.evaluate(() => {
    const { longest } = globalThis;
    globalThis.longest = 0;
    return Math.round(longest);
  });
}

/** Goes to a place as a link does. */
export function goTo(page, place) {
  return page.evaluate((hash) => { location.hash = `#${hash}`; }, place);
}

/** Goes to a place and waits until it is there, and not the one before. */
export async function showPlace(page, place, heading = PLACES[place]) {
  await goTo(page, place);
  const isThere = (wanted) => [...document.querySelectorAll("main h1")].some((one) => one.textContent.startsWith(wanted));
  await page.waitForFunction(isThere, heading);
}

/** Goes to the choice of papers, from there to one, and waits until that is whole. */
export async function showPaper(page, paper) {
  await showPapers(page);
  await makePaper(page, paper);
}

/** Goes to the choice of papers, where none is made. */
export async function showPapers(page) {
  await goTo(page, "papirer");
  await page.waitForFunction(() => document.getElementById("papers"));
}

/** Goes to a paper and waits until it is whole. Whoever looks for an element from outside goes through all of the page
 * each time, which takes longer than what is measured. */
export async function makePaper(page, paper) {
  await goTo(page, `papirer/${paper}`);
  await page.waitForFunction(() => document.getElementById("print-paper"), undefined, { timeout: 120_000 });
}
