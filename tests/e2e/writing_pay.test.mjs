// The pay agreement is written in the page: pots, stages and areas, by keyboard, and tried before anyone signs.

import assert from "node:assert/strict";
import { look } from "./look.mjs";
import { test } from "./page.mjs";
import { at, downloaded, focused, goTo, holds, openExample, openFile, press, settles, shows, tabTo } from "./steps.mjs";

const judged = (id, title, weight) => ({ id, label: title, title, weight, target: { kind: "assessed" } });
const CONTRACT = {
  format: "resultatkontrakt", version: 1, id: "skole", title: "Rektors resultatlønskontrakt", points: { total: 100 },
  goals: [judged("a", "Indsatser", 60), judged("b", "Resultater", 40)],
  pay: { from: "2015-08-01", to: "2016-07-31", points: { institution: 100, individual: 0 }, max_percent: 10 },
};

async function toPay(page, contract = CONTRACT) {
  await openFile(page, "skole.json", JSON.stringify(contract, null, 2));
  await goTo(page, "kontrakt");
  await at(page, "edit-contract").click();
  await at(page, "station-resultatloen").click();
  await at(page, "write/pay/from").waitFor();
}

/** Goes to a field by the Tab key and types. */
async function fill(page, field, text, options) {
  await tabTo(page, `write/pay${field}`, options);
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
}

/** Chooses by the keys that begin the choice's name. */
async function pick(page, field, letters, code) {
  await tabTo(page, `write/pay${field}`);
  await page.keyboard.type(letters);
  await holds(page, `write/pay${field}`, code);
}

test("two pots, a condition and a cap are written by keyboard and tried with their steps", async ({ page }) => {
  await toPay(page);
  await press(page, "add-pot");
  await focused(page, "write/pay/pots/0/title");
  await page.keyboard.type("Basisramme");
  await holds(page, "write/pay/pots/0/percent", "10");
  await settles(() => at(page, "write/pay/points/institution").count(), 0);
  await fill(page, "/pots/0/amount", "60000,00");
  await page.keyboard.press("Tab");
  await holds(page, "write/pay/pots/0/percent", "");
  await tabTo(page, "write/pay/pots/0/earned_by");
  await page.keyboard.type("B");
  await holds(page, "write/pay/pots/0/earned_by", "goals");
  await press(page, "add-pot");
  await focused(page, "write/pay/pots/1/title");
  await page.keyboard.type("Ekstraramme");
  await fill(page, "/pots/1/amount", "40000,00");
  await tabTo(page, "write/pay/pots/1/earned_by");
  await page.keyboard.type("B");
  await holds(page, "write/pay/pots/1/earned_by", "goals");
  await tabTo(page, "write/pay/pots/1/earned_by/goals");
  await page.keyboard.type("R");
  await press(page, "write/pay/pots/1/earned_by/goals/0/remove", { back: true });

  await press(page, "add-gate");
  await focused(page, "write/pay/stages/0/title");
  await page.keyboard.type("Mindstekrav");
  await fill(page, "/stages/0/when/fraction_below", "70");
  await fill(page, "/stages/0/factor", "50");
  await shows(page, "write/pay/stages/0/said", "Mindstekrav: × 0,5, hvis andelen er under 0,7");
  await press(page, "add-cap");
  await focused(page, "write/pay/stages/1/title");
  await fill(page, "/stages/1/amount", "90000,00");
  await tabTo(page, "try-points-0");
  await page.keyboard.type("60");
  await page.keyboard.press("Tab");
  await page.keyboard.type("34");
  await shows(page, "try-pay", "Aftalen giver 90.000,00 kr. af 100.000,00 kr.");
  await page.locator("#pots").getByText("40.000,00 × 0,85 = 34.000,00").waitFor();
  await at(page, "try-pay-rest").getByText("94.000,00 > 90.000,00 → 90.000,00").waitFor();

  const { text } = await downloaded(page, () => page.keyboard.press("Control+s"));
  const { pay } = JSON.parse(text).contract;
  assert.deepEqual(pay, {
    from: "2015-08-01", to: "2016-07-31",
    pots: [
      { id: "pot-1", title: "Basisramme", amount: 60000, earned_by: { goals: ["a"] } },
      { id: "pot-2", title: "Ekstraramme", amount: 40000, earned_by: { goals: ["b"] } },
    ],
    stages: [
      { id: "stage-1", title: "Mindstekrav", stage: "gate", when: { fraction_below: 0.7 }, factor: 0.5 },
      { id: "stage-2", stage: "cap", amount: 90000 },
    ],
  });
});

test("a pot that goes takes the stages along that name it, and the last one gives the points back; undo brings all again", async ({ page }) => {
  const pay = {
    from: "2015-08-01", to: "2016-07-31",
    pots: [
      { id: "basis", title: "Basisramme", percent: 7, earned_by: "institution" },
      { id: "ekstra", title: "Ekstraramme", amount: 40000, earned_by: { judged: 100 } },
    ],
    stages: [
      { id: "s", stage: "factor", min: 0.8, max: 1.2, pots: ["ekstra"] },
      { id: "t", stage: "curve", steps: [{ at: 0, to: 0 }, { at: 1, to: 1 }], own: "bevares" },
    ],
  };
  await toPay(page, { ...CONTRACT, pay });
  await page.locator("#stages-written").getByText("own: \"bevares\"").waitFor({ state: "attached" });
  await at(page, "write/pay/pots/1/remove").click();
  await settles(() => at(page, "write/pay/stages/1/title").count(), 0);
  await holds(page, "write/pay/stages/0/steps/1/to", "100");
  await at(page, "write/pay/pots/0/remove").click();
  await holds(page, "write/pay/points/institution", "100");
  await holds(page, "write/pay/max_percent", "7");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  const { text } = await downloaded(page, () => page.keyboard.press("Control+s"));
  assert.deepEqual(JSON.parse(text).contract.pay, pay);
});

test("a stage becomes another kind, moves, and is refused where the contract would have a mistake", async ({ page }) => {
  await toPay(page);
  await at(page, "add-factor").click();
  await at(page, "add-curve").click();
  await holds(page, "write/pay/stages/0/min", "0,9");
  await at(page, "write/pay/stages/0/stage").selectOption("cap");
  await holds(page, "write/pay/stages/0/fraction", "100");
  // In kroner it may only come last.
  await at(page, "write/pay/stages/0/amount").fill("90000");
  await page.keyboard.press("Tab");
  await page.locator(".writing__waits").getByText("kroner").first().waitFor();
  await at(page, "write/pay/stages/0/amount").fill("");
  await page.keyboard.press("Tab");
  await at(page, "write/pay/stages/1/up").click();
  await holds(page, "write/pay/stages/0/steps/1/at", "100");
  await pick(page, "/stages/0/stage", "Be", "gate");
  await at(page, "write/pay/stages/0/when").selectOption("not_met");
  await shows(page, "write/pay/stages/0/said", "Betingelse: × 0, hvis Indsatser ikke er fuldt opfyldt");
});

test("the areas of AMS and what assessments lose are told before anything is removed", async ({ page }) => {
  await openExample(page, { assessed: true });
  await goTo(page, "kontrakt");
  await at(page, "edit-contract").click();
  await at(page, "station-resultatloen").click();
  await at(page, "pay-kept").getByText("oplysninger om resultatlønnen").waitFor();
  await at(page, "remove-pay").click();
  await settles(() => at(page, "add-pot").count(), 0);
  await page.keyboard.press("Control+z");
  await at(page, "add-pot").waitFor();
});

for (const viewport of [{ width: 1280, height: 900 }, { width: 320, height: 640 }]) for (const colorScheme of ["light", "dark"]) {
  test(`pots and stages are accessible, ${colorScheme}, ${viewport.width} px wide`, { context: { colorScheme, viewport } }, async ({ page }) => {
    const pots = [
      { id: "basis", title: "Basisramme", amount: 60000, level: "2012-03-31", earned_by: { goals: ["a"] } },
      { id: "ekstra", title: "Ekstraramme", earned_by: { judged: 100 } },
    ];
    const stages = [
      { id: "s", stage: "gate", when: { fewer_met_than: 1, goals: ["a", "b"] }, factor: 0.5, pots: ["basis"] },
      { id: "t", stage: "curve", steps: [{ at: 0.5, to: 0.5 }, { at: 1, to: 1 }] },
      { id: "u", stage: "factor", min: 0.8, max: 1.2 },
      { id: "v", stage: "cap", percent: 10 },
    ];
    await toPay(page, { ...CONTRACT, pay: { from: "2015-08-01", to: "2016-07-31", pots, stages } });
    for (const [field, text] of [["points-0", "60"], ["points-1", "50"], ["base", "800000"], ["regulation", "5"], ["percent-1", "8"], ["factor-2", "1"]]) {
      await at(page, `try-${field}`).fill(text);
    }
    await at(page, "try-pay-rest").waitFor();
    assert.deepEqual(await look(page, "pay"), []);
  });
}
