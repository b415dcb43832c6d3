// Every place and every part of one, in both languages, light and dark, on a
// wide and a narrow screen: axe finds nothing, and the page does not scroll
// sideways.

import assert from "node:assert/strict";
import { look } from "./look.mjs";
import { test } from "./page.mjs";
import { CONTRACT, at, begin, enter, focused, goTo, goToPart, openExample, openGoal } from "./steps.mjs";

// The same contract with another requirement and another weight.
const NEXT = {
  name: "ams-2010.json",
  mimeType: "application/json",
  buffer: Buffer.from(CONTRACT.replace('"ams-2009"', '"ams-2010"').replace("26675", "24940").replace('"weight": 75', '"weight": 100')),
};

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 };

const SCREENS = [];
for (const colorScheme of ["light", "dark"]) for (const viewport of [WIDE, NARROW]) SCREENS.push({ colorScheme, viewport });

for (const context of SCREENS) {
  const screen = `${context.colorScheme}, ${context.viewport.width} px wide`;

  test(`every place is accessible, ${screen}`, { context }, async ({ page }) => {
    await at(page, "new-contract").click();
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
    await at(page, "contract-aendringer").click();
    await at(page, "changes-input").setInputFiles(NEXT);
    await at(page, "changes").waitFor();
    found.push(...await look(page, "kontrakt/aendringer"));
    await at(page, "contract-fornyelse").click();
    await at(page, "choice-goal-4").selectOption({ index: 1 });
    await enter(page, "own-goal-4", "1.234");
    found.push(...await look(page, "kontrakt/fornyelse"));
    await at(page, "help").click();
    await at(page, "help-back").waitFor();
    found.push(...await look(page, "hjaelp"));
    assert.deepEqual(found, []);
  });

  test(`every part of the assessments and every paper is accessible, ${screen}`, { context }, async ({ page }) => {
    await openExample(page, { assessed: true });
    await goToPart(page, "vurderinger");
    await at(page, "start-from-0").click();
    await focused(page, "begin-by");
    const found = await look(page, "the question who assesses");
    await at(page, "begin-now").click();
    await at(page, "show-0").waitFor();
    found.push(...await look(page, "vurderinger"));
    for (const part of ["sammenlign", "orientering"]) {
      await goToPart(page, part);
      found.push(...await look(page, part));
    }
    for (const paper of ["resultatoversigt", "orientering", "selvangivelse", "afgoerelse", "maalrapportering", "resultatrevision", "kontrakttjek", "kontraktudkast"]) {
      await goTo(page, "papirer");
      await at(page, `paper-${paper}`).click();
      await page.locator(".paper").waitFor();
      found.push(...await look(page, paper));
    }
    assert.deepEqual(found, []);
  });

  test(`the portfolio is accessible, ${screen}`, { context }, async ({ page }) => {
    await at(page, "to-portfolio").click();
    await at(page, "choose-folder").waitFor();
    const found = await look(page, "portefoelje");
    for (const example of ["copenhagen", "regions"]) {
      await at(page, `portfolio-example-${example}`).click();
      await at(page, "portfolio-read").waitFor();
      if (example === "regions") {
        await at(page, "portfolio-pay").click();
        await at(page, "portfolio-confidential").waitFor();
      }
      found.push(...await look(page, `portefoelje: ${example}`));
      await at(page, "close-portfolio").click();
      await at(page, "portfolio-read").waitFor({ state: "detached" });
    }
    assert.deepEqual(found, []);
  });
}
