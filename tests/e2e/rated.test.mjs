// Goals that a person rates on a named scale: levels chosen with the keyboard, with their reasons; on paper, in what-if
// and as a table.

import assert from "node:assert/strict";
import { look } from "./look.mjs";
import { test } from "./page.mjs";
import { at, focused, goTo, openFile, shows } from "./steps.mjs";

const level = (id, title, share) => ({ id, title, share });
const goal = (id, title, rest) => ({ id, title, weight: 50, ...rest });
const rated = { target: { kind: "rated", scale: "fulfilment" } };
const CONTRACT = {
  format: "resultatkontrakt", version: 1, id: "rated", title: "Bedømte mål",
  points: { total: 100 },
  scales: [{
    id: "fulfilment", title: "Målopfyldelse",
    levels: [level("not", "Ikke opfyldt", 0), level("partly", "Delvist opfyldt", 0.5), level("full", "Opfyldt", 1)],
  }],
  goals: [
    goal("plan", "Planen følges", rated),
    goal("two", "To skridt", {
      target: { kind: "all_of", parts: [{ id: "first", title: "Første skridt", kind: "rated", scale: "fulfilment" }] },
    }),
  ],
};

test("a level is chosen with the keyboard, and its reason is asked for", async ({ page }) => {
  await openFile(page, "bedømt.json", JSON.stringify(CONTRACT));
  await shows(page, "points-plan", "0–50 / 50");
  const first = at(page, "goal/plan/level");
  await first.focus();
  await page.keyboard.press("Space");
  await shows(page, "points-plan", "0 / 50");
  await page.keyboard.press("ArrowDown");
  await shows(page, "points-plan", "25 / 50");
  await at(page, "row-plan").getByText("Skriv en begrundelse").waitFor();
  await at(page, "goal/plan/reason").fill("Halvdelen er i drift");
  await at(page, "row-plan").getByText("Skriv en begrundelse").waitFor({ state: "detached" });
  await at(page, "goal/plan/level").focus();
  await page.keyboard.press("Enter");
  await focused(page, "goal/two/first/level");
  await at(page, "row-two").getByText("Opfyldt 100").click();
  await shows(page, "points-two", "50 / 50");
  await at(page, "row-plan").getByRole("button", { name: "Ryd svaret" }).click();
  await shows(page, "points-plan", "0–50 / 50");
  assert.deepEqual(await look(page, "rated"), []);
});

test("a rating stands on paper, and what-if names the level that is needed", async ({ page }) => {
  const results = { plan: { level: "partly", reason: "Halvt" } };
  const assessment = {
    format: "resultatvurdering", version: 1, contract: { id: "rated" }, by: "director", status: "final", results,
  };
  const file = { format: "resultatsag", version: 1, contract: CONTRACT, assessments: [assessment] };
  await openFile(page, "bedømt.json", JSON.stringify(file));
  await goTo(page, "papirer");
  await at(page, "paper-selvangivelse").click();
  await page.locator(".paper").getByText("»Delvist opfyldt« = 0,5").first().waitFor();
  await goTo(page, "hvad-nu-hvis");
  await page.locator("#begin-trial").click();
  await page.locator("#trial").waitFor();
  await at(page, "tried-plan").getByText("Delvist opfyldt").first().waitFor();
  assert.equal(await at(page, "tried-plan").getByRole("radio").count(), 3);
});
