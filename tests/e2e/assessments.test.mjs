// The assessments of the year: begun from one another, locked, compared, and agreed on line by line.

import assert from "node:assert/strict";
import { look } from "./look.mjs";
import { test } from "./page.mjs";
import { at, enter, focused, goTo, goToPart, holds, openExample, openFile, press, save, settles, shows, tabTo } from "./steps.mjs";

/** A second assessment, the department's, that finds goal 2 missed. */
async function secondAssessment(page) {
  await openExample(page, { assessed: true });
  await goToPart(page, "vurderinger");
  await at(page, "start-from-0").click();
  await focused(page, "begin-by");
  assert.equal(await page.locator("#begin-by option:checked").textContent(), "Departementet");
  await at(page, "begin-now").click();
  await at(page, "show-0").waitFor();
  await goTo(page, "resultater");
  await enter(page, "goal/goal-2/value", "29.000");
  await shows(page, "score-secured", "345");
}

test("an assessment begins from another, and the other stays as it was", async ({ page }) => {
  await secondAssessment(page);
  await goToPart(page, "vurderinger");
  assert.equal(await page.locator("#assessments tbody tr").count(), 2);
  await page.locator("#timeline").waitFor();
  assert.match(await page.locator("#events").textContent(), /Begyndt som kopi\. Direktøren · Årsstatus · 15\.01\.2010/);
  await at(page, "show-0").click();
  await shows(page, "score-secured", "495");
  await page.keyboard.press("Control+z");
  const { text } = await save(page);
  assert.equal(JSON.parse(text).assessments.length, 2);
});

test("a locked assessment is read and not changed, and unlocking is recorded", async ({ page }) => {
  await openExample(page, { assessed: true });
  await goToPart(page, "vurderinger");
  await page.locator("#lock-note").fill("Underskrevet af begge");
  await page.locator("#lock").click();
  await page.locator("#locked").waitFor();
  await shows(page, "lock", "Lås op");
  await goTo(page, "resultater");
  assert.equal(await at(page, "goal/goal-2/value").getAttribute("readonly"), "readonly");
  assert.equal(await page.locator("#by").isDisabled(), true);
  assert.deepEqual(await look(page, "locked results"), []);
  await page.locator("#lang-da").click();

  await page.locator("#locked a").click();
  await page.locator("#lock-note").fill("Tastefejl");
  await page.locator("#lock-on").fill("31.02.2010");
  assert.equal(await page.locator("#lock").isDisabled(), true);
  await page.locator("#lock-on").fill("01.02.2010");
  await page.locator("#lock").click();
  await settles(() => page.locator("#locked").count(), 0);
  const events = await page.locator("#events li").allTextContents();
  assert.equal(events.length, 2);
  assert.match(events[0], /^\d\d\.\d\d\.\d{4}: Låst\. Underskrevet af begge$/);
  assert.match(events[1], /^01\.02\.2010: Låst op\. Tastefejl$/);
  const { text } = await save(page);
  assert.deepEqual(JSON.parse(text).assessments[0].events.map(({ kind }) => kind), ["locked", "unlocked"]);
});

test("two assessments are compared, and the agreed one is put together from them", async ({ page }) => {
  await secondAssessment(page);
  await goToPart(page, "sammenlign");
  const read = async (id) => (await at(page, id).textContent()).replaceAll("\u00a0", " ").replaceAll("\u2212", "-");
  assert.equal(await page.locator("#comparison tbody tr").count(), 3);
  assert.match(await read("compared-goal-2"), /26\.210.*29\.000.*-150 point.*-18\.112,50 kr\./s);
  assert.match(await read("compare-whole"), /495.*345.*-150/s);
  await page.locator("#only-differences").uncheck();
  assert.ok(await page.locator("#comparison tbody tr").count() > 18);
  await page.locator("#only-differences").check();

  await page.locator("#make-agreed").click();
  await page.locator("#agreed-intro").waitFor();
  await shows(page, "score-secured", "345");
  for (const side of ["first", "second"]) {
    assert.equal(await at(page, `take-${side}-goal-2`).getAttribute("aria-pressed"), "false");
  }
  await at(page, "take-first-goal-2").click();
  await shows(page, "score-secured", "495");
  assert.equal(await at(page, "take-first-goal-2").getAttribute("aria-pressed"), "true");
  await at(page, "take-second-goal-2").click();
  await shows(page, "score-secured", "345");
  await goTo(page, "resultater");
  await holds(page, "goal/goal-2/value", "29.000");
});

test("it all goes by keyboard alone", async ({ page }) => {
  await openExample(page, { assessed: true });
  await press(page, "place-vurderinger");
  await press(page, "start-from-0");
  await focused(page, "begin-by");
  await press(page, "begin-not");
  await focused(page, "start-from-0");
  await page.keyboard.press("Enter");
  await focused(page, "begin-by");
  await press(page, "begin-now");
  await at(page, "show-0").waitFor();
  await tabTo(page, "lock-note");
  await page.keyboard.type("Sendt");
  await press(page, "lock");
  await page.locator("#locked").waitFor();
  await press(page, "part-sammenlign", { back: true });
  await page.locator("#compare-first").waitFor();
  await press(page, "make-agreed");
  await page.locator("#agreed-intro").waitFor();
});

for (const [width, colorScheme] of [[1280, "light"], [320, "light"], [1280, "dark"], [320, "dark"]]) {
  const context = { viewport: { width, height: 900 }, colorScheme };
  test(`nothing is wrong with it at ${width} px, ${colorScheme}`, { context }, async ({ page }) => {
    await secondAssessment(page);
    await goToPart(page, "vurderinger");
    await page.locator("#timeline").waitFor();
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/list-${width}-${colorScheme}.png`, fullPage: true });
    assert.deepEqual(await look(page, "assessments"), []);
    await at(page, "part-sammenlign").click();
    await page.locator("#make-agreed").click();
    await page.locator("#agreed-intro").waitFor();
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/compare-${width}-${colorScheme}.png`, fullPage: true });
    assert.deepEqual(await look(page, "comparison"), []);
  });
}

test("a file with 200 assessments opens, and what is wrong is said of each", async ({ page }) => {
  await openExample(page, { assessed: true });
  const { text } = await save(page);
  const file = JSON.parse(text);
  const [one] = file.assessments;
  const day = (at) => new Date(Date.UTC(2009, 0, 1 + at)).toISOString().slice(0, 10);
  file.assessments = Array.from({ length: 200 }, (_, at) => ({ ...one, as_of: day(at) }));
  file.assessments[7] = { ...one, contract: { id: "another" } };
  file.assessments[8] = { ...one, results: { ...one.results, "goal-99": { value: 1 }, "product-2": { points: 900 } } };
  await page.locator("#start-over").click();
  await openFile(page, "many.json", JSON.stringify(file));
  await at(page, "goal/goal-2/value").waitFor();
  await goToPart(page, "vurderinger");
  assert.equal(await page.locator("#assessments tbody tr").count(), 200);
  const row = async (at) => page.locator("#assessments tbody tr").nth(at).textContent();
  assert.match(await row(7), /lavet til en anden kontrakt/);
  assert.match(await row(8), /2 bemærkninger/);
  await page.locator("#timeline").waitFor();
  await at(page, "show-8").click();
  await page.locator("#error-summary").waitFor();
  const { text: saved } = await save(page);
  assert.equal(JSON.parse(saved).assessments[8].results["goal-99"].value, 1);
});
