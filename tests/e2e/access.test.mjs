// Every place, in both languages, light and dark, on a wide and a narrow
// screen: axe finds nothing, and the page does not scroll sideways.

import assert from "node:assert/strict";
import { test, violations } from "./page.mjs";
import { begin, enter, goTo, openExample, openGoal, settles } from "./steps.mjs";

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 };

for (const colorScheme of ["light", "dark"]) {
  for (const viewport of [WIDE, NARROW]) {
    test(`every place is accessible, ${colorScheme}, ${viewport.width} px wide`, { context: { colorScheme, viewport } }, async ({ page }) => {
      const found = await look(page, "start");
      await openExample(page, { assessed: true });
      for (const goal of ["goal-1", "goal-2", "product-9"]) await openGoal(page, goal);
      await begin(page, "fix-goal-1", "goal/goal-1/addendum-value");
      await enter(page, "goal/product-2/points", "900");
      found.push(...await look(page, "resultater"));
      await goTo(page, "resultatloen");
      await begin(page, "add-adjustment", "adjustment-value");
      await enter(page, "adjustment-value", "-10");
      found.push(...await look(page, "resultatloen"));
      for (const place of ["risici", "kontrakt"]) {
        await goTo(page, place);
        found.push(...await look(page, place));
      }
      assert.deepEqual(found, []);
    });
  }
}

// What is wrong with a place in one language and the other.
async function look(page, place) {
  const found = [];
  for (const lang of ["da", "en"]) {
    await page.locator(`#lang-${lang}`).click();
    await settles(() => page.locator("html").getAttribute("lang"), lang);
    const against = [...await violations(page), ...await tooWide(page)];
    found.push(...against.map((what) => ({ place, lang, what })));
  }
  return found;
}

// The page itself must not scroll sideways; a wide table may, within the page.
async function tooWide(page) {
  return page.evaluate(() => {
    if (document.scrollingElement.scrollWidth <= innerWidth) return [];
    const past = [...document.querySelectorAll("#app *")].filter((element) => (
      element.getBoundingClientRect().right > innerWidth && !element.closest(".scroll")
    ));
    return [`past the edge: ${past.slice(0, 5).map((element) => `${element.localName}.${element.className}`).join(", ")}`];
  });
}
