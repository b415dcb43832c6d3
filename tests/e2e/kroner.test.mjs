// Kroner stand above every place, and go by one key for whoever shows the screen to others.

import assert from "node:assert/strict";
import { start, test } from "./page.mjs";
import { at, goTo, openExample, settles } from "./steps.mjs";

const KRONER = "#pay-earned-summary, #pay-payable-summary";

/** How many of the kroner above the place can be seen. */
const seen = (page) => page.locator(KRONER).evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);

test("F8 hides the kroner above every place, they stay hidden, and F8 brings them back", async ({ page }) => {
  await openExample(page, { assessed: true });
  await settles(async () => await seen(page) > 0, true);
  const percent = await at(page, "pay-fraction").textContent();
  await page.keyboard.press("F8");
  await settles(() => seen(page), 0);
  assert.equal(await at(page, "pay-fraction").textContent(), percent);
  assert.match(await at(page, "hide-kroner").textContent(), /Vis kroner \(F8\)/);
  for (const place of ["kontrakt", "resultater"]) {
    await goTo(page, place);
    assert.equal(await seen(page), 0);
  }
  // In a field as well, and after a reload.
  await start(page);
  await openExample(page, { assessed: true });
  await at(page, "pay-fraction").waitFor();
  assert.equal(await seen(page), 0);
  await at(page, "goal/goal-2/value").press("F8");
  await settles(async () => await seen(page) > 0, true);
});

test("the button does what the key does", async ({ page }) => {
  await openExample(page, { assessed: true });
  await at(page, "hide-kroner").click();
  await settles(() => seen(page), 0);
  await at(page, "hide-kroner").click();
  await settles(async () => await seen(page) > 0, true);
});
