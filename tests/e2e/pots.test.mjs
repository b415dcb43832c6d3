// Pots and stages, typed in: each pot a column, each stage a line with both ends while something is open.

import assert from "node:assert/strict";
import { test } from "./page.mjs";
import { at, enter, openFile, shows } from "./steps.mjs";
import { look } from "./look.mjs";

const judged = (id, title, weight) => ({ id, label: title, title, weight, target: { kind: "assessed" } });

/** A contract with these goals and this pay, without an assessment of it. */
function contract(goals, pay) {
  return {
    format: "resultatkontrakt", version: 1, id: "pots", title: "Rektors resultatlønskontrakt", points: { total: 100 }, goals,
    pay: { from: "2015-08-01", to: "2016-07-31", ...pay },
  };
}

async function openPay(page, goals, pay) {
  await openFile(page, "pots.json", JSON.stringify(contract(goals, pay)));
}

async function toPay(page) {
  await page.getByRole("link", { name: "Resultatløn", exact: true }).click();
}


test("a basic frame and an extra frame are earned each by its goals", async ({ page }) => {
  await openPay(page, [judged("a", "Indsatser", 60), judged("b", "Resultater", 40)], {
    pots: [
      { id: "basis", title: "Basisramme", amount: 60000, earned_by: { goals: ["a"] } },
      { id: "ekstra", title: "Ekstraramme", amount: 40000, earned_by: { goals: ["b"] } },
    ],
  });
  await enter(page, "goal/a/points", "60");
  await enter(page, "goal/b/points", "34");
  await toPay(page);
  await shows(page, "pay-earned", "94.000,00 kr.");
  const columns = page.locator("#pots thead th");
  assert.deepEqual(await columns.allTextContents(), ["Trin", "Basisramme", "Ekstraramme"]);
  await page.locator("#pots").getByText("40.000,00 × 0,85 = 34.000,00").waitFor();
  await page.getByText("60.000,00 + 34.000,00 = 94.000,00").waitFor();
  assert.deepEqual(await look(page, "pots"), []);
});

test("a gate is open while the fraction may pass it", async ({ page }) => {
  const goals = [{ id: "a", label: "A", title: "A", weight: 60, target: { kind: "done" } }, judged("b", "B", 40)];
  await openPay(page, goals, {
    pots: [{ id: "all", title: "Ramme", amount: 100000, earned_by: "institution" }],
    stages: [
      { id: "least", stage: "gate", title: "Mindstekrav", when: { fraction_below: 0.7 }, factor: 0 },
      { id: "judgement", stage: "factor", title: "Skøn", min: 0.9, max: 1.1 },
    ],
  });
  await at(page, "goal/a/done").focus();
  await page.keyboard.press("Space");
  await toPay(page);
  await enter(page, "stage/judgement/factor", "1");
  await enter(page, "stage/judgement/reason", "Uændret");
  await shows(page, "pay-earned", "0,00–100.000,00 kr.");
  await page.locator("#pots").getByText("mindst gælder → 0,6 × 0 = 0").waitFor();
  await page.locator("#pots").getByText("højst gælder ikke → 1").waitFor();

  await enter(page, "stage/judgement/factor", "1,2");
  await page.getByText("fra 0,9 til 1,1").first().waitFor();
  await shows(page, "pay-earned", "0,00–110.000,00 kr.");
  assert.deepEqual(await look(page, "gate"), []);
});

test("an amount of an older level waits for its regulation, and the pension comes on top", async ({ page }) => {
  await openPay(page, [judged("a", "A", 100)], {
    pensionable: true, pension_percent: 17.3,
    pots: [{ id: "all", title: "Resultatløn", amount: 130000, level: "2012-03-31", earned_by: "institution" }],
  });
  await enter(page, "goal/a/points", "100");
  await toPay(page);
  await shows(page, "pay-earned", "–");
  await enter(page, "regulation-percent", "0");
  await shows(page, "pay-pension", "22.490,00 kr.");
  await shows(page, "pay-with-pension", "152.490,00 kr.");
});
