// A case that was saved as a file and opened elsewhere has lost nothing.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { elsewhere, test } from "./page.mjs";
import { CONTRACT, TITLE, at, begin, downloaded, enter, goTo, holds, kept, openExample, openFile, openGoal, save, showAll } from "./steps.mjs";

// The most that the page opens, in bytes.
const LIMIT = 8 * 1024 * 1024;

// The native command, which `cargo xtask test` builds before these tests.
const TARGET = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL("../../target", import.meta.url));
const KONTRAKT = join(TARGET, "debug", "kontrakt");

// Signs that a file could trip over: quotation marks, angle brackets, letters
// outside Latin, a line break.
const NOTE = "Målt »to gange« \\ \"Jobindsats\" <b>& ☃";

const RESULTS = {
  "goal/goal-2/value": "26.210",
  "goal/product-2/points": "120,25",
  "goal/product-2/reason": "Overgangen kostede aktivitet; æøå.",
  "goal/product-4/live/date": "12.01.2010",
  "goal/goal-2/note": NOTE,
  "goal/goal-2/evidence": "Jobindsats.dk, trukket 15.01.2010",
};

const PAY = {
  "overall": "240",
  "overall-reason": "Stærkt bidrag.",
  "base/0/title": "Lønrammeløn og varige tillæg",
  "base/0/value": "1.150.000,10",
  "max-percent": "15",
  "adjustment-value": "-10",
  "adjustment-reason": "Sygefraværet faldt ikke.",
  "left-on": "30.06.2009",
  "holiday-percent": "1,5",
};

// What these fields show when they have been left.
const AS_WRITTEN = { "adjustment-value": "−10" };

test("what was saved as a file is all there when it is opened elsewhere", async ({ page }) => {
  await openExample(page);
  await openGoal(page, "goal-2");
  for (const [field, text] of Object.entries(RESULTS)) await enter(page, field, text);
  await goTo(page, "resultatloen");
  await begin(page, "add-base-line", "base/0/title");
  await begin(page, "add-adjustment", "adjustment-value");
  for (const [field, text] of Object.entries(PAY)) await enter(page, field, text);
  const figures = await payFigures(page);
  assert.match(figures["pay-payable"], /^\d[\d.]*,\d\d–\d[\d.]*,\d\d\skr\.$/);
  const file = await save(page);
  assert.match(file.name, /^ams-2009-vurdering-\d{4}-\d\d-\d\d\.json$/);

  await elsewhere(async ({ page: other }) => {
    await openFile(other, file.name, file.text);
    await openGoal(other, "goal-2");
    for (const [field, text] of Object.entries(RESULTS)) await holds(other, field, text);
    await goTo(other, "resultatloen");
    for (const [field, text] of Object.entries({ ...PAY, ...AS_WRITTEN })) await holds(other, field, text);
    await showAll(other, figures);
    const again = await save(other);
    assert.equal(again.text, file.text);
  });
});

test("the file holds the contract word for word and its numbers exactly", async ({ page }) => {
  await openExample(page);
  await enter(page, "goal/goal-2/value", "26.210,000000001");
  // All known figures are whole: the page asks whether this one is meant.
  await page.getByRole("button", { name: "26.210,000000001 er rigtigt" }).click();
  await goTo(page, "resultatloen");
  await begin(page, "add-base-line", "base/0/title");
  await enter(page, "base/0/value", "1.150.000,10");
  const { text } = await save(page);

  assert.ok(text.includes(CONTRACT.trim()));
  assert.match(text, /"value":\s*26210\.000000001\b/);
  assert.match(text, /"value":\s*1150000\.1\b/);
  const saved = JSON.parse(text);
  assert.deepEqual(saved.contract, JSON.parse(CONTRACT));
  assert.equal(saved.contract.title, TITLE);
});


test("the command works out the saved file to the same figures", async ({ page }) => {
  await openExample(page, { assessed: true });
  await goTo(page, "resultatloen");
  await showAll(page, { "score-secured": "495", "score-lost": "105", "pay-payable": "50.169,85–74.121,36 kr." });
  const { text } = await save(page);
  const { institution, pay } = await scored(text);
  assert.deepEqual([institution.secured, institution.lost, institution.open], ["495", "105", "400"]);
  assert.deepEqual(pay.payable, { min: "50169.85", max: "74121.36" });
});

// What the native command makes of a case file.
async function scored(text) {
  const folder = await mkdtemp(join(tmpdir(), "kontrakt-"));
  try {
    const file = join(folder, "sag.json");
    await writeFile(file, text);
    const { stdout } = await promisify(execFile)(KONTRAKT, ["score", "--json", file]);
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function payFigures(page) {
  const ids = ["score-secured", "score-open", "pay-points", "pay-earned", "pay-adjusted", "pay-payable", "pay-holiday"];
  const pairs = ids.map(async (id) => [id, (await at(page, id).textContent()).replaceAll("\u00a0", " ")]);
  return Object.fromEntries(await Promise.all(pairs));
}

test("a text that cannot be read is saved, and the field asks again", async ({ page }) => {
  await openExample(page);
  await enter(page, "goal/goal-2/value", "12,5 (fore");
  const file = await save(page);
  await elsewhere(async ({ page: other }) => {
    await openFile(other, file.name, file.text);
    await holds(other, "goal/goal-2/value", "12,5 (fore");
    assert.equal(await at(other, "goal/goal-2/value").getAttribute("aria-invalid"), "true");
  });
});

test("a case that the page could not open again is saved on request only, and its draft is there all the same", async ({ page }) => {
  const contract = JSON.stringify(JSON.parse(CONTRACT));
  const fill = "a".repeat(LIMIT - Buffer.byteLength(contract) - 20);
  await openFile(page, "stor.json", contract.replace("{", `{"fyld":"${fill}",`));
  await enter(page, "goal/goal-2/value", "26.210");
  await kept(page);
  await at(page, "save-file").click();
  await page.locator("#message", { hasText: "Sagen er ikke gemt: filen ville fylde mere end de 8 MB" }).waitFor();
  const file = await downloaded(page, () => at(page, "save-again").click());
  assert.ok(Buffer.byteLength(file.text) > LIMIT);
  await page.reload();
  await page.locator("#drafts button").first().click();
  await holds(page, "goal/goal-2/value", "26.210");
});
