// Goals whose identifiers are anything but plain: a link opens each of them, and no two elements share an `id`.

import assert from "node:assert/strict";
import { test } from "./page.mjs";
import { goTo, openFile, settles, shows } from "./steps.mjs";

const NAMES = [
  "another", "area-x", "first", "overall", "mål 2", "“citat” og \"flere\"", "50 % / år", "🎯 ramt", "<b>&", "a#b?c", "%41", "e\u0301",
];
const CONTRACT = {
  format: "resultatkontrakt", version: 1, id: "odd names", title: "Mærkelige navne",
  period: { from: "2009-01-01", to: "2009-12-31" }, points: { total: 120 },
  goals: NAMES.map((id, place) => ({
    id, title: `Nummer ${place}`, unit: "sager", weight: 10, target: { kind: "at_least", value: place },
  })),
};

/** The ids that more than one element has. */
const shared = (page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll("[id]")].map((element) => element.id);
    return all.filter((id, place) => all.indexOf(id) !== place);
  });

test("a link opens a goal whatever its identifier is", async ({ page }) => {
  await openFile(page, "mærkelig.json", JSON.stringify(CONTRACT));
  await shows(page, "score-total", "af 120 point");
  for (const [place, id] of NAMES.entries()) {
    await page.evaluate((hash) => { location.hash = hash; }, `resultater/${encodeURIComponent(id)}`);
    const row = page.locator(".goal-row", { hasText: `Nummer ${place}` }).first();
    await settles(() => row.locator(".goal-row__open").getAttribute("aria-expanded"), "true");
    const details = await row.locator(".goal-row__open").getAttribute("aria-controls");
    assert.equal(details.split(/\s/).length, 1, details);
    assert.ok(await page.evaluate((id) => document.getElementById(id) !== null, details), details);
  }
  assert.deepEqual(await shared(page), []);
  for (const place of ["vurderinger", "afgoerelse", "papirer", "hvad-nu-hvis", "kontrakt"]) {
    await goTo(page, place);
    assert.deepEqual(await shared(page), [], place);
  }
});

test("a name of any length stands on one line", async ({ page }) => {
  const name = `${"meget ".repeat(20_000)}langt.json`;
  await openFile(page, name, "{");
  const heading = page.locator("#refused");
  await heading.waitFor();
  const text = await heading.textContent();
  assert.ok(text.includes("…") && text.includes("langt.json") && text.length < 5000, `${text.length}`);
});
