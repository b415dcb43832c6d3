// Office files: workbooks come in and go out, papers go out as documents.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { axe, test } from "./page.mjs";
import { at, focused, goTo, openExample, press, settles, shows } from "./steps.mjs";

const WORKBOOK = readFileSync(new URL("../office/openpyxl.xlsx", import.meta.url));
const NARROW = { width: 320, height: 640 };

const changes = (page) => page.locator("#import-changes tbody tr");

async function bring(page, buffer, name = "tal.xlsx") {
  await page.locator("#table-input").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await page.locator("#import[open]").waitFor();
}

/** What a press of a button hands out. */
async function taken(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), at(page, button).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("a workbook comes in by the sheet with the table, and another sheet or header can be chosen", async ({ page }) => {
  await openExample(page);
  await bring(page, WORKBOOK);
  await focused(page, "import-heading");
  assert.equal(await at(page, "import-sheet").inputValue(), "Tal");
  const all = await changes(page).count();
  assert.ok(all > 0);
  await axe(page);
  await page.setViewportSize(NARROW);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  await at(page, "import-header").locator("summary").click();
  await at(page, "import-header-6").check();
  await page.locator("#import-problems [data-code='table-without-header']").waitFor();
  await at(page, "import-header-3").check();
  await settles(() => changes(page).count(), all);
  await at(page, "import-sheet").selectOption("Forside");
  await settles(() => changes(page).count(), 0);
  await at(page, "import-sheet").selectOption("Tal");
  await settles(() => changes(page).count(), all);
  await press(page, "import-apply");
  await page.locator("#import").waitFor({ state: "detached" });
});

test("a workbook of LibreOffice comes in by the button as one of Excel does", async ({ page }) => {
  await openExample(page);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press(page, "import-results")]);
  await chooser.setFiles({
    name: "tal.ods",
    mimeType: "application/octet-stream",
    buffer: readFileSync(new URL("../office/libreoffice-results.ods", import.meta.url)),
  });
  await page.locator("#import[open]").waitFor();
  assert.equal(await at(page, "import-sheet").inputValue(), "Tal");
  await changes(page).first().waitFor();
  await axe(page);
});

test("a workbook with a password and one that is none are named with what helps", async ({ page }) => {
  await openExample(page);
  for (const [name, text] of [["office-encrypted", "adgangskode"], ["office-broken", "gem den igen"], ["office-too-large", "for stor"]]) {
    await bring(page, readFileSync(new URL(`../golden/bad/${name}.xlsx`, import.meta.url)));
    await at(page, "import-problems").getByText(text).first().waitFor();
    await press(page, "import-cancel");
    await page.locator("#import").waitFor({ state: "detached" });
  }
});

/** Opens a paper of the example. */
async function openPaper(page, code) {
  await goTo(page, "papirer");
  await at(page, `paper-${code}`).click();
  await page.locator(".paper").waitFor();
}

test("a paper goes out as a document and as a workbook, and the workbook comes in again unchanged", async ({ page }) => {
  await openExample(page, { assessed: true });
  await openPaper(page, "selvangivelse");
  const document = await taken(page, "paper-docx");
  assert.equal(document.name, "ams-2009-selvangivelse-2010-01-15.docx");
  assert.ok(document.bytes.includes("word/document.xml"));
  const workbook = await taken(page, "paper-xlsx");
  assert.equal(workbook.name, "ams-2009-selvangivelse-2010-01-15.xlsx");
  assert.ok(workbook.bytes.includes("xl/worksheets/sheet6.xml"), "results, pay, risks, goal reporting, findings, and what it is");
  await goTo(page, "resultater");
  await bring(page, workbook.bytes, workbook.name);
  await shows(page, "import-heading", `Målte resultater fra ${workbook.name}`);
  assert.equal(await changes(page).count(), 0);
  assert.equal(await page.locator("#import-problems, #import-remarks").count(), 0);
});

test("the table of the annual report goes out in both forms, without the pay", async ({ page }) => {
  await openExample(page, { assessed: true });
  await openPaper(page, "maalrapportering");
  assert.ok((await taken(page, "paper-docx")).bytes.includes("word/document.xml"));
  const workbook = await taken(page, "paper-xlsx");
  assert.ok(workbook.bytes.includes("xl/worksheets/sheet2.xml"));
  assert.equal(workbook.bytes.includes("xl/worksheets/sheet3.xml"), false, "the table, and what it is");
});

test("a document gets the looks of a template, and what is none is named with what helps", async ({ page }) => {
  await openExample(page, { assessed: true });
  await openPaper(page, "selvangivelse");
  const plain = await taken(page, "paper-docx");
  await page.locator("#paper-template summary").click();
  const choose = (name, buffer) => page.locator("#template-input").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await choose("brev.dotx", Buffer.from("PK no more"));
  await settles(async () => (await at(page, "template-told").innerText()).includes("kan ikke læses"), true);
  await choose("tal.xlsx", WORKBOOK);
  await settles(async () => (await at(page, "template-told").innerText()).includes("ikke en Word-skabelon"), true);
  // Any document is a template, this one of ours too: its words stay behind, and its heads are kept.
  await choose("brev.dotx", plain.bytes);
  await settles(async () => (await at(page, "template-told").innerText()).trim(), "Skabelon: brev.dotx");
  await axe(page);
  await page.setViewportSize(NARROW);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  const dressed = await taken(page, "paper-docx");
  assert.notDeepEqual(dressed.bytes, plain.bytes);
  await goTo(page, "resultater");
  await openPaper(page, "orientering");
  await page.locator("#paper-template summary").click();
  await settles(async () => (await at(page, "template-told").innerText()).trim(), "Skabelon: brev.dotx");
  await press(page, "remove-template");
  await focused(page, "choose-template");
  await settles(async () => (await at(page, "template-told").innerText()).trim(), "");
});

test("a portfolio goes out as a workbook", async ({ page }) => {
  await at(page, "to-portfolio").click();
  await at(page, "portfolio-example-copenhagen").click();
  await at(page, "portfolio-read").waitFor();
  const workbook = await taken(page, "portfolio-xlsx");
  assert.equal(workbook.name, "portefoelje.xlsx");
  assert.ok(workbook.bytes.includes("xl/worksheets/sheet1.xml"));
  await axe(page);
});
