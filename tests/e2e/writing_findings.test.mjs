// What was found in a contract that is being written: it leads to its field, and is mended where one click is enough.

import assert from "node:assert/strict";
import { test } from "./page.mjs";
import { at, focused, goTo, openFile, settles, shows } from "./steps.mjs";

const goal = (id, weight, rest = {}) => ({ id, label: `Mål ${id}`, title: `Mål ${id}`, weight, target: { kind: "at_most", value: 5 }, ...rest });
const CONTRACT = {
  format: "resultatkontrakt", version: 1, id: "fund", title: "Kontrakt 2010", institution: "Styrelsen",
  period: { from: "2010-01-01", to: "2010-12-31" }, points: { total: 1000 },
  goals: [goal("1", 465, { unit: "sager" }), goal("2", 500)],
  pay: {
    from: "2010-01-01", to: "2010-12-31", points: { institution: 700, individual: 300 }, max_percent: 10, individual_rule: "areas",
    areas: [{ id: "x", title: "Ledelse", weight: 250, target: { kind: "assessed" } }],
  },
  risk: { scale: { min: 1, max: 5 }, entries: [
    { goal: "1", title: "Sygdom", materiality: 2, vulnerability: 2, reviewed: false },
    { goal: "1", title: "Sygdom", materiality: 2, vulnerability: 2 },
  ] },
};

async function toFindings(page, contract = CONTRACT) {
  await openFile(page, "fund.json", JSON.stringify(contract));
  await goTo(page, "kontrakt");
  await at(page, "edit-contract").click();
  await at(page, "station-fund").click();
  await page.locator("[id=station-fund][aria-current=step]").waitFor();
}

const found = (page, code) => page.locator(`#station [data-code=${code}]`);

test("the weights are shared out, or the total follows them", async ({ page }) => {
  await toFindings(page);
  await shows(page, "mend-weights", "Fordel 35 point på målene");
  await at(page, "mend-weights").click();
  await shows(page, "weights-sum", "Vægtene giver 1.000 af 1.000 point");
  await settles(() => found(page, "weights-do-not-sum").count(), 0);
  await focused(page, "station");
  await page.keyboard.press("Control+z");
  await shows(page, "weights-sum", "Vægtene giver 965 af 1.000 point · mangler 35");
  await shows(page, "mend-total", "Sæt point i alt til 965");
  await at(page, "mend-total").click();
  await shows(page, "weights-sum", "Vægtene giver 965 af 965 point");
});

test("the parts of the pay are made to fit, a repetition is removed, and a risk is marked as reviewed", async ({ page }) => {
  await toFindings(page);
  await shows(page, "mend-individual", "Sæt de individuelle point til 250");
  await at(page, "mend-individual").click();
  await settles(() => found(page, "areas-do-not-sum").count(), 0);
  await found(page, "listed-twice").getByRole("button", { name: "Fjern gentagelsen" }).click();
  await settles(() => found(page, "listed-twice").count(), 0);
  await found(page, "risk-not-reviewed").getByRole("button", { name: "Risikoen er gennemgået" }).click();
  await settles(() => found(page, "risk-not-reviewed").count(), 0);
});

test("a finding leads to its field, in the goals and in the other stations, by keyboard too", async ({ page }) => {
  await toFindings(page);
  for (const [code, field] of [
    ["unit-missing", "write/goals/1/unit"],
    ["areas-do-not-sum", "write/pay/points/individual"],
    ["risk-not-reviewed", "write/risk/entries/0/reviewed"],
    ["weights-do-not-sum", "write/points/total"],
  ]) {
    await found(page, code).locator(".finding__lead").first().focus();
    await page.keyboard.press("Enter");
    await focused(page, field);
    await at(page, "station-fund").click();
    await found(page, code).first().waitFor();
  }
});

test("a contract that is locked offers no way out but to unlock it", async ({ page }) => {
  await toFindings(page, { ...CONTRACT, locked: { on: "2010-01-01", sha256: "0".repeat(64) } });
  await found(page, "weights-do-not-sum").waitFor();
  assert.equal(await at(page, "mend-weights").count() + await at(page, "mend-total").count(), 0);
});
