// How the page looks, where that can be measured: one grid, one radius, four
// sizes of type, charts that say what they show, details in the order of reading.

import assert from "node:assert/strict";
import { test } from "./page.mjs";
import { at, enter, goTo, openExample, openGoal, settles } from "./steps.mjs";

const style = (element, name) => element.evaluate((one, name) => getComputedStyle(one)[name], name);

test("the places stand on one grid, with two columns of eight and four", { context: { viewport: { width: 1440, height: 900 } } }, async ({ page }) => {
  await openExample(page, { assessed: true });
  await openGoal(page, "goal-2");
  const content = await page.locator(".within").evaluateAll((all) => all.map((one) => {
    const { paddingLeft, paddingRight, width } = getComputedStyle(one);
    return parseFloat(width) - parseFloat(paddingLeft) - parseFloat(paddingRight);
  }));
  assert.deepEqual([...new Set(content)], [1216]);
  await isEightToFour(page.locator(".goal-details"));
  await goTo(page, "resultatloen");
  await isEightToFour(page.locator(".pay"));
});

test("buttons, fields and panels have one radius", async ({ page }) => {
  await openExample(page);
  await openGoal(page, "goal-2");
  const parts = ["#print", "#save-file", "[id='goal/goal-2/value']", "[id='goal/goal-2/note']", ".goal-details", ".filters__filter"];
  const radii = await Promise.all(parts.map((part) => style(page.locator(part).first(), "borderTopLeftRadius")));
  assert.deepEqual(radii, parts.map(() => "4px"));
});

test("headings are 32, 24 and 19 pixels, with more air above than below", async ({ page }) => {
  assert.equal(await style(page.locator("#app h1"), "fontSize"), "32px");
  const [heading, next] = await page.locator("#app h2").all();
  assert.equal(await style(heading, "fontSize"), "24px");
  assert.ok(parseFloat(await style(next, "marginTop")) > parseFloat(await style(next, "marginBottom")));
  await openExample(page);
  assert.equal(await style(page.locator(".goal-group__title").first(), "fontSize"), "19px");
});

test("the result's dot has the colour of the goal's sign, and the chart says where its axis begins", async ({ page }) => {
  await openExample(page, { assessed: true });
  await openGoal(page, "goal-2");
  const row = page.locator("#row-goal-2");
  const sameColour = async () => (
    await style(row.locator(".chart__result"), "fill") === await style(row.locator(".sign__body").first(), "fill")
  );
  const status = () => row.locator(".status").first().getAttribute("data-status");
  await settles(status, "met");
  assert.ok(await sameColour());
  assert.match(await row.locator(".goal-details").innerText(), /Aksen begynder ved 22\.000, ikke ved 0/);
  const met = await style(row.locator(".chart__result"), "fill");
  await enter(page, "goal/goal-2/value", "27.300");
  await settles(status, "not-met");
  assert.ok(await sameColour());
  assert.notEqual(await style(row.locator(".chart__result"), "fill"), met);
  const labels = await row.locator(".chart text").allTextContents();
  for (const end of ["27.300", "32.533"]) assert.ok(labels.includes(end), `${end} is not in ${labels}`);
});

test("a goal's details go from its words to the calculation, the note, the history and the findings", async ({ page }) => {
  await openExample(page, { assessed: true });
  await openGoal(page, "goal-2");
  const text = await page.locator("#row-goal-2 .goal-details").innerText();
  const order = ["Beskrivelse", "Kilde", "Sådan er det regnet", "Note", "Dokumentation", "Udvikling, krav og sigtelinjer", "Fund i kontrakten"];
  const places = order.map((heading) => text.indexOf(heading));
  assert.ok(!places.includes(-1), `${places}`);
  assert.deepEqual(places, places.toSorted((one, other) => one - other));
});

// Of two columns with a gap between them, the first has twice the share of the second.
async function isEightToFour(grid) {
  const [wide, narrow] = (await style(grid, "gridTemplateColumns")).split(" ").map(parseFloat);
  assert.ok(Math.abs(wide - 2 * narrow) < 1, `${wide} and ${narrow}`);
}
