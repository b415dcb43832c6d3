// Where to look first: what is open, with a risk and without one; what is
// settled is folded.

import assert from "node:assert/strict";
import { axe, test } from "./page.mjs";
import { at, focused, goTo, openExample, press, settles, shows } from "./steps.mjs";

test("open goals without a risk are listed with their points, and settled risks are folded", async ({ page }) => {
  await openExample(page, { assessed: true });
  await goTo(page, "risici");
  await shows(page, "without-risk-sum", "4 mål har ingen risiko i kontrakten. 375 point er åbne.");
  assert.equal(await page.locator("#without-risk tbody tr").count(), 4);
  assert.match(await page.locator("#without-risk").innerText(), /Mål 1.*125/s);
  assert.equal(await page.locator("#settled-risk-list").isVisible(), false);
  const open = await page.locator("#risk-list tbody tr").count();
  await axe(page);
  await press(page, "risks-settled-summary");
  const settled = await page.locator("#settled-risk-list tbody tr").count();
  assert.equal(open + settled, 15);
  await axe(page);
  await page.locator("#without-risk a").first().click();
  await focused(page, "row-goal-1");
});

test("the matrix says what each goal is about", async ({ page }) => {
  await openExample(page);
  await goTo(page, "risici");
  const chips = await page.locator("#risk-matrix .matrix__goal").allInnerTexts();
  assert.ok(chips.length > 10 && chips.every((chip) => chip.includes(": ")), chips.join());
  await settles(() => page.locator("#risks-settled").count(), 0);
});
