// Every place, in both languages, light and dark, on a wide and a narrow
// screen: axe finds nothing, and the page does not scroll sideways.

import assert from "node:assert/strict";
import { axe, test } from "./page.mjs";
import { at, enter, goTo, openExample, openGoal, settles } from "./steps.mjs";

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 };

for (const colorScheme of ["light", "dark"]) {
  for (const viewport of [WIDE, NARROW]) {
    test(`every place is accessible, ${colorScheme}, ${viewport.width} px wide`, { context: { colorScheme, viewport } }, async ({ page }) => {
      await isAccessible(page);
      await openExample(page, { assessed: true });
      for (const goal of ["goal-1", "goal-2", "product-9"]) await openGoal(page, goal);
      await at(page, "fix-goal-1").click();
      await isAccessible(page);
      await goTo(page, "resultatloen");
      await page.locator("#add-adjustment").click();
      await enter(page, "adjustment-value", "-10");
      await isAccessible(page);
      for (const place of ["risici", "kontrakt"]) {
        await goTo(page, place);
        await isAccessible(page);
      }
    });
  }
}

async function isAccessible(page) {
  for (const lang of ["da", "en"]) {
    await page.locator(`#lang-${lang}`).click();
    await settles(() => page.locator("html").getAttribute("lang"), lang);
    await axe(page);
    const { wide, shown } = await page.evaluate(() => ({
      wide: document.scrollingElement.scrollWidth,
      shown: innerWidth,
    }));
    assert.ok(wide <= shown, `the page is ${wide} px wide where ${shown} px are shown, at ${page.url()}`);
  }
}
