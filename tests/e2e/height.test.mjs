// How much room the head takes: the first goal stands high on the page, what stays in view is small on a telephone, and
// nothing moves once something is typed.

import assert from "node:assert/strict";
import { test } from "./page.mjs";
import { at, enter, kept, openExample, shows } from "./steps.mjs";

const top = (page) => page.locator(".goal-row").first().evaluate((row) => row.getBoundingClientRect().top + scrollY);

/** How high the part of the window is that what stays in view takes once the page is scrolled. */
async function covered(page) {
  await page.evaluate(() => scrollTo(0, 600));
  return page.evaluate(() => {
    const staying = [...document.querySelectorAll("#app *")].filter((one) => getComputedStyle(one).position === "sticky");
    return Math.max(0, ...staying.map((one) => one.getBoundingClientRect().bottom));
  });
}

for (const lang of ["da", "en"]) {
  test(`the first goal stands within 320 px of the top at 1280 by 800: ${lang}`, { context: { viewport: { width: 1280, height: 800 } } }, async ({ page }) => {
    for (const assessed of [false, true]) {
      await page.locator(`#lang-${lang}`).click();
      await openExample(page, { assessed });
      const found = await top(page);
      assert.ok(found <= 320, `${found} px`);
      await at(page, "start-over").click();
    }
  });

  test(`the first goal is on the first screen of a telephone, and 64 px at most stay in view: ${lang}`, { context: { viewport: { width: 390, height: 844 } } }, async ({ page }) => {
    await page.locator(`#lang-${lang}`).click();
    await openExample(page, { assessed: true });
    const row = await page.locator(".goal-row").first().boundingBox();
    assert.ok(row.y + Math.min(row.height, 120) <= 844, `from ${row.y} px`);
    const height = await covered(page);
    assert.ok(height > 0 && height <= 64, `${height} px`);
  });
}

for (const width of [1280, 1024, 800, 390, 320]) {
  test(`the head keeps its height from the first key on at ${width} px`, { context: { viewport: { width, height: 800 } } }, async ({ page }) => {
    await openExample(page);
    const before = await top(page);
    await enter(page, "goal/goal-2/value", "26.210");
    await shows(page, "score-secured", "150");
    assert.equal(await top(page), before);
    await kept(page);
    assert.equal(await top(page), before);
  });
}
