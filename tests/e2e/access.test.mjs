// Every place, in both languages, light and dark, on a wide and a narrow
// screen: axe finds nothing, and the page does not scroll sideways.

import assert from "node:assert/strict";
import { look } from "./look.mjs";
import { test } from "./page.mjs";
import { begin, enter, goTo, openExample, openGoal } from "./steps.mjs";

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
      for (const place of ["hvad-nu-hvis", "risici", "vurderinger", "afgoerelse", "papirer", "kontrakt"]) {
        await goTo(page, place);
        found.push(...await look(page, place));
      }
      assert.deepEqual(found, []);
    });
  }
}
