// The findings beside the contract: filtered, grouped, each with a way to what
// it is about, and all of them on paper.

import assert from "node:assert/strict";
import { axe, test } from "./page.mjs";
import { CONTRACT, at, focused, goTo, openExample, openFile, press, settles, shows, tabTo, type } from "./steps.mjs";

const NARROW = { width: 320, height: 640 };

const listed = (page) => page.locator("#findings-list .finding");
const finding = (page, code) => page.locator(`#findings-list .finding[data-code="${code}"]`).first();
const groups = (page) => page.locator("#findings-list h3").allTextContents();

// The contract of 2009 with a printed priority that is not v × s.
function withWrongPriority() {
  const contract = JSON.parse(CONTRACT);
  contract.risk.entries[2].priority = 5;
  return JSON.stringify(contract, null, 2);
}

// As many goals as asked for, each with a target that is not fixed.
function withOpenTargets(goals) {
  return JSON.stringify({
    format: "resultatkontrakt", version: 1, id: "many", language: "da", title: "Mange mål",
    goals: Array.from({ length: goals }, (_, number) => ({
      id: `goal-${number}`, title: `Nummer ${number}`, target: { kind: "undetermined" },
    })),
  });
}

async function openContract(page, name, text) {
  await openFile(page, name, text);
  await at(page, "place-kontrakt").waitFor();
  await goTo(page, "kontrakt");
  await at(page, "findings-summary").waitFor({ state: "attached" });
}

test("findings are filtered by severity and by words, and the number is said", async ({ page }) => {
  await openExample(page);
  await page.getByRole("link", { name: /^Kontrakt \d+ fund$/ }).waitFor();
  await goTo(page, "kontrakt");
  const all = await listed(page).count();
  assert.ok(all > 20, `${all} findings`);
  await shows(page, "findings-shown", `${all} af ${all} fund vises`);

  await at(page, "findings-warning").click();
  assert.equal(await at(page, "findings-warning").getAttribute("aria-pressed"), "false");
  const notes = await page.locator("#findings-list .finding--note").count();
  assert.ok(notes > 0 && notes < all);
  await shows(page, "findings-shown", `${notes} af ${all} fund vises`);
  assert.equal(await page.locator("#findings-list .finding--warning").count(), 0);
  await at(page, "findings-warning").click();

  await type(page, "findings-words", "34.7100 TABEL");
  await shows(page, "findings-shown", `1 af ${all} fund vises`);
  assert.equal(await finding(page, "printed-figure-invalid").count(), 1);
  await type(page, "findings-words", "findes ikke");
  await shows(page, "findings-list", "Ingen fund passer til det valgte.");

  await page.locator("#lang-en").click();
  await shows(page, "findings-shown", `0 of ${all} findings are shown`);
  await type(page, "findings-words", "“34.7100”");
  await shows(page, "findings-shown", `1 of ${all} findings are shown`);
  assert.equal(await at(page, "findings-shown").getAttribute("role"), "status");
});

test("findings that say the same of several places stand together, and places are the document's", async ({ page }) => {
  await openExample(page);
  await goTo(page, "kontrakt");
  const together = page.locator("#findings-list .findings__alike", { hasText: "Tre mål uden måltal" });
  assert.equal(await together.locator(".finding").count(), 3);
  assert.equal(await together.locator(".finding__why").count(), 1);
  const said = await at(page, "findings").textContent();
  for (const words of ["linje ", "tegn ", "»value«"]) assert.ok(!said.includes(words), words);
  assert.match(said, /Tabel 2/);
});

test("findings are grouped by severity or in the order of the contract", async ({ page }) => {
  await openExample(page);
  await goTo(page, "kontrakt");
  assert.match((await groups(page)).join(), /^Advarsler \(\d+\),Bemærkninger \(\d+\)$/);
  await at(page, "findings-by-place").click();
  await settles(async () => (await groups(page))[0]?.replace(/ \(\d+\)$/, ""), "Hvad kontrakten siger");
  const places = (await groups(page)).map((group) => group.replace(/ \(\d+\)$/, ""));
  assert.deepEqual(places.filter((place) => place.startsWith("Mål")), ["Mål 1", "Mål 2", "Mål 3", "Mål 4", "Mål 5"]);
  assert.ok(places.indexOf("Resultatløn") > places.indexOf("Produktkrav 13"), places.join());
  await page.locator("#findings-list .finding__severity").first().waitFor();
});

test("each finding leads to what it is about", async ({ page }) => {
  await openContract(page, "priority.json", withWrongPriority());
  await finding(page, "figures-differ").getByRole("link", { name: "Gå til Mål 1" }).click();
  await focused(page, "row-goal-1");
  await at(page, "steps-goal-1").waitFor();

  await goTo(page, "kontrakt");
  await finding(page, "priority-differs").getByRole("link").click();
  await focused(page, "risk-2");
  assert.match(await at(page, "risk-2").innerText(), /kontrakten skriver 5/);

  await goTo(page, "kontrakt");
  await finding(page, "no-maximum-percent").getByRole("link").click();
  await focused(page, "max-percent");

  await goTo(page, "kontrakt");
  await finding(page, "table-span-differs").getByRole("link").click();
  await focused(page, "trend-2");
  assert.equal(await at(page, "place-kontrakt").getAttribute("aria-current"), "page");
});

test("the mark at a goal leads to its findings, and back to all", async ({ page }) => {
  await openExample(page);
  await goTo(page, "kontrakt");
  const all = await listed(page).count();
  const mark = page.locator('.finding-mark[data-goal="goal-2"]');
  const count = Number(await mark.textContent());
  assert.equal(await mark.getAttribute("aria-label"), `${count} fund om Mål 2`);
  await mark.click();
  await focused(page, "findings-list");
  await shows(page, "findings-shown", `${count} af ${all} fund vises`);
  assert.equal(await page.locator('#findings-list .finding[data-goal="goal-2"]').count(), count);
  await at(page, "findings-all").click();
  await focused(page, "findings-words");
  await shows(page, "findings-shown", `${all} af ${all} fund vises`);
});

test("the keyboard alone filters, groups and follows", async ({ page }) => {
  await openExample(page);
  await press(page, "place-kontrakt", { back: true });
  await focused(page, "main-content");
  await tabTo(page, "findings-words");
  await page.keyboard.type("43.347");
  await settles(() => listed(page).count(), 1);
  await tabTo(page, "findings-by-place");
  await page.keyboard.press("Space");
  await settles(() => groups(page).then(String), "Mål 1 (1)");
  await page.keyboard.press("Tab");
  const outline = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement);
    return [document.activeElement.className, style.outlineStyle, Number.parseFloat(style.outlineWidth)];
  });
  assert.equal(outline[0], "finding__lead");
  assert.ok(outline[1] !== "none" && outline[2] >= 2, `the focus is not seen: ${outline}`);
  await page.keyboard.press("Enter");
  await focused(page, "row-goal-1");
});

test("a print of the contract carries every finding, whatever the screen shows", async ({ page }) => {
  await openExample(page);
  await goTo(page, "kontrakt");
  const all = await listed(page).count();
  const texts = await page.locator("#findings-list .finding__message").allTextContents();
  await type(page, "findings-words", "34.7100");
  await settles(() => listed(page).count(), 1);
  await page.emulateMedia({ media: "print" });
  await settles(() => at(page, "findings-print").isVisible(), true);
  const printed = page.locator("#findings-print .finding");
  assert.equal(await printed.count(), all);
  const paper = await at(page, "findings-print").innerText();
  for (const text of texts) assert.ok(paper.includes(text.trim()), `${text} is not on paper`);
  assert.match(paper, /Skriv måltallet i kontrakten/);
  for (const tool of ["findings-words", "findings-list", "findings-open"]) {
    assert.equal(await at(page, tool).isVisible(), false, tool);
  }
  assert.equal(await page.locator(".finding-mark:visible").count(), 0);
});

test("where there is no room beside the contract, a line says what was found and a button opens it", { context: { viewport: NARROW } }, async ({ page }) => {
  await openExample(page);
  await page.evaluate(() => globalThis.scrollTo(0, 2000));
  await goTo(page, "kontrakt");
  await settles(() => at(page, "findings-summary").innerText().then((text) => /^\d+ advarsler, \d+ bemærkninger$/.test(text)), true);
  // Whoever comes from far down another place sees the top of this one.
  const hidden = await page.evaluate(() => (
    document.querySelector("h1").getBoundingClientRect().top < document.querySelector(".in-view").getBoundingClientRect().bottom
  ));
  assert.equal(hidden, false);
  assert.equal(await at(page, "findings-list").isVisible(), false);
  await press(page, "findings-open");
  await settles(() => at(page, "findings-list").isVisible(), true);
  assert.equal(await at(page, "findings-open").getAttribute("aria-expanded"), "true");
  await at(page, "findings-by-place").click();
  for (const lang of ["da", "en"]) {
    await page.locator(`#lang-${lang}`).click();
    await settles(() => page.locator("html").getAttribute("lang"), lang);
    await axe(page);
    assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), lang);
  }
  await at(page, "findings-open").click();
  await settles(() => at(page, "findings-list").isVisible(), false);
  await page.locator('.finding-mark[data-goal="goal-2"]').click();
  await focused(page, "findings-list");
});

test("of many findings the first are shown, and all of them when they are asked for", async ({ page }) => {
  await openContract(page, "many.json", withOpenTargets(900));
  await shows(page, "findings-shown", "901 af 901 fund vises");
  // The note that there are many goals stands in a list of its own.
  await settles(() => listed(page).count(), 26);
  await page.getByRole("button", { name: "Vis alle 900 fund" }).click();
  await settles(() => listed(page).count(), 901);
  await focused(page, "finding-26");
  await at(page, "findings-by-place").click();
  await settles(() => page.locator("#findings-list h3").count(), 40);
  await page.getByRole("button", { name: "Vis alle 901 steder" }).click();
  await settles(() => page.locator("#findings-list h3").count(), 901);
  await focused(page, "finding-40");
  await type(page, "findings-words", "nummer 899");
  await settles(() => listed(page).count(), 1);

  const goals = page.locator("#goal-list .hierarchy ul li");
  assert.equal(await goals.count(), 200);
  await page.getByRole("button", { name: "Vis alle 900 mål" }).click();
  await focused(page, "listed-goal-200");
  assert.equal(await goals.count(), 900);
});

for (const colorScheme of ["light", "dark"]) {
  test(`a goal's findings are accessible, ${colorScheme}`, { context: { colorScheme } }, async ({ page }) => {
    await openExample(page);
    await goTo(page, "kontrakt");
    await page.locator('.finding-mark[data-goal="goal-1"]').click();
    await at(page, "findings-note").click();
    for (const lang of ["da", "en"]) {
      await page.locator(`#lang-${lang}`).click();
      await settles(() => page.locator("html").getAttribute("lang"), lang);
      await axe(page);
    }
  });
}
