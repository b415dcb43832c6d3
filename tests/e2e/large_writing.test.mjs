// A contract of 2,000 goals is gone through, shared out and compared whole: nothing of it is left out.

import assert from "node:assert/strict";
import { test, until } from "./page.mjs";
import { at, focused, goTo, holds, openFile, press, settles, shows, tabTo } from "./steps.mjs";

const GOALS = 2_000;

const CONTRACT = {
  format: "resultatkontrakt",
  version: 1,
  id: "mange-2010",
  language: "da",
  title: "Mange mål 2010",
  institution: "Styrelsen",
  department: "Departementet",
  period: { from: "2010-01-01", to: "2010-12-31" },
  points: { total: 2 * GOALS, decimals: 2 },
  groups: [{ id: "a", title: "Første halvdel" }, { id: "b", title: "Anden halvdel" }],
  goals: Array.from({ length: GOALS }, (_, at) => ({
    id: `g${at + 1}`, label: `Mål ${at + 1}`, group: at < GOALS / 2 ? "a" : "b", title: `Opgave ${at + 1}`, unit: "sager", weight: 1,
    target: at % 2 ? { kind: "at_least", value: 50 } : { kind: "undetermined" },
  })),
};

async function toStation(page, station, contract = CONTRACT) {
  await openFile(page, "mange.json", JSON.stringify(contract));
  await at(page, "goal/g2/value").waitFor();
  await goTo(page, "kontrakt");
  await at(page, "edit-contract").click();
  await at(page, `station-${station}`).click();
  await page.locator(`[id="station-${station}"][aria-current="step"]`).waitFor();
}

const rows = (page, table) => page.locator(`#${table} tbody tr`).count();

/** How many rows are on paper: headings of groups and spaces are none. */
async function printed(page, table) {
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const count = await page.locator(`#${table} tbody tr:not(.goals__group)`).filter({ hasNot: page.locator("svg") }).count();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  return count;
}

test("every goal is reviewed: a few on the screen, all of them on paper and in what is copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await toStation(page, "gennemse");
  await at(page, "reviewed-goals").getByText("Opgave 1", { exact: true }).waitFor();
  await until(async () => await rows(page, "reviewed-goals") < 200);
  assert.equal(await printed(page, "reviewed-goals"), GOALS);
  await press(page, "copy-draft");
  await at(page, "draft-told").waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(text.split("\n").filter((line) => /Opgave \d+/.test(line)).length, GOALS);
});

test("every requirement that is open can be fixed from the review of a locked contract", async ({ page }) => {
  await toStation(page, "gennemse", { ...CONTRACT, locked: { on: "2010-01-01", sha256: "0".repeat(64) } });
  const links = page.locator("#goals-to-fix a");
  await links.first().waitFor();
  await until(async () => await links.count() < 150);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await links.count(), GOALS / 2);
});

test("what the weights lack is shared out to every goal, in one step that is undone as one", async ({ page }) => {
  await toStation(page, "fund");
  await at(page, "mend-weights").waitFor();
  await at(page, "mend-weights").click();
  await shows(page, "weights-sum", "Vægtene giver 4.000 af 4.000 point");
  await at(page, "station-gennemse").click();
  await settles(() => page.locator("#reviewed-goals tbody tr").nth(1).locator("td").nth(3).textContent(), "2");
  await page.keyboard.press("Control+z");
  await shows(page, "weights-sum", "Vægtene giver 2.000 af 4.000 point · mangler 2.000");
});

test("a risk finds its goal among thousands by a part of its name, by keyboard, and a link leads to one that is far down", async ({ page }) => {
  const risk = (at) => ({ goal: `g${at + 1}`, title: `Risiko ${at + 1}`, materiality: 2, vulnerability: 2, ...(at === 150 ? { reviewed: false } : {}) });
  const entries = Array.from({ length: 200 }, (_, at) => risk(at));
  // Without weights there is little to find in the goals.
  const goals = CONTRACT.goals.map(({ weight, ...goal }) => ({ ...goal, target: { kind: "at_least", value: 50 } }));
  await toStation(page, "risici", { ...CONTRACT, points: undefined, goals, risk: { scale: { min: 1, max: 5 }, entries } });
  const goal = at(page, "write/risk/entries/0/goal");
  await goal.waitFor();
  await settles(() => goal.evaluate((list) => list.selectedOptions[0].textContent), "Mål 1: Opgave 1");
  // The goals that are not chosen are not drawn for every risk.
  assert.ok(await page.locator("#station option").count() < 10_000);
  await tabTo(page, "write/risk/entries/0/goal/find");
  await page.keyboard.type("opg g900");
  await settles(() => page.locator(".writing__risk [role=status]").first().textContent(), "1 fundet");
  await page.keyboard.press("Tab");
  await focused(page, "write/risk/entries/0/goal");
  await page.keyboard.press("End");
  await holds(page, "write/risk/entries/0/goal", "g900");
  await page.locator("#risk-matrix .matrix__goal").getByText("Mål 900: Opgave 900").waitFor();
  await at(page, "station-fund").click();
  await page.locator("#station [data-code=risk-not-reviewed] .finding__lead").focus();
  await page.keyboard.press("Enter");
  await focused(page, "write/risk/entries/150/reviewed");
});

test("every finding is counted and listed", async ({ page }) => {
  await toStation(page, "fund");
  const warnings = page.locator("#station section").filter({ has: page.locator(".finding--warning") });
  await warnings.locator("h3").waitFor();
  const count = Number((await warnings.locator("h3").textContent()).match(/[\d.]+/)[0].replace(".", ""));
  assert.ok(count > 900, `${count}`);
  await until(async () => await warnings.locator(".finding").count() < 150);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await warnings.locator(".finding").count(), count);
});

test("every change is counted and listed", async ({ page }) => {
  await toStation(page, "aendringer");
  const before = { ...CONTRACT, id: "mange-2009", goals: CONTRACT.goals.map((goal) => ({ ...goal, weight: 3 })) };
  await page.locator("#changes-input").setInputFiles({ name: "foer.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(before)) });
  await at(page, "changes").waitFor();
  await at(page, "changes-shown").getByText("2.0").waitFor();
  const count = await page.locator("#changes-all").textContent();
  await settles(() => page.locator("#station-aendringer .stations__count").textContent(), count.match(/[\d.]+/)[0]);
  assert.equal(`${await printed(page, "changes")}`, count.match(/[\d.]+/)[0].replace(".", ""));
  assert.ok(Number(count.match(/[\d.]+/)[0].replace(".", "")) >= GOALS, count);
});
