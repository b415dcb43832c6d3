// The papers on the page, in files and in print: one page for the overview, and
// every figure as the command works it out.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { axe, test } from "./page.mjs";
import { CONTRACT, at, goTo, openExample, openFile } from "./steps.mjs";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PAPERS = ["resultatoversigt", "orientering", "selvangivelse", "afgoerelse", "maalrapportering", "resultatrevision", "kontrakttjek", "kontraktudkast"];

/** Dots to an inch in the pictures of pages. */
const DOTS = 72;
/** What printers leave white at each edge, in millimetres. */
const UNPRINTED = 5;

const plain = (text) => text.replaceAll("\u00a0", " ").replace(/\s+/g, " ");

/** Shows a paper by its links. */
async function show(page, paper) {
  await goTo(page, "papirer");
  await at(page, `paper-${paper}`).click();
  await page.locator(".paper").waitFor();
}

/** What Chromium prints of the page as it stands: how many pages, whether it is tagged, its text, and a picture of each page. */
async function printed(page) {
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
  const source = pdf.toString("latin1");
  const pages = [...source.matchAll(/\/Type\s*\/Page[^s]/g)].length;
  return { pages, isTagged: source.includes("/StructTreeRoot"), ...await drawn(pdf) };
}

async function drawn(pdf) {
  const folder = await mkdtemp(join(tmpdir(), "papers-"));
  try {
    const file = join(folder, "paper.pdf");
    await writeFile(file, pdf);
    const { stdout } = await run("pdftotext", ["-layout", file, "-"]);
    await run("pdftoppm", ["-gray", "-r", String(DOTS), file, join(folder, "page")]);
    const names = (await readdir(folder)).filter((name) => name.endsWith(".pgm")).sort();
    const pictures = await Promise.all(names.map(async (name) => margins(await readFile(join(folder, name)))));
    return { text: plain(stdout), pictures };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** How far the ink of a picture stands from each edge, in millimetres. The picture is a binary PGM. */
function margins(picture) {
  const [head, ...size] = picture.toString("latin1", 0, 40).match(/^P5\s+(\d+)\s+(\d+)\s+255\s/);
  const [columns, rows] = size.map(Number);
  const dots = picture.subarray(head.length);
  const edges = { left: columns, right: columns, top: rows, bottom: rows };
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < columns; x += 1) {
      if (dots[y * columns + x] > 200) continue;
      edges.left = Math.min(edges.left, x);
      edges.right = Math.min(edges.right, columns - 1 - x);
      edges.top = Math.min(edges.top, y);
      edges.bottom = Math.min(edges.bottom, rows - 1 - y);
    }
  }
  return Object.fromEntries(Object.entries(edges).map(([edge, far]) => [edge, far * 25.4 / DOTS]));
}

/** Fails unless every page has ink, and none of it where printers cut it off. */
function staysOnPaper(pictures) {
  for (const [at, picture] of pictures.entries()) {
    for (const [edge, far] of Object.entries(picture)) {
      assert.ok(far >= UNPRINTED && far < 250, `page ${at + 1}: ${far} mm from the ${edge} edge`);
    }
  }
}

/** The words of the paper that stand outside the box they have to stand in. */
const clipped = (page) => page.locator(".paper").evaluate((paper) => {
  const cells = [...paper.querySelectorAll("th, td, dd, li, p, h1, h2, span")];
  const isShown = (one) => !one.closest(".paper__caption");
  return cells.filter((one) => isShown(one) && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0
    && getComputedStyle(one).overflow !== "visible").map((one) => one.textContent);
});

/** What the command works out. It is asked before any test begins, since it may have to be built first. */
const SCORED = await scored();

async function scored() {
  const { stdout } = await run("cargo", [
    "run", "--quiet", "--locked", "--bin", "kontrakt", "--",
    "score", "contracts/ams-2009.json", "contracts/ams-2009.assessment.json", "--json",
  ], { cwd: ROOT, maxBuffer: 1 << 24 });
  return JSON.parse(stdout);
}

const danish = (number) => {
  const [whole, decimals] = number.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  return decimals ? `${grouped},${decimals}` : grouped;
};

test("every paper is shown, accessible, in both languages and on a narrow screen", async ({ page }) => {
  await openExample(page, { assessed: true });
  for (const paper of PAPERS) {
    await show(page, paper);
    await axe(page);
  }
  await page.emulateMedia({ colorScheme: "dark" });
  await axe(page);
  await page.emulateMedia({ colorScheme: "light" });
  await page.locator("#lang-en").click();
  await show(page, "selvangivelse");
  assert.match(plain(await page.locator(".paper").innerText()), /Self-assessment 2009/);
  await page.setViewportSize({ width: 320, height: 700 });
  await axe(page);
  const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  assert.equal(isWider, false, "only the paper scrolls, not the page");
});

test("the overview is one page with every figure that the command works out", async ({ page }) => {
  await openExample(page, { assessed: true });
  await show(page, "resultatoversigt");
  assert.deepEqual(await clipped(page), []);
  const paper = plain(await page.locator(".paper").innerText());
  const { pages, isTagged, text, pictures } = await printed(page);
  assert.equal(pages, 1);
  assert.equal(pictures.length, 1);
  staysOnPaper(pictures);
  assert.ok(isTagged, "the PDF is tagged");
  const outcome = SCORED;
  const { secured, lost, open } = outcome.institution;
  for (const figure of [secured, lost, open]) assert.ok(paper.includes(danish(figure)), figure);
  for (const goal of outcome.goals) {
    const { min, max } = goal.points;
    const points = min === max ? danish(min) : `${danish(min)}–${danish(max)}`;
    for (const one of [paper, text]) assert.ok(one.includes(`${points} / `), `${goal.id}: ${points}`);
  }
  for (const words of ["Resultatoversigt 2009", "Fortroligt", "Årsstatus", "15.01.2010", "58,65–86,65 %"]) {
    assert.ok(text.includes(words), `${words} is not in: ${text}`);
  }
  for (const tool of ["Udskriv", "Hent som", "Resultater · ", "Fortryd"]) {
    assert.ok(!text.includes(tool), `${tool} is on paper: ${text}`);
  }
});

test("a self-assessment prints the chain of pay and its appendix as the command works them out", async ({ page }) => {
  await openExample(page, { assessed: true });
  for (const name of ["selvangivelse", "afgoerelse"]) {
    await show(page, name);
    assert.deepEqual(await clipped(page), []);
    const { pages, isTagged, text: paper, pictures } = await printed(page);
    staysOnPaper(pictures);
    assert.equal(pictures.length, pages);
    assert.ok(isTagged && pages >= 3 && pages <= 6, `${name} has ${pages} pages`);
    const { pay, goals } = SCORED;
    for (const amount of [pay.earned, pay.payable, pay.holiday_allowance]) {
      for (const end of [amount.min, amount.max]) assert.ok(paper.includes(danish(end)), `${end} is not in ${name}`);
    }
    for (const end of [pay.fraction.min, pay.fraction.max]) assert.ok(paper.includes(danish(end)), end);
    // A step may go over several lines, and words of other columns then stand between.
    const sums = goals.flatMap((goal) => goal.steps).filter((step) => /^\d+ × \d+ = \d+$/.test(step));
    assert.ok(sums.length > 8);
    for (const step of sums) assert.ok(paper.includes(step), `${step} is not in ${name}`);
    const heads = paper.split("Fortroligt").length - 1;
    assert.equal(heads, pages, "each page says that it is confidential");
  }
});

test("the notice, the contract check and the draft contract print whole", async ({ page }) => {
  await openExample(page, { assessed: true });
  for (const name of ["orientering", "kontrakttjek", "kontraktudkast"]) {
    await show(page, name);
    assert.deepEqual(await clipped(page), []);
    const { pages, isTagged, text, pictures } = await printed(page);
    assert.ok(isTagged, `${name} is tagged`);
    assert.equal(pictures.length, pages);
    staysOnPaper(pictures);
    assert.ok(text.includes("Arbejdsmarkedsstyrelsen"), text);
  }
});

test("forty goals still have one page, and every contract of the project has one", async ({ page }) => {
  const contract = JSON.parse(CONTRACT);
  const goals = Array.from({ length: 40 }, (_, at) => ({
    ...contract.goals[at % 2 ? 1 : 5],
    id: `goal-${at}`,
    label: `Resultatkrav ${at + 1}`,
    title: `Arbejdsmarkedsuddannelsernes gennemførelse i de ${at} beskæftigelsesregioner forbedres mærkbart`,
    weight: 25,
    also_stated: undefined,
  }));
  const many = { ...contract, id: "forty", goals, purposes: undefined, strategy: undefined, trends: undefined, sums: undefined };
  many.risk = { ...contract.risk, entries: contract.risk.entries.map((entry, at) => ({ ...entry, goal: `goal-${at}` })) };
  const texts = [JSON.stringify(many)];
  for (const name of ["ams-2003", "copenhagen-2009", "debureaucratisation-2009", "ministry-2009"]) {
    texts.push(await readFile(join(ROOT, `contracts/${name}.json`), "utf8"));
  }
  for (const text of texts) {
    await openFile(page, "kontrakt.json", text);
    await page.locator("#place-papirer").waitFor();
    for (const lang of ["da", "en"]) {
      await page.locator(`#lang-${lang}`).click();
      await show(page, "resultatoversigt");
      assert.deepEqual(await clipped(page), []);
      const { pages, pictures } = await printed(page);
      assert.equal(pages, 1, `${JSON.parse(text).id} in ${lang}`);
      staysOnPaper(pictures);
    }
    await page.locator("#start-over").click();
  }
});

test("a paper is taken along as HTML and as Markdown, the same as on the page", async ({ page, context }) => {
  await openExample(page, { assessed: true });
  await show(page, "selvangivelse");
  const shown = plain(await page.locator(".paper").innerText());
  const taken = async (button) => {
    const [download] = await Promise.all([page.waitForEvent("download"), at(page, button).click()]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  };
  const html = await taken("paper-html");
  assert.equal(html.name, "ams-2009-selvangivelse-2010-01-15.html");
  const other = await context.newPage();
  await other.setContent(html.text);
  assert.equal(plain(await other.locator(".paper").innerText()), shown);
  await axe(other);
  await other.close();
  const markdown = await taken("paper-markdown");
  assert.equal(markdown.name, "ams-2009-selvangivelse-2010-01-15.md");
  assert.match(markdown.text, /^# Selvangivelse 2009\n/);
  assert.ok(markdown.text.includes("172.500,00 × 0,5865 = 101.171,25"));
});

test("each paper says how ready it is, and leads to what is missing", async ({ page }) => {
  await openExample(page, { assessed: true });
  await goTo(page, "papirer");
  const ready = async (paper) => (await at(page, `ready-${paper}`).locator("a").allTextContents());
  assert.deepEqual(await ready("resultatoversigt"), ["5 mål er åbne"]);
  assert.deepEqual(await ready("orientering"), ["5 mål mangler årsag"]);
  assert.deepEqual(await ready("selvangivelse"), ["5 mål mangler noget"]);
  assert.deepEqual(await ready("maalrapportering"), ["5 mål er åbne"]);
  assert.deepEqual(await ready("afgoerelse"), ["mangler aftalt vurdering", "5 mål mangler noget"]);
  await at(page, "ready-orientering").locator("a").click();
  await page.locator("#count-of-duties").waitFor();
  await page.goBack();
  await at(page, "ready-afgoerelse").locator("a").first().click();
  await page.locator("#compare-needs-two").waitFor();
});

test("papers are reached and printed by keyboard", async ({ page }) => {
  await openExample(page, { assessed: true });
  await at(page, "place-papirer").focus();
  await page.keyboard.press("Enter");
  await at(page, "papers").waitFor();
  await at(page, "paper-orientering").focus();
  await page.keyboard.press("Enter");
  await page.locator(".paper").waitFor();
  await page.evaluate(() => { globalThis.print = () => { globalThis.printed = true; }; });
  await at(page, "print-paper").focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => globalThis.printed), true);
});
