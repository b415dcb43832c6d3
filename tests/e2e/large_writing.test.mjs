// A contract of 2,000 goals is gone through, shared out and compared whole: nothing of it is left out.

import assert from "node:assert/strict";
import { test, until } from "./page.mjs";
import { at, goTo, openFile, press, settles, shows } from "./steps.mjs";

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
  await until(async () => await rows(page, "reviewed-goals") < 150);
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
