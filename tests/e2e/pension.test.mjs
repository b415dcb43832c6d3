// What a board decides beside what was computed, and what comes on top where the supplement is pensionable.

import assert from "node:assert/strict";
import { test } from "./page.mjs";
import { at, openFile, shows } from "./steps.mjs";
import { look } from "./look.mjs";

const CONTRACT = {
  format: "resultatkontrakt", version: 1, id: "school", title: "Efterskole",
  points: { total: 100 },
  goals: [{ id: "a", label: "A", title: "Elever", weight: 100, target: { kind: "at_least", value: 100 } }],
  pay: {
    from: "2025-01-01", to: "2025-12-31", points: { institution: 100, individual: 0 }, max_percent: 10, pensionable: true,
  },
};
const ASSESSMENT = {
  format: "resultatvurdering", version: 1, contract: { id: "school" }, by: "department", status: "final",
  results: { a: { value: 100 } }, individual: { overall: 0, reason: "Ingen" },
  pay: { base: [{ title: "Løn", value: 1300000 }] },
};
const CASE = { format: "resultatsag", version: 1, contract: CONTRACT, assessments: [ASSESSMENT] };

test("a pensionable supplement shows its contribution and the sum with it", async ({ page }) => {
  await openFile(page, "school.json", JSON.stringify(CASE));
  await page.getByRole("link", { name: "Resultatløn", exact: true }).click();
  const percent = at(page, "pension-percent");
  await percent.fill("17,3");
  await percent.blur();
  const result = (id) => shows(page, id, expected[id]);
  const expected = { "pay-pension": "22.490,00 kr.", "pay-with-pension": "152.490,00 kr." };
  await result("pay-pension");
  await result("pay-with-pension");

  await page.locator("#add-adjustment").click();
  await at(page, "adjustment-kind").selectOption({ label: "til en procent af det fulde tillæg" });
  const size = at(page, "adjustment-value");
  await size.fill("90");
  await size.blur();
  await shows(page, "pay-adjusted", "117.000,00 kr.");
  await page.getByText("til 90 % af det fulde tillæg", { exact: true }).waitFor();
  assert.deepEqual(await look(page, "pension"), []);
});
