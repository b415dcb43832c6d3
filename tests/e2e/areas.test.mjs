// Individual areas that are scored one by one: entered by keyboard after the
// last goal, counted in the pay, charted, compared, locked and taken over.

import assert from "node:assert/strict";
import { look } from "./look.mjs";
import { test } from "./page.mjs";
import { CONTRACT, at, enter, focused, goTo, goToPart, holds, openFile, press, save, settles, shows } from "./steps.mjs";

const SICKNESS = "area/sickness/value";

/** The example's contract with two areas of 150 points each. */
function contract() {
  const terms = JSON.parse(CONTRACT);
  terms.pay.individual_rule = "areas";
  terms.pay.areas = [
    { id: "lead", title: "Ledelse", weight: 150, target: { kind: "assessed" } },
    {
      id: "sickness", title: "Sygefravær", weight: 150, unit: "dage", target: { kind: "at_most", value: 8, measured: "2009" },
      history: [{ period: "2006", value: 9.5 }, { period: "2007", value: 9.1 }, { period: "2008", value: 8.7 }],
    },
  ];
  return JSON.stringify(terms);
}

async function open(page) {
  await openFile(page, "områder.json", contract());
  await at(page, SICKNESS).waitFor();
  await enter(page, "as-of", "15.01.2010");
}

test("keys lead on from the last goal into the areas and back", async ({ page }) => {
  await open(page);
  await at(page, "goal/product-13/date").focus();
  await page.keyboard.type("01.08.2009");
  await page.keyboard.press("Enter");
  await focused(page, "area/lead/points");
  await page.keyboard.type("120");
  await page.keyboard.press("Enter");
  await focused(page, SICKNESS);
  await page.keyboard.press("ArrowUp");
  await focused(page, "area/lead/points");
  await page.keyboard.press("ArrowUp");
  await focused(page, "goal/product-13/date");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+Enter");
  await settles(() => page.evaluate(() => document.activeElement.id.startsWith("goal/")), true);
  await holds(page, "area/lead/points", "120");
});

test("what is entered in an area counts in the summary, in its own row and in the pay", async ({ page }) => {
  await open(page);
  await shows(page, "individual-points", "0–300 af 300 point");
  const before = await at(page, "pay-fraction").textContent();
  await enter(page, "area/lead/points", "120");
  await enter(page, "area/lead/reason", "Stærk ledelse");
  await enter(page, SICKNESS, "7,9");
  await shows(page, "individual-points", "270 af 300 point");
  assert.notEqual(await at(page, "pay-fraction").textContent(), before);
  // What is open in the institution is all that is open in the pay now: 270 of 1.000 are certain.
  await shows(page, "pay-fraction", "27–97 %");
  await at(page, "open-area-sickness").or(page.locator("#individual .goal-row__open").nth(1)).first().click();
  await page.locator("#individual svg").first().waitFor();
  assert.deepEqual(await look(page, "areas"), []);
  await page.locator("#lang-da").click();
  await goTo(page, "resultatloen");
  await shows(page, "pay-individual", "270,00");
  await holds(page, SICKNESS, "7,9");
  await enter(page, SICKNESS, "8,2");
  await shows(page, "pay-individual", "120,00");
  await shows(page, "pay-fraction", "12–82 %");
  assert.deepEqual(await look(page, "pay with areas"), []);
});

test("areas are locked with their assessment, and taken over line by line", async ({ page }) => {
  await open(page);
  await enter(page, "area/lead/points", "120");
  await enter(page, "area/lead/reason", "Stærk ledelse");
  await enter(page, SICKNESS, "7,9");
  await goToPart(page, "vurderinger");
  await press(page, "start-from-0");
  await focused(page, "begin-by");
  await press(page, "begin-now");
  await at(page, "show-0").waitFor();
  await goTo(page, "resultater");
  await enter(page, SICKNESS, "8,4");
  await goToPart(page, "sammenlign");
  await at(page, "make-agreed").click();
  await at(page, "agreed-intro").waitFor();
  await at(page, "area-take-first-sickness").click();
  await settles(() => at(page, "area-take-first-sickness").getAttribute("aria-pressed"), "true");
  await goTo(page, "resultater");
  await holds(page, SICKNESS, "7,9");
  await shows(page, "individual-points", "270 af 300 point");
  // The director's own was locked when the department began.
  await goToPart(page, "vurderinger");
  await at(page, "show-0").click();
  await at(page, "locked").waitFor();
  await goTo(page, "resultater");
  assert.equal(await at(page, SICKNESS).getAttribute("readonly"), "readonly");
  assert.equal(await at(page, "area/lead/points").getAttribute("readonly"), "readonly");
  const { text } = await save(page);
  const [director, department, agreed] = JSON.parse(text).assessments;
  assert.deepEqual([director, department, agreed].map((one) => one.individual.areas.sickness.value), [7.9, 8.4, 7.9]);
});
