// The level that the points come to, in the summary and among what the contract says, in both languages.

import assert from "node:assert/strict";
import { test } from "./page.mjs";
import { at, goTo, openFile, shows } from "./steps.mjs";
import { look } from "./look.mjs";

const rated = (id, weight) => ({
  id, label: id.toUpperCase(), title: `Element ${id}`, weight, target: { kind: "at_least", value: 5 },
  scoring: { rule: "scale", between: "step", steps: [1, 2, 3, 4, 5].map((step) => ({ at: step, share: step / 5 })) },
});
const levels = [[0, 1], [200, 2], [300, 3], [400, 4], [475, 5]];
const CONTRACT = {
  format: "resultatkontrakt", version: 1, id: "levels", title: "Niveauer",
  points: {
    total: 500, bands: levels.map(([from, level]) => ({ at: from, title: `Niveau ${level}` })),
    lowest_when: { not_met: ["a"] },
  },
  goals: [rated("a", 50), rated("b", 50), rated("c", 50), rated("d", 50), rated("e", 300)],
};
const value = (figure) => ({ value: figure });
const ASSESSMENT = {
  format: "resultatvurdering", version: 1, contract: { id: "levels" }, by: "director", status: "final",
  results: { b: value(5), c: value(3), d: value(4), e: value(4) },
};
const CASE = { format: "resultatsag", version: 1, contract: CONTRACT, assessments: [ASSESSMENT] };

test("the level is open until the condition is, and follows what is typed", async ({ page }) => {
  await openFile(page, "levels.json", JSON.stringify(CASE));
  await shows(page, "score-band", "Samlet niveau: Niveau 1 – Niveau 4 (Niveau 1, hvis A ikke er fuldt opfyldt)");
  const field = at(page, "goal/a/value");
  await field.fill("5");
  await field.blur();
  await shows(page, "score-band", "Samlet niveau: Niveau 4");
  await field.fill("4");
  await field.blur();
  await shows(page, "score-band", "Samlet niveau: Niveau 1, fordi A ikke er fuldt opfyldt");
  await page.locator("#lang-en").click();
  await shows(page, "score-band", "Overall level: Niveau 1, because A is not fully met");
  assert.deepEqual(await look(page, "levels"), []);
});

test("the contract says its levels", async ({ page }) => {
  await openFile(page, "levels.json", JSON.stringify(CASE));
  await goTo(page, "kontrakt");
  await page.getByText("Niveau 5: fra 475 point").waitFor();
  await page.getByText("Niveau 1 uanset pointene, hvis A ikke er fuldt opfyldt").waitFor();
});

test("the level fits a telephone", { context: { viewport: { width: 320, height: 640 } } }, async ({ page }) => {
  await openFile(page, "levels.json", JSON.stringify(CASE));
  await at(page, "score-band").waitFor();
  assert.deepEqual(await look(page, "levels"), []);
});
