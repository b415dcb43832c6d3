// A year from the first figures to the decision, by keyboard alone: results and
// a status at mid-year, the notice of a goal that is lost, the director's final
// assessment begun from it, the decision with when and where, and its papers.

import assert from "node:assert/strict";
import { test } from "./page.mjs";
import { at, downloaded, focused, press, settles, shows, tabTo } from "./steps.mjs";

const WORDS = {
  da: {
    filled: "3 af 18 mål udfyldt", missed: "Det, der er målt eller ventet, når ikke målet.", told: "Departementet orienteret",
    cause: "Flere nye forløb end ventet.", measures: "Opfølgning hver måned.", begun: "Begyndt som kopi",
    reason: "Manglende opfølgning i andet halvår.", source: "Brev af 15. januar",
  },
  en: {
    filled: "3 of 18 goals filled in", missed: "What was measured or is expected does not reach the goal.", told: "Department told",
    cause: "More new cases than expected.", measures: "A follow-up each month.", begun: "Begun as a copy",
    reason: "No follow-up in the second half of the year.", source: "Letter of 15 January",
  },
};

// Fills in the field that the Tab key leads to, in place of what stands there.
async function fill(page, id, text, options) {
  await tabTo(page, id, options);
  await page.keyboard.press("Control+a");
  await page.keyboard.type(text);
  await page.keyboard.press("Tab");
}

// Goes to a place by its link.
async function place(page, name) {
  await press(page, `place-${name}`, { back: true });
  await page.locator(`[id="place-${name}"][aria-current="page"]`).waitFor();
}

for (const [lang, words] of Object.entries(WORDS)) {
  test(`a year goes from its first figures to the decision by keyboard alone: ${lang}`, async ({ page }) => {
    await press(page, "example-ams-2009");
    await at(page, "goal/goal-2/value").waitFor();
    await press(page, `lang-${lang}`, { back: true });

    // At mid-year.
    await press(page, "chip-name", { back: true });
    await tabTo(page, "status");
    await page.keyboard.press("ArrowDown");
    await fill(page, "as-of", "2009-06-30");
    await fill(page, "goal/goal-2/value", "29000");
    await fill(page, "goal/product-5/date", "2009-03-31");
    await fill(page, "goal/product-7/date", "2009-06-30");
    await shows(page, "filled", words.filled);

    // The goal that is behind is told of.
    await place(page, "vurderinger");
    await press(page, "part-orientering");
    await at(page, "duty-goal-2").getByText(words.missed).waitFor();
    await press(page, "write-goal-2");
    await focused(page, "goal/goal-2/notice-cause");
    await fill(page, "goal/goal-2/notice-cause", words.cause);
    await fill(page, "goal/goal-2/notice-measures", words.measures);
    await press(page, "tell");
    await at(page, "tell").waitFor({ state: "detached" });
    await press(page, "notice-paper");
    for (const text of [words.cause, words.measures]) await page.locator("main").getByText(text).first().waitFor();

    // The year's end begins from there.
    await place(page, "vurderinger");
    await page.locator("[id^=start-from-]").first().waitFor();
    const start = await page.locator("[id^=start-from-]").first().getAttribute("id");
    await press(page, start);
    await focused(page, "begin-by");
    await press(page, "begin-now");
    await settles(() => page.locator("#assessments tbody tr").count(), 2);
    await press(page, "chip-name", { back: true });
    await tabTo(page, "status");
    for (let steps = 0; steps < 2; steps += 1) await page.keyboard.press("ArrowDown");
    await settles(() => at(page, "status").inputValue(), "final");
    await place(page, "afgoerelse");
    await page.locator("#events").getByText(words.begun).waitFor();
    await fill(page, "adjustment-value", "-10");
    await fill(page, "adjustment-agreed", "2010-01-15");
    await fill(page, "adjustment-source", words.source);
    await fill(page, "adjustment-reason", words.reason);
    await fill(page, "event-note", words.reason);
    await press(page, "add-event");
    await page.locator("#events").getByText(words.reason).waitFor();
    await press(page, "decision-paper");
    for (const text of [words.reason, words.source]) await page.locator("main").getByText(text).first().waitFor();

    // All of it is one file, and all of it is undone step by step.
    const { text } = await downloaded(page, () => page.keyboard.press("Control+s"));
    const [midterm, last] = JSON.parse(text).assessments;
    assert.deepEqual([midterm.status, midterm.as_of], ["midterm", "2009-06-30"]);
    assert.deepEqual(midterm.events.map((event) => event.kind), ["informed", "locked"]);
    assert.equal(midterm.results["goal-2"].notice.cause, words.cause);
    assert.equal(last.status, "final");
    assert.deepEqual(last.events.map((event) => event.kind), ["copied", "decided"]);
    assert.equal(last.pay.adjustment.agreed, "2010-01-15");
    for (let steps = 0; steps < 60 && await at(page, "undo").isEnabled(); steps += 1) await page.keyboard.press("Control+z");
    await place(page, "vurderinger");
    await settles(() => page.locator("#assessments tbody tr").count(), 1);
    await press(page, "place-resultater", { back: true });
    await settles(() => at(page, "goal/goal-2/value").inputValue(), "");
  });
}

// What the work at mid-year takes on its shortest way, counted as a person does it: clicks, and keys pressed.
test("the work at mid-year takes at most 15 clicks and 100 keys", async ({ page }) => {
  let [clicks, keys] = [0, 0];
  const click = async (id) => {
    clicks += 1;
    await at(page, id).click();
  };
  const key = async (...pressed) => {
    keys += pressed.length;
    for (const one of pressed) await page.keyboard.press(one);
  };
  const write = async (text) => {
    keys += text.length;
    await page.keyboard.type(text);
  };

  // The empty contract, the stage and the day.
  await click("example-ams-2009");
  await at(page, "goal/goal-2/value").waitFor();
  await click("chip-name");
  await key("Tab", "Tab", "ArrowDown", "Tab");
  await write("1.7.09");

  // Four figures and a note.
  await click("goal/goal-2/value");
  await write("29.000");
  await click("open-goal-2");
  await click("goal/goal-2/note");
  await write("Tallet er fra juni.");
  await click("goal/product-5/date");
  await write("31.3.09");
  await click("goal/product-8/baseline");
  await write("4,1");
  await key("Enter");
  await write("3,9");

  // The target of goal 1, fixed by an addendum.
  await click("fix-goal-1");
  await focused(page, "goal/goal-1/addendum-value");
  await write("25.000");
  await key("Tab");
  await write("dec 2009");
  await key("Tab");
  await write("27.3.09");
  await key("Tab");
  await write("Allonge 1");
  await shows(page, "filled", "3 af 18 mål udfyldt");

  // What is overdue, and what is missing.
  await click("filter-overdue");
  await settles(() => page.locator(".goal-rows > li").count(), 4);
  await click("filter-missing");
  await at(page, "missing-goal/goal-5/baseline").waitFor();

  // What 85 percent takes, and the file.
  await click("place-hvad-nu-hvis");
  await click("wanted");
  await key("Control+a");
  await write("85");
  await page.locator("#verdict", { hasText: "85" }).waitFor();
  const { text } = await downloaded(page, () => key("Control+s"));
  const [midterm] = JSON.parse(text).assessments;
  assert.deepEqual([midterm.status, midterm.as_of], ["midterm", "2009-07-01"]);
  assert.equal(midterm.results["goal-2"].note, "Tallet er fra juni.");
  assert.equal(midterm.results["goal-1"].addendum.target.value, 25000);

  assert.ok(clicks <= 15 && keys <= 100, `${clicks} clicks and ${keys} keys`);
});
