// Everything can be undone and made again, by key and by button.

import assert from "node:assert/strict";
import { test } from "./page.mjs";
import { enter, focused, goTo, holds, openExample, settles, shows, type } from "./steps.mjs";

const [FIGURE, DATE, POINTS] = ["goal/goal-2/value", "goal/product-1/date", "goal/product-2/points"];

test("changes in several fields are undone and made again by key", async ({ page }) => {
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  await enter(page, DATE, "20.11.2009");
  await enter(page, POINTS, "120");
  await shows(page, "score-secured", "295");

  await page.keyboard.press("Control+z");
  await holds(page, POINTS, "");
  await shows(page, "score-secured", "175");
  await focused(page, POINTS);
  await page.keyboard.press("Control+z");
  await holds(page, DATE, "");
  await focused(page, DATE);
  await page.keyboard.press("Control+z");
  await holds(page, FIGURE, "");
  await shows(page, "score-secured", "0");

  await page.keyboard.press("Control+Shift+Z");
  await holds(page, FIGURE, "26.210");
  await page.keyboard.press("Control+y");
  await holds(page, DATE, "20.11.2009");
  await page.keyboard.press("Control+Shift+Z");
  await holds(page, POINTS, "120");
  await shows(page, "score-secured", "295");
});

test("changes are undone and made again by button", async ({ page }) => {
  await openExample(page);
  assert.equal(await page.locator("#undo").isDisabled(), true);
  await enter(page, FIGURE, "26.210");
  await enter(page, FIGURE, "26.999");
  await shows(page, "score-lost", "150");
  await page.locator("#undo").click();
  await holds(page, FIGURE, "26.210");
  await page.locator("#undo").click();
  await holds(page, FIGURE, "");
  await settles(() => page.locator("#undo").isDisabled(), true);
  await page.locator("#redo").click();
  await holds(page, FIGURE, "26.210");
  // A new change leaves nothing to be made again.
  await enter(page, DATE, "20.11.2009");
  await settles(() => page.locator("#redo").isDisabled(), true);
});

test("undoing a change of another place shows it there", async ({ page }) => {
  await openExample(page);
  await goTo(page, "resultatloen");
  await enter(page, "overall", "240");
  await goTo(page, "resultater");
  await page.keyboard.press("Control+z");
  await focused(page, "overall");
  await holds(page, "overall", "");
});

test("a word that is being typed is undone as one change", async ({ page }) => {
  await openExample(page);
  await type(page, FIGURE, "26.210");
  await page.keyboard.press("Control+z");
  await holds(page, FIGURE, "");
  await page.keyboard.press("Control+Shift+Z");
  await holds(page, FIGURE, "26.210");
});
