// What a contract carries besides its scores: a budget with parts, totals, units,
// outcomes, kinds of reports, and figures of a part's own.

import assert from "node:assert/strict";
import { look } from "./look.mjs";
import { test } from "./page.mjs";
import { at, goTo, openFile, openGoal } from "./steps.mjs";

const figures = (...values) => values.map((value, place) => ({ period: String(2003 + place), value }));
const share = (id, title, baseline) => ({
  id, title, unit: "pct.", kind: "at_least", baseline: { period: "2002" }, percent: 25,
  history: [{ period: "2001", value: baseline - 1 }, { period: "2002", value: baseline }],
  guidelines: [{ period: "2004", value: baseline * 2 }],
});
const CONTRACT = {
  format: "resultatkontrakt", version: 1, id: "carried", title: "Det hele",
  goals: [{
    id: "growth", label: "B.1", title: "Vækst", unit: "sager", history: [{ period: "2002", value: 500 }],
    target: { kind: "all_of", parts: [share("east", "Øst", 40), share("west", "Vest", 60)] },
  }],
  purposes: [
    { id: "p1", title: "Drift", appropriation: { value: 84.5, unit: "mio. kr." } },
    { id: "p2", title: "Udvikling", appropriation: { value: 8.2, unit: "mio. kr." } },
  ],
  budget: {
    unit: "mio. kr.", price_level: 2003, source: "Tabel 1",
    columns: [{ period: "2003", label: "FL" }, { period: "2004", label: "BO1" }],
    lines: [
      { id: "net", title: "Nettoudgifter", values: figures(116.2, 112.8) },
      { id: "wages", part_of: "net", title: "Løn", values: figures(74.4, 72.4) },
      { part_of: "wages", title: "Overarbejde", values: figures(1.5) },
    ],
  },
  sums: [
    {
      id: "proposals", title: "Forslag", unit: "forslag", total: 169, complete: false, note: "Resten følger",
      parts: [{ title: "Gennemført", value: 44 }, { title: "I gang", value: 32 }],
    },
    { id: "grants", title: "Bevillinger", unit: "mio. kr.", total: 92.7, of: "appropriations" },
  ],
  units: [{ id: "u1", title: "Jobcenter Nord" }, { id: "u2", title: "Jobcenter Syd" }],
  outcomes: [{ id: "o1", title: "Færre klager", goal: "growth", value: -17, unit: "pct.", note: "Samlet" }],
  reporting: [
    { id: "r1", title: "Halvårsstatus", kind: "status", date: "2003-10-01" },
    { id: "r2", title: "Væsentlige ændringer", kind: "notice", note: "Straks" },
  ],
};

/** The rows of a table as texts, cells parted by a bar. */
const rows = (table) =>
  table.locator("tr").evaluateAll((all) =>
    all.map((row) => [...row.cells].map((cell) => cell.innerText.trim().replace(/\s+/g, " ")).join(" | ")));

test("a contract shows what it carries besides scores", async ({ page }) => {
  await openFile(page, "carried.json", JSON.stringify(CONTRACT));
  await openGoal(page, "growth");
  const details = at(page, "details-growth");
  for (const part of ["Øst", "Vest"]) await details.getByText(part, { exact: true }).first().waitFor();
  assert.equal(await details.locator("svg").count(), 2, "each part has its own picture");
  await details.getByText("Vis som tabel").first().click();
  const table = details.getByRole("table", { name: "Øst" });
  assert.deepEqual(await rows(table), [
    "Periode | Art | pct.", "2001 | Nået | 39", "2002 | Nået | 40", "– | Krav | ≥ 50", "2004 | Sigtelinje | 80",
  ]);

  await goTo(page, "kontrakt");
  assert.deepEqual(await rows(page.locator("#budget table")), [
    " | 2003 FL | 2004 BO1",
    "Nettoudgifter | 116,2 | 112,8",
    "Løn | 74,4 | 72,4",
    "Overarbejde | 1,5 | –",
  ]);
  const indents = await page.locator("#budget tbody th span").evaluateAll((all) =>
    all.map((one) => Number.parseFloat(getComputedStyle(one).paddingLeft)));
  assert.ok(indents[0] === 0 && indents[1] > 0 && indents[2] > indents[1], indents.join());
  const [proposals, grants] = await page.locator("#sums table").all();
  assert.deepEqual(await rows(proposals), [
    "Gennemført | 44 forslag", "I gang | 32 forslag", "Ikke specificeret | 93 forslag", "I alt | 169 forslag",
  ]);
  assert.deepEqual(await rows(grants), ["Drift | 84,5 mio. kr.", "Udvikling | 8,2 mio. kr.", "I alt | 92,7 mio. kr."]);
  for (const text of [
    "Jobcenter Nord", "Færre klager: −17 pct. (B.1). Samlet", "Status: Halvårsstatus, 01.10.2003",
    "Underretning: Væsentlige ændringer. Straks", "Resten følger",
  ]) await page.getByText(text, { exact: true }).waitFor();
});

test("parts that exceed a budget line and a total that does not add up are found", async ({ page }) => {
  const contract = structuredClone(CONTRACT);
  contract.budget.lines[1].values[1].value = 112.9;
  contract.sums[1].total = 100.8;
  await openFile(page, "carried.json", JSON.stringify(contract));
  await goTo(page, "kontrakt");
  await page.locator("#findings-list").getByText("»Nettoudgifter«, 2004: delene giver 112,9 tilsammen, men linjen siger 112,8 (Tabel 1).").waitFor();
  await page.locator("#findings-list").getByText("»Bevillinger«: delene giver 92,7 tilsammen, men totalen siger 100,8.").waitFor();
});

test("what is carried is accessible on a narrow screen", { context: { viewport: { width: 320, height: 640 } } }, async ({ page }) => {
  await openFile(page, "carried.json", JSON.stringify(CONTRACT));
  await openGoal(page, "growth");
  const found = await look(page, "resultater");
  await goTo(page, "kontrakt");
  found.push(...await look(page, "kontrakt"));
  assert.deepEqual(found, []);
});
