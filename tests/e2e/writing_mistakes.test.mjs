// Mistakes on the way, as somebody makes them who writes a first contract: the text stays where it was typed, it is said
// what helps, and nothing that was not meant comes into the contract.

import assert from "node:assert/strict";
import { test } from "./page.mjs";
import { CONTRACT, at, downloaded, focused, goTo, holds, openExample, press, settles, shows } from "./steps.mjs";

/** Begins a contract from nothing, with so many goals. */
async function begin(page, goals) {
  await press(page, "new-contract");
  await press(page, "empty-contract");
  await at(page, "write/title").waitFor();
  await at(page, "station-maal").click();
  for (let place = 0; place < goals; place += 1) {
    await at(page, "add-goal").click();
    await focused(page, `write/goals/${place}/title`);
    await page.keyboard.type(`Mål nummer ${place + 1}`);
  }
}

async function enter(page, field, text) {
  await at(page, `write${field}`).fill(text);
  await page.keyboard.press("Tab");
}

async function saved(page) {
  return JSON.parse((await downloaded(page, () => page.keyboard.press("Control+s"))).text).contract;
}

test("a weight is a range however it is typed, and a word or less than nothing is none", async ({ page }) => {
  await begin(page, 5);
  for (const [place, typed] of ["0-150", "0–150", "op til 150"].entries()) {
    await enter(page, `/goals/${place}/weight`, typed);
    await holds(page, `write/goals/${place}/weight`, "0–150");
  }
  await enter(page, "/goals/3/weight", "hundrede");
  await shows(page, "write/goals/3/weight/said", "Skriv et tal som 150 eller et interval som 0–150");
  await enter(page, "/goals/4/weight", "-5");
  await page.locator("tr.goals__row", { has: at(page, "write/goals/4/weight") }).getByText("under 0").waitFor();
  // Nothing is guessed: what cannot be meant stands in its field, and in no file.
  await holds(page, "write/goals/3/weight", "hundrede");
  await holds(page, "write/goals/4/weight", "-5");
  const weights = (await saved(page)).goals.map(({ weight }) => weight ?? null);
  assert.deepEqual(weights, [{ min: 0, max: 150 }, { min: 0, max: 150 }, { min: 0, max: 150 }, null, null]);
  await at(page, "station-fund").click();
  assert.deepEqual(await page.locator("#waiting li").allTextContents(), ["Mål 4", "Mål 5"]);
  await page.locator("#waiting a").first().click();
  await focused(page, "write/goals/3/weight");
});

test("what waits is listed in the order of the goals", async ({ page }) => {
  await begin(page, 11);
  for (const place of [10, 1, 8]) await enter(page, `/goals/${place}/weight`, "mange");
  await at(page, "station-fund").click();
  await settles(() => page.locator("#waiting li").allTextContents().then((names) => names.join()), "Mål 2,Mål 9,Mål 11");
});

test("a goal with results is removed after it was said, and all of it comes back by undoing, far back too", async ({ page }) => {
  await openExample(page, { assessed: true });
  await goTo(page, "kontrakt");
  await at(page, "edit-contract").click();
  await at(page, "station-maal").click();
  await enter(page, "/goals/1/title", "Et andet navn");
  await at(page, "unfold-goal-1").click();
  await shows(page, "lost-1", "Målet har et svar i en vurdering. Det bliver stående i filen, men tæller ikke med, hvis målet fjernes, eller kravet bliver af en anden slags.");
  await at(page, "remove-goal-1").click();
  await focused(page, "add-goal");
  await holds(page, "write/goals/1/label", "Mål 3");
  for (let place = 0; place < 10; place += 1) await enter(page, `/goals/${place}/title`, `Mål nummer ${place}`);
  for (let back = 0; back < 12; back += 1) await page.keyboard.press("Control+z");
  await holds(page, "write/goals/1/label", "Mål 2");
  await settles(() => page.locator("#undo").isDisabled(), true);
  const contract = await saved(page);
  assert.deepEqual(contract, JSON.parse(CONTRACT));
});

test("the browser's way back and forward goes through the parts, and what is typed stays", async ({ page }) => {
  await openExample(page);
  await goTo(page, "kontrakt");
  await at(page, "edit-contract").click();
  await at(page, "station-maal").click();
  await at(page, "write/goals/0/title").fill("Midt i ordet");
  await page.goBack();
  await page.locator("[id='station-grundlag'][aria-current=step]").waitFor();
  await page.goForward();
  await holds(page, "write/goals/0/title", "Midt i ordet");
});
