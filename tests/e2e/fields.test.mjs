// What cannot be read, or does not fit, is said at the field and in the summary
// at the top, in words that name the correction.

import assert from "node:assert/strict";
import { axe, test } from "./page.mjs";
import { at, begin, enter, focused, goTo, holds, openExample, openGoal, settles, showAll, shows, type } from "./steps.mjs";

const FIGURE = "goal/goal-2/value";
const summary = (page) => page.locator("#error-summary");

// The field, what is typed, what is said about it.
const WRONG = [
  [FIGURE, "ca. 26 tusind", "Skriv et tal som 1.234,5", "Write a number such as 1,234.5"],
  ["goal/product-1/date", "31.02.2009", "Den dag findes ikke", "There is no such day"],
  ["goal/product-3/date", "i december", "Skriv datoen som 30.06.2009", "Write the date as 30 June 2009"],
  ["goal/product-2/points", "151", "Skriv et tal fra 0 til 150", "Write a number from 0 to 150"],
];

test("what is wrong is said at the field and in the summary, in both languages", async ({ page }) => {
  await openExample(page);
  for (const [field, text] of WRONG) await enter(page, field, text);
  for (const [field, , danish] of WRONG) await isSaid(page, field, danish);
  await shows(page, "error-summary-heading", `${WRONG.length} felter skal rettes`);
  await axe(page);
  await page.locator("#lang-en").click();
  for (const [field, , , english] of WRONG) await isSaid(page, field, english);
  // None of it counts.
  await showAll(page, { "score-secured": "0", "score-lost": "0" });
});

test("a line of the summary leads to its field from any place, and goes when the field is right", async ({ page }) => {
  await openExample(page);
  await openGoal(page, "goal-2");
  await enter(page, FIGURE, "ca. 26 tusind");
  await goTo(page, "resultatloen");
  await enter(page, "left-on", "30.06.2010");
  await isSaid(page, "left-on", "Skriv en dag fra 01.01.2009 til 31.12.2009");
  await summary(page).getByRole("link", { name: /^Mål 2: resultat/ }).click();
  await focused(page, FIGURE);
  await summary(page).getByRole("link", { name: /^Sidste tjenestedag/ }).click();
  await focused(page, "left-on");
  await enter(page, "left-on", "30.06.2009");
  await goTo(page, "resultater");
  await enter(page, FIGURE, "26.210");
  await summary(page).waitFor({ state: "detached" });
  await shows(page, "score-secured", "150");
});

test("a number that could be two is asked about", async ({ page }) => {
  await openExample(page);
  const field = "goal/goal-5/value";
  await enter(page, field, "1.234");
  await isSaid(page, field, "Vælg, hvad du mener: 1.234 eller 1,234?");
  const choices = page.getByRole("group", { name: "Hvilket tal mener du?" }).getByRole("button");
  assert.deepEqual(await choices.allTextContents(), ["1.234", "1,234"]);
  await choices.last().click();
  await holds(page, field, "1,234");
  await summary(page).waitFor({ state: "detached" });
  // Where the target makes one reading certain, nobody is asked.
  await enter(page, FIGURE, "26.210");
  await shows(page, "score-secured", "150");
  assert.equal(await summary(page).count(), 0);
});

test("points and an adjustment without a reason ask for one", async ({ page }) => {
  await openExample(page);
  await enter(page, "goal/product-2/points", "120");
  await isSaid(page, "goal/product-2/reason", "Skriv en begrundelse");
  await enter(page, "goal/product-2/reason", "Tidsplanen holdt.");
  await summary(page).waitFor({ state: "detached" });
  await goTo(page, "resultatloen");
  await begin(page, "add-adjustment", "adjustment-value");
  await enter(page, "adjustment-value", "-10");
  await summary(page).getByRole("link", { name: /Skriv en begrundelse/ }).waitFor();
  await enter(page, "adjustment-reason", "Efter samtale.");
  await summary(page).waitFor({ state: "detached" });
});

test("nothing is held against a person who is still typing", async ({ page }) => {
  await openExample(page);
  await type(page, FIGURE, "ca.");
  assert.equal(await summary(page).count(), 0);
  await page.keyboard.press("Tab");
  await summary(page).waitFor();
});

// The words stand at the field, the field points to them, and the summary has them.
async function isSaid(page, field, words) {
  const error = at(page, `${field}/error`);
  await error.getByText(words).waitFor();
  await settles(() => at(page, field).getAttribute("aria-invalid"), "true");
  assert.ok((await at(page, field).getAttribute("aria-describedby")).split(" ").includes(`${field}/error`));
  await summary(page).locator("a", { hasText: words }).first().waitFor();
}
