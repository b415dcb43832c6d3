// What the keyboard alone does: shortcuts, the way past the top of the page,
// and a focus that goes on where a button has given way to fields.

import assert from "node:assert/strict";
import { test } from "./page.mjs";
import { at, downloaded, enter, focused, goTo, holds, openExample, press, settles, shows, tabTo } from "./steps.mjs";

test("Ctrl+S saves the file", async ({ page }) => {
  await openExample(page);
  await enter(page, "goal/goal-2/value", "26.210");
  const { text } = await downloaded(page, () => page.keyboard.press("Control+s"));
  assert.match(text, /"value":\s*26210\b/);
});

test("the first link of the page leads past its top", async ({ page }) => {
  await openExample(page);
  await page.evaluate(() => document.activeElement.blur());
  await tabTo(page, "start-over", { back: true });
  await page.keyboard.press("Shift+Tab");
  await settles(() => page.evaluate(() => document.activeElement.className), "skipnav");
  assert.equal(await page.locator(".skipnav").isVisible(), true);
  await page.keyboard.press("Enter");
  await focused(page, "main-content");
});

test("the focus goes on where a button has given way to fields", async ({ page }) => {
  await openExample(page);
  await press(page, "fix-goal-1");
  await settles(() => focusIsIn(page, "row-goal-1"), true);
  await goTo(page, "resultatloen");
  await press(page, "add-adjustment");
  await focused(page, "adjustment-value");
  await page.keyboard.press("Tab");
  await shows(page, "pay-adjusted", "ingen");
});

test("Enter goes to the next empty result, and Shift+Enter back", async ({ page }) => {
  await openExample(page);
  await at(page, "goal/goal-2/value").focus();
  await page.keyboard.type("26.210");
  await page.keyboard.press("Enter");
  await focused(page, "goal/goal-5/baseline");
  await page.keyboard.type("4,1");
  await page.keyboard.press("Enter");
  await focused(page, "goal/goal-5/value");
  await page.keyboard.press("Shift+Enter");
  // The baseline was filled in, and so was the goal above.
  await focused(page, "goal/goal-5/value");
  await holds(page, "goal/goal-2/value", "26.210");
  await page.keyboard.press("ArrowUp");
  await focused(page, "goal/goal-5/baseline");
  await page.keyboard.press("ArrowUp");
  await focused(page, "goal/goal-2/value");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await focused(page, "goal/goal-5/value");
});

test("a figure that is asked about is not left by Enter, and the focus stays in the field once it is answered", async ({ page }) => {
  await openExample(page);
  await at(page, "goal/goal-2/value").focus();
  await page.keyboard.type("26,210");
  await page.keyboard.press("Enter");
  const question = page.locator(".ambiguous button");
  await question.first().waitFor();
  await focused(page, "goal/goal-2/value");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await question.first().waitFor({ state: "detached" });
  await focused(page, "goal/goal-2/value");
  await holds(page, "goal/goal-2/value", "26.210");
  await page.keyboard.press("Enter");
  await focused(page, "goal/goal-5/baseline");
});

test("no button stands between two figures, and the key → leads to the one that opens the row", async ({ page }) => {
  await openExample(page);
  await at(page, "goal/goal-2/value").focus();
  await page.keyboard.type("26.210");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowRight");
  await focused(page, "goal/goal-2/value");
  await page.keyboard.press("ArrowRight");
  await focused(page, "open-goal-2");
  await page.keyboard.press("Enter");
  await at(page, "steps-goal-2").waitFor();
  await page.keyboard.press("ArrowLeft");
  await focused(page, "goal/goal-2/value");
  await at(page, "goal/goal-5/baseline").focus();
  await page.keyboard.press("Tab");
  await focused(page, "goal/goal-5/value");
  await page.keyboard.press("Tab");
  await settles(() => page.evaluate(() => document.activeElement.id.startsWith("goal/")), true);
});

test("whoever goes to another place begins at its top", async ({ page }) => {
  await openExample(page);
  await page.evaluate(() => scrollTo(0, 600));
  await press(page, "place-risici", { back: true });
  await focused(page, "main-content");
  await settles(() => page.evaluate(() => scrollY), 0);
  await page.getByRole("heading", { level: 1, name: "Risici" }).waitFor();
});

test("the question before everything is deleted is reached and left by key", async ({ page }) => {
  await press(page, "delete-all");
  await at(page, "delete-all-dialog").waitFor();
  // A held Enter must not delete: the focus starts on the way back.
  await settles(() => focusIsIn(page, "delete-all-no"), true);
  await page.getByRole("button", { name: "Annuller" }).press("Enter");
  await at(page, "delete-all-dialog").waitFor({ state: "detached" });
});

// Whether the focus is on something within the element with this id.
async function focusIsIn(page, id) {
  return page.evaluate((name) => document.getElementById(name)?.contains(document.activeElement) ?? false, id);
}
