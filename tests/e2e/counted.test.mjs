// Results from two counts: typed one after the other, with the figure beside them, or given as a figure.

import assert from "node:assert/strict";
import { look } from "./look.mjs";
import { test } from "./page.mjs";
import { at, focused, holds, openFile, openGoal, shows } from "./steps.mjs";

const CONTRACT = {
  format: "resultatkontrakt", version: 1, id: "counted", title: "Optalte mål",
  points: { total: 100 },
  goals: [{
    id: "cases", title: "Sager til tiden", weight: 100, unit: "pct.", target: { kind: "at_least", value: 95 },
    ratio: { numerator: "Sager til tiden", denominator: "Sager i alt", decimals: 1, percent: true },
  }],
};

const [NUMERATOR, DENOMINATOR, FIGURE] = ["numerator", "denominator", "value"].map((field) => `goal/cases/${field}`);

test("two counts give the figure, and a figure takes their place", async ({ page }) => {
  await openFile(page, "optalt.json", JSON.stringify(CONTRACT));
  await at(page, NUMERATOR).focus();
  await page.keyboard.type("950");
  await page.keyboard.press("Enter");
  await focused(page, DENOMINATOR);
  await page.keyboard.type("1000");
  await page.keyboard.press("Tab");
  await at(page, "row-cases").getByText("= 95,0 pct.").waitFor();
  await shows(page, "points-cases", "100 / 100");
  assert.equal(await at(page, FIGURE).count(), 0);
  await openGoal(page, "cases");
  await at(page, "steps-cases").getByText("950 / 1.000 × 100 = 95").waitFor();
  assert.deepEqual(await look(page, "counted"), []);
  await page.locator("#lang-da").click();

  await at(page, DENOMINATOR).fill("0");
  await page.keyboard.press("Tab");
  await at(page, `${DENOMINATOR}/error`).getByText("Der kan ikke deles med 0").waitFor();
  await shows(page, "points-cases", "0–100 / 100");
  await at(page, DENOMINATOR).fill("");
  await at(page, NUMERATOR).fill("");
  await at(page, FIGURE).fill("94,9");
  await page.keyboard.press("Tab");
  await shows(page, "points-cases", "0 / 100");
  await at(page, NUMERATOR).fill("960");
  await holds(page, NUMERATOR, "960");
  await shows(page, "points-cases", "0–100 / 100");
});

test("two counts that give an odd figure are asked about before they count", async ({ page }) => {
  await openFile(page, "optalt.json", JSON.stringify(CONTRACT));
  await at(page, NUMERATOR).fill("950");
  await at(page, DENOMINATOR).fill("100");
  await page.keyboard.press("Tab");
  await at(page, `${DENOMINATOR}/error`).getByText("100 giver resultatet 950, som næppe er rigtigt. Mente du 1.000?").waitFor();
  await shows(page, "points-cases", "0–100 / 100");
  await at(page, "row-cases").getByRole("button", { name: "1.000", exact: true }).click();
  await shows(page, "points-cases", "100 / 100");
  assert.deepEqual(await look(page, "counted-odd"), []);
});
