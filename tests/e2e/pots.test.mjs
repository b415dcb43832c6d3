// Pots and stages, typed in: each pot a column, each stage a line with both ends while something is open.

import assert from "node:assert/strict";
import { test } from "./page.mjs";
import { at, enter, goTo, goToPart, openFile, openGoal, press, settles, shows } from "./steps.mjs";
import { look } from "./look.mjs";
import { Year } from "./without_mouse.mjs";

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

test("a gate that the open goals cannot close leaves what is certain", async ({ page }) => {
  const goals = [{ id: "a", label: "A", title: "A", weight: 75, target: { kind: "done" } }, judged("b", "B", 25)];
  await openPay(page, goals, {
    pots: [{ id: "all", title: "Ramme", amount: 100000, earned_by: "institution" }],
    stages: [{ id: "least", stage: "gate", when: { fraction_below: 0.7 }, factor: 0 }],
  });
  await at(page, "goal/a/done").focus();
  await page.keyboard.press("Space");
  await toPay(page);
  await shows(page, "pay-earned", "75.000,00–100.000,00 kr.");
});

test("ratings come to points and to a level, and one at the lowest gives the lowest of the whole", async ({ page }) => {
  const person = new Year(page, "da");
  await press(page, "example-ses-ratings");
  await page.locator(".goal-group").first().waitFor();
  const elements = ["change", "people", "business", "coalitions", "results"];
  for (const [goal, place] of [0, 4, 4, 4, 4].entries()) await person.rates(`goal/${elements[goal]}`, place, "Bedømt");
  await shows(page, "score-secured", "460");
  const level = () => at(page, "score-band").textContent();
  await settles(async () => (await level()).startsWith("Samlet niveau: Niveau 1, fordi Element 1"), true);
  assert.deepEqual(await look(page, "ratings"), []);
});

test("a goal's details and a comparison say what it makes of the pay through pots", async ({ page }) => {
  const terms = contract([{ id: "a", label: "A", title: "Rettigheder", weight: 60, target: { kind: "done" } }, judged("b", "B", 40)], {
    pots: [{ id: "all", title: "Ramme", amount: 100000, earned_by: "institution" }],
    stages: [{ id: "least", stage: "gate", when: { fraction_below: 0.5 }, factor: 0.2 }],
  });
  const said = (by, points) => ({
    format: "resultatvurdering", version: 1, contract: { id: "pots" }, by, status: "final",
    results: { a: { done: true }, b: { points, reason: "Vurderet" } },
  });
  const assessments = [said("director", 40), said("department", 10)];
  await openFile(page, "pots.json", JSON.stringify({ format: "resultatsag", version: 1, contract: terms, assessments }));
  await openGoal(page, "a");
  await at(page, "steps-a").getByText("100.000,00 − 8.000,00 = 92.000,00 kr., når alt andet er opfyldt").waitFor();
  await page.locator("#lang-en").click();
  await at(page, "steps-a").getByText("DKK 100,000.00 − 8,000.00 = 92,000.00, where everything else is fulfilled").waitFor();
  assert.deepEqual(await look(page, "own part of the pay"), []);

  await page.locator("#lang-da").click();
  await goToPart(page, "sammenlign");
  await page.locator("#compare-kroner").getByText("Kroner er det, målet gør af resultatlønnen").waitFor();
  const read = async (id) => (await at(page, id).textContent()).replaceAll("\u00a0", " ").replaceAll("\u2212", "-");
  assert.match(await read("compared-b"), /-30 point.*-30\.000,00 kr\./s);
  assert.deepEqual(await look(page, "comparison through pots"), []);

  await page.locator("#lang-da").click();
  await goTo(page, "resultatloen");
  await shows(page, "worth-b", "B4040.000,00 kr.0,00 kr.");
});

test("what must hold says whether no other way takes fewer", async ({ page }) => {
  const done = (id, weight) => ({ id, label: id, title: id, weight, target: { kind: "done" } });
  const goals = [done("A", 40), done("B", 30), done("C", 25), done("D", 5)];
  await openPay(page, goals, {
    pots: [{ id: "all", title: "Ramme", amount: 100000, earned_by: "institution" }],
    stages: [{ id: "least", stage: "gate", when: { not_met: ["D"] }, factor: 0.2 }],
  });
  await goTo(page, "hvad-nu-hvis");
  await page.locator("#needed #wanted").fill("19");
  await page.locator("#plan-way").getByText("ikke nødvendigvis den, der kræver mindst").waitFor();
  await page.locator("#plan-order").selectOption({ index: 1 });
  await page.locator("#plan-way").getByText("Ingen anden vej kræver færre mål").waitFor();
  // All others are a fifth of 95 without D; with D the largest of them is enough.
  assert.deepEqual(await page.locator("#plan tbody tr td:first-child").allTextContents(), ["A A", "D D"]);
});
