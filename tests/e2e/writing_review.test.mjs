// A contract is gone through before it is locked: its papers, its copy for a document, its changes, and addenda afterwards.

import assert from "node:assert/strict";
import { look } from "./look.mjs";
import { test } from "./page.mjs";
import { CONTRACT, at, goTo, openExample, press, settles, shows } from "./steps.mjs";

async function toWriting(page, station, options) {
  await openExample(page, options);
  await goTo(page, "kontrakt");
  await at(page, "edit-contract").click();
  await at(page, `station-${station}`).click();
  await page.locator(`[id="station-${station}"][aria-current="step"]`).waitFor();
}

test("the draft is copied as a table for a document, and as cells for a sheet", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await toWriting(page, "gennemse");
  await at(page, "reviewed-goals").getByText("Strategiske mål").first().waitFor();
  await press(page, "copy-draft");
  await shows(page, "draft-told", "Papiret er kopieret. Sæt det ind i Word.");
  const [html, text] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Promise.all(["text/html", "text/plain"].map(async (kind) => (await item.getType(kind)).text()));
  });
  const plain = (said) => said.replaceAll("\u00a0", " ");
  assert.match(html, /<table/);
  assert.ok(plain(html).includes("Højst 26.675 forløb i december 2009"));
  const row = plain(text).split("\n").find((line) => line.includes("Højst 26.675 forløb i december 2009"));
  assert.equal(row.split("\t").length, 5, row);
  assert.deepEqual(await look(page, "review"), []);
  await at(page, "review-draft").click();
  await page.locator(".paper h1", { hasText: /Kontraktudkast|Draft contract/ }).waitFor();
});

test("changes against a chosen contract are a station of their own, with their count", async ({ page }) => {
  await toWriting(page, "aendringer");
  await at(page, "compare-nothing").waitFor();
  const next = JSON.parse(CONTRACT);
  Object.assign(next, { id: "ams-2010", renews: "ams-2009" });
  next.goals[1].target = { kind: "at_most", value: 24940, measured: "2010-12" };
  await page.locator("#changes-input").setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(next)) });
  await at(page, "changes").getByText("skærpes 6,5").waitFor();
  const rows = await page.locator("#changes tbody tr").count();
  await settles(() => page.locator("#station-aendringer .stations__count").textContent(), String(rows));
  assert.deepEqual(await look(page, "changes"), []);
  await at(page, "station-gennemse").click();
  await at(page, "review-changes").click();
  await page.locator(".paper h1", { hasText: /Ændringsnotat|Note of changes/ }).waitFor();
});

test("once it is locked, what can still be agreed is led to", async ({ page }) => {
  await toWriting(page, "gennemse");
  assert.equal(await at(page, "addenda").count(), 0);
  await press(page, "lock-contract");
  await at(page, "contract-locked").waitFor();
  await at(page, "addenda").getByRole("link", { name: /^Fastsæt kravet: Mål 1/ }).waitFor();
  assert.deepEqual(await look(page, "locked"), []);
  await at(page, "addenda").getByRole("link", { name: /: Mål 1$/ }).click();
  await page.locator("[id='fix-goal-1']").waitFor();
});
