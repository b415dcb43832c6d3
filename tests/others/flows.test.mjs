// What a person does in a year, in browsers other than the one that all the other tests drive.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { axe } from "../e2e/page.mjs";
import { GOALS, LIST } from "../e2e/long_list.mjs";
import { at, downloaded, enter, goTo, holds, kept, openExample, openFile, save, settles, shows, showAll, type } from "../e2e/steps.mjs";
import { until } from "../e2e/until.mjs";
import { typeWorkedExample } from "../e2e/worked_example.mjs";
import { test } from "./visit.mjs";

const FIGURE = "goal/goal-2/value";
const RESULTS = fileURLToPath(new URL("../../contracts/ams-2009.results.csv", import.meta.url));

test("the code is asked for once, and the page's own letters come in after it", async ({ page }) => {
  const letters = () => page.evaluate(() => [...document.fonts].filter(({ family, status }) => /IBM Plex Sans/.test(family) && status === "loaded").length);
  await until(async () => await letters() === 4);
  const asked = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1)));
  assert.equal(asked.filter((name) => name.endsWith("_bg.wasm")).length, 1, asked.join(", "));
});

test("worked example 1 comes out to the øre, typed in by keyboard alone", ({ page }) => typeWorkedExample(page));

test("what was saved opens again with nothing lost", async ({ page }) => {
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  await enter(page, "goal/product-2/points", "120,25");
  const file = await save(page);
  assert.match(file.text, /"points":\s*120\.25\b/);
  await at(page, "start-over").click();
  await openFile(page, file.name, file.text);
  await holds(page, FIGURE, "26.210");
  await holds(page, "goal/product-2/points", "120,25");
  const again = await downloaded(page, () => page.keyboard.press("Control+s"));
  assert.equal(again.text, file.text);
});

test("measured results come in from a table", async ({ page }) => {
  await openExample(page);
  // The day of one of them is known by then.
  await enter(page, "as-of", "15.01.2010");
  await page.locator("#table-input").setInputFiles(RESULTS);
  await at(page, "import-apply").click();
  await showAll(page, { "score-secured": "375", "score-lost": "75", "score-open": "550" });
});

test("a reload in the middle of a word loses nothing", async ({ page }) => {
  await openExample(page);
  await type(page, FIGURE, "26.2 (foreløbig");
  await kept(page);
  await page.reload();
  await page.locator("#drafts li button").click();
  await holds(page, FIGURE, "26.2 (foreløbig");
});

test("a second tab is told, follows and takes the draft over", async ({ page, open }) => {
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  await kept(page);
  const second = await open();
  await openExample(second);
  await second.locator("#follow").click();
  await holds(second, FIGURE, "26.210");
  await enter(page, FIGURE, "26.211");
  await holds(second, FIGURE, "26.211");
  await second.locator("#take-over").click();
  await page.locator("#other-tab").waitFor();
  await enter(second, FIGURE, "26.212");
  await kept(second);
  await holds(page, FIGURE, "26.211");
});

test("the page opens and works without a network after one visit", async ({ page, server }) => {
  await until(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller)));
  server.online(false);
  await page.goto(`${server.address}?again`);
  await openExample(page, { assessed: true });
  await showAll(page, { "score-secured": "495", "score-lost": "105", "score-open": "400" });
});

test("the one file works from the disk, and hands its work out", { file: true }, async ({ page }) => {
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  await shows(page, "score-secured", "150");
  const { text } = await save(page);
  assert.match(text, /"value":\s*26210\b/);
});

test("the page speaks both languages, and a figure keeps its value", async ({ page }) => {
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  await at(page, "lang-en").click();
  await holds(page, FIGURE, "26,210");
  await settles(() => page.evaluate(() => document.documentElement.lang), "en");
  await at(page, "lang-da").click();
  await holds(page, FIGURE, "26.210");
});

test("every place is accessible", async ({ page }) => {
  await axe(page);
  await openExample(page, { assessed: true });
  await axe(page);
  for (const place of ["resultatloen", "hvad-nu-hvis", "risici", "vurderinger", "afgoerelse", "papirer", "kontrakt"]) {
    await goTo(page, place);
    await axe(page);
  }
});

test("all rows of a long list are drawn before the page is printed", async ({ page }) => {
  await openFile(page, "lang-liste.json", LIST);
  await at(page, "goal/g1/value").waitFor();
  await until(async () => await page.locator(".goal-row").count() < GOALS);
  await page.evaluate(() => {
    window.print = () => { window.atPrint = document.querySelectorAll(".goal-row").length; };
  });
  await at(page, "print").click();
  await settles(() => page.evaluate(() => window.atPrint), GOALS);
});
