// The duty to inform and the decision: what is listed, what is written and
// decided, that it is undone, saved and opened again, by keyboard alone.

import assert from "node:assert/strict";
import { look } from "./look.mjs";
import { test } from "./page.mjs";
import { at, enter, focused, goTo, goToPart, holds, openExample, openFile, press, save, settles, shows, tabTo, type } from "./steps.mjs";

async function open(page, part) {
  await (part === "orientering" ? goToPart : goTo)(page, part);
}

const listed = (page) => page.locator("[id^=name-of-duty-]").evaluateAll((all) => all.map((one) => one.id.slice("name-of-duty-".length)));

test("the goals that are lost or overdue are listed with their reasons", async ({ page }) => {
  await openExample(page, { assessed: true });
  await open(page, "orientering");
  await shows(page, "count-of-duties", "5 mål skal departementet orienteres om.");
  assert.deepEqual(await listed(page), ["product-2", "product-4", "product-6", "product-11", "product-12"]);
  await at(page, "duty-product-6").getByText("Målet er ikke nået.").waitFor();
  await at(page, "duty-product-12").getByText(/Fristen .* er overskredet/).waitFor();
});

test("a notice is drafted, edited, told, undone, saved and opened again", async ({ page }) => {
  await openExample(page, { assessed: true });
  await open(page, "orientering");
  await press(page, "write-product-6");
  await focused(page, "goal/product-6/notice-cause");
  // The remark on the result and the contract's own measures are the beginning.
  await holds(page, "goal/product-6/notice-cause", "To dage for sent.");
  assert.notEqual(await at(page, "goal/product-6/notice-measures").inputValue(), "");
  await enter(page, "goal/product-6/notice-cause", "Leverandøren var forsinket.");
  await focused(page, "goal/product-6/notice-measures");
  await type(page, "goal/product-6/notice-measures", "Leveres i marts.");
  await page.locator("#other-duty").selectOption("goal-1");
  await press(page, "other-duty-take");
  await focused(page, "goal/goal-1/notice-cause");
  await page.keyboard.type("Krisen.");
  await press(page, "tell");
  await at(page, "tell").waitFor({ state: "detached" });
  assert.match(await at(page, "goal/product-6/notice-on").inputValue(), /^\d\d\.\d\d\.\d{4}$/);
  await open(page, "afgoerelse");
  await page.locator("#events li").getByText("Departementet orienteret").waitFor();
  await page.keyboard.press("Control+z");
  await settles(() => page.locator("#events li").count(), 0);
  await page.keyboard.press("Control+y");
  await settles(() => page.locator("#events li").count(), 1);
  const { text } = await save(page);
  const [assessment] = JSON.parse(text).assessments;
  assert.equal(assessment.results["product-6"].notice.cause, "Leverandøren var forsinket.");
  assert.equal(assessment.results["goal-1"].notice.cause, "Krisen.");
  assert.equal(assessment.events.at(-1).kind, "informed");
  await page.evaluate(() => { location.hash = "#start"; });
  await openFile(page, "sag.json", text);
  await at(page, "goal/goal-2/value").waitFor();
  await open(page, "orientering");
  await holds(page, "goal/product-6/notice-measures", "Leveres i marts.");
});

test("a decision is made with when and where, and the pay follows", async ({ page }) => {
  await openExample(page, { assessed: true });
  await open(page, "afgoerelse");
  const before = await at(page, "decided-earned").textContent();
  await enter(page, "adjustment-value", "-10");
  await enter(page, "adjustment-agreed", "15/1-2010");
  await enter(page, "adjustment-source", "Brev af 15. januar");
  await enter(page, "adjustment-reason", "Manglende opfølgning");
  await holds(page, "adjustment-agreed", "15.01.2010");
  assert.equal(await at(page, "decided-earned").textContent(), before);
  assert.notEqual(await at(page, "decided-adjusted").textContent(), before);
  await page.locator("#lapse-goal").selectOption("goal-3");
  await press(page, "lapse-goal-take");
  await focused(page, "goal/goal-3/lapsed");
  await page.keyboard.type("Aftalt på mødet");
  await enter(page, "goal/goal-3/lapsed-agreed", "01.10.2009");
  await enter(page, "goal/goal-3/lapsed-source", "Referat, punkt 4");
  await enter(page, "event-note", "Afgørelsen er truffet");
  await enter(page, "event-by", "Departementschefen");
  await enter(page, "event-on", "31.02.2010");
  assert.equal(await at(page, "add-event").isDisabled(), true);
  await at(page, "event-on-said").getByText("Den dag findes ikke").waitFor();
  await enter(page, "event-on", "20.01.2010");
  await press(page, "add-event");
  await settles(() => page.locator("#events li").count(), 1);
  await page.locator("#events li").getByText("20.01.2010: Besluttet (Departementschefen). Afgørelsen er truffet").waitFor();
  const { text } = await save(page);
  const [{ pay, results, events }] = JSON.parse(text).assessments;
  assert.deepEqual(pay.adjustment, { percent: -10, reason: "Manglende opfølgning", agreed: "2010-01-15", source: "Brev af 15. januar" });
  assert.deepEqual(results["goal-3"].lapsed, { reason: "Aftalt på mødet", agreed: "2009-10-01", source: "Referat, punkt 4" });
  assert.deepEqual(events, [{ kind: "decided", on: "2010-01-20", by: "Departementschefen", note: "Afgørelsen er truffet" }]);
});

for (const part of ["orientering", "afgoerelse"]) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 320]) {
      test(`${part} is accessible in both languages, ${colorScheme}, ${width} px wide`, { context: { colorScheme } }, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        await openExample(page, { assessed: true });
        await open(page, part);
        if (part === "orientering") await press(page, "write-product-6");
        else await tabTo(page, "adjustment-value");
        assert.deepEqual(await look(page, part), []);
      });
    }
  }
}
