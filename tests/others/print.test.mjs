// What comes out of the printer when the button is pressed, in each of the three engines: whole, on the paper, and each
// sheet of a paper with its head.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { GOALS, LIST } from "../e2e/long_list.mjs";
import { CONTRACT, at, goTo, openExample, openFile, settles } from "../e2e/steps.mjs";
import { until } from "../e2e/until.mjs";
import { record } from "../e2e/page.mjs";
import { ENGINE, test as testOf } from "./visit.mjs";

const run = promisify(execFile);
const test = (name, use) => testOf(name, { engines: ["chromium", "firefox", "webkit"] }, use);

const PAPERS = {
  resultatoversigt: { title: "Resultatoversigt", isSecret: true },
  orientering: { title: "Orientering", isSecret: false },
  selvangivelse: { title: "Selvangivelse", isSecret: true },
  afgoerelse: { title: "Afgørelse", isSecret: true },
  maalrapportering: { title: "Målrapportering", isSecret: false },
  resultatrevision: { title: "Resultatrevision", isSecret: false },
  kontrakttjek: { title: "Kontrakttjek", isSecret: false },
  kontraktudkast: { title: "Kontraktudkast", isSecret: false },
};

/** Points to a millimetre. */
const MILLIMETRE = 72 / 25.4;
/** What printers leave white at each edge, in millimetres. */
const UNPRINTED = 5;

/** Presses a button that prints, and gives the pages: how large each is, and its words with their boxes (points). */
async function pressed(page, button, prints) {
  for (const old of readdirSync(prints)) rmSync(join(prints, old));
  await at(page, button).click();
  // A file without an end is still being written.
  const file = await until(() => readdirSync(prints).map((name) => join(prints, name))
    .find((one) => one.endsWith(".pdf") && readFileSync(one).subarray(-16).includes("%%EOF")));
  const { stdout } = await run("pdftotext", ["-bbox", file, "-"], { maxBuffer: 1 << 26 });
  return stdout.split("<page ").slice(1).map((text) => {
    const [width, height] = text.match(/[\d.]+/g).map(Number);
    const words = [...text.matchAll(/xMin="([^"]*)" yMin="([^"]*)" xMax="([^"]*)" yMax="([^"]*)">([^<]*)</g)]
      .map(([, left, top, right, bottom, word]) => ({ word, left: +left, top: +top, right: width - right, bottom: height - bottom }));
    return { width, height, words, text: words.map(({ word }) => word).join(" ") };
  });
}

/** Fails where a page has no words, or one of them stands where printers cut it off. */
function staysOnPaper(pages) {
  record({ engine: ENGINE, words: pages.reduce((sum, { words }) => sum + words.length, 0) });
  for (const [number, { words, width, height }] of pages.entries()) {
    assert.ok(Math.abs(width - 210 * MILLIMETRE) < 1 && Math.abs(height - 297 * MILLIMETRE) < 1, `${width} by ${height} is not A4`);
    assert.ok(words.length > 0, `page ${number + 1} is empty`);
    for (const { word, ...edges } of words) {
      for (const [edge, far] of Object.entries(edges)) {
        assert.ok(far >= UNPRINTED * MILLIMETRE, `page ${number + 1}: ${word} is ${far / MILLIMETRE} mm from the ${edge} edge`);
      }
    }
  }
}

/** Fails unless each page has its own number, the title, and once the word that it is confidential where it is. */
function hasHeads(pages, { title, isSecret }) {
  for (const [at, { text }] of pages.entries()) {
    assert.ok(text.includes(title), `page ${at + 1} of ${pages.length} has no head: ${text}`);
    assert.equal(text.split("Fortroligt").length - 1, isSecret ? 1 : 0, `page ${at + 1}: ${text}`);
    assert.ok(text.includes(`Side ${at + 1} af ${pages.length}`), `page ${at + 1} has no number: ${text}`);
  }
}

/** The numbers that stand behind a word, in their order, page by page. */
const numbered = (pages, word) => pages.map(({ text }) => [...text.matchAll(new RegExp(`${word} (\\d+)`, "g"))]
  .map(([, number]) => Number(number)).sort((one, other) => one - other));

async function show(page, paper) {
  await goTo(page, "papirer");
  await at(page, `paper-${paper}`).click();
  await page.locator(".paper").waitFor();
}

test("a list of 200 goals is on paper with all of them, each row whole", async ({ page, prints }) => {
  await openFile(page, "lang-liste.json", LIST);
  await at(page, "goal/g1/value").waitFor();
  await until(async () => await page.locator(".goal-row").count() < GOALS);
  const pages = await pressed(page, "print", prints);
  staysOnPaper(pages);
  const labels = numbered(pages, "Mål");
  const titles = numbered(pages, "Opgave nummer");
  const all = Array.from({ length: GOALS }, (_, index) => index + 1);
  assert.deepEqual(titles.flat(), all);
  // The label and the title of a row, on the same page.
  assert.deepEqual(labels, titles);
  record({ engine: ENGINE, printed: titles.flat().length });
});

test("every paper has its head on each page, and every word on the paper", async ({ page, prints }) => {
  await openExample(page, { assessed: true });
  for (const [paper, expected] of Object.entries(PAPERS)) {
    await show(page, paper);
    const pages = await pressed(page, "print-paper", prints);
    staysOnPaper(pages);
    hasHeads(pages, expected);
    if (paper === "resultatoversigt") assert.equal(pages.length, 1);
    await settles(() => page.locator(".sheets").count(), 0);
  }
});

test("a paper of many pages has each of its goals once, and breaks no row", async ({ page, prints }) => {
  const contract = JSON.parse(CONTRACT);
  const goals = Array.from({ length: GOALS }, (_, index) => ({
    ...contract.goals[1],
    id: `goal-${index}`,
    label: `Krav ${index + 1}`,
    title: `Opgave nummer ${index + 1} løses til tiden, og det ses i de tal, som regionerne indberetter hver måned.`,
    weight: 5,
    also_stated: undefined,
  }));
  const many = { ...contract, id: "many", goals, purposes: undefined, strategy: undefined, trends: undefined, sums: undefined, risk: undefined };
  await openFile(page, "mange.json", JSON.stringify(many));
  await at(page, "place-papirer").waitFor();
  await show(page, "selvangivelse");
  const pages = await pressed(page, "print-paper", prints);
  assert.ok(pages.length > 5, `${pages.length} pages`);
  staysOnPaper(pages);
  hasHeads(pages, PAPERS.selvangivelse);
  const titles = numbered(pages, "Opgave nummer");
  assert.equal(new Set(titles.flat()).size, GOALS);
  // The label of a row and its end, on the same page.
  const rows = pages.map(({ text }) => [...text.matchAll(/Opgave nummer \d+ .*? 0–5 \/ 5/g)].length);
  assert.equal(rows.reduce((sum, one) => sum + one, 0), GOALS);
});
