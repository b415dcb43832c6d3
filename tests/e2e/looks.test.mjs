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
  await goTo(page, "kontrakt");
  await isEightToFour(page.locator(".contract"));
});

test("buttons, fields and panels have one radius", async ({ page }) => {
  await openExample(page);
  await openGoal(page, "goal-2");
  const parts = ["#print", "#save-file", "[id='goal/goal-2/value']", "[id='goal/goal-2/note']", ".goal-details", ".filters__filter", "#find-goal", "#chip-name"];
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
  await openGoal(page, "product-8");
  const common = ["Kilde", "Sådan er det regnet", "Note", "Dokumentation"];
  for (const [goal, order] of [
    ["goal-2", ["Beskrivelse", ...common, "Udvikling, krav og sigtelinjer", "Fund i kontrakten"]],
    ["product-8", [...common, "Risici"]],
  ]) {
    const text = await page.locator(`#row-${goal} .goal-details`).innerText();
    const places = order.map((heading) => text.indexOf(heading));
    assert.ok(!places.includes(-1), `${goal}: ${places}`);
    assert.deepEqual(places, places.toSorted((one, other) => one - other), goal);
  }
});

test("the summary stands free of the line above it", { context: { viewport: { width: 1280, height: 800 } } }, async ({ page }) => {
  await openExample(page, { assessed: true });
  const [line, figures] = await page.evaluate(() => {
    const summary = document.querySelector(".summary").getBoundingClientRect();
    return [summary.top + 3, document.querySelector("#pay-fraction").getBoundingClientRect().top];
  });
  assert.ok(figures - line >= 8, `${figures - line} px`);
});

test("amounts stand at the right, and the ends of ranges under each other", async ({ page }) => {
  await openExample(page, { assessed: true });
  await goTo(page, "resultatloen");
  const ends = ["pay-institution", "pay-points", "pay-earned", "pay-leaving", "pay-payable", "pay-holiday"];
  const edges = await page.evaluate((ids) => ids.map((id) => {
    const [dash, upper] = document.querySelectorAll(`#${id} .range-end > span`);
    return [dash, upper].map((one, at) => one.getBoundingClientRect()[at ? "right" : "left"]);
  }), ends);
  for (const [lower, upper] of edges) {
    assert.ok(Math.abs(lower - edges[0][0]) < 1 && Math.abs(upper - edges[0][1]) < 1, JSON.stringify(edges));
  }
  const money = page.locator("#worth td.number, #worth th.number");
  assert.deepEqual([...new Set(await money.evaluateAll((all) => all.map((one) => getComputedStyle(one).textAlign)))], ["right"]);
});

test("no place has more than one filled command of its own", async ({ page }) => {
  await openExample(page, { assessed: true });
  for (const place of ["resultater", "resultatloen", "hvad-nu-hvis", "risici", "vurderinger", "afgoerelse", "papirer", "kontrakt"]) {
    await goTo(page, place);
    assert.ok(await page.locator("main .button-primary:visible").count() <= 1, place);
  }
});

test("what only a ground tells has a line where the reader's own colours are in force", { context: { forcedColors: "active" } }, async ({ page }) => {
  await openExample(page, { assessed: true });
  await openGoal(page, "goal-2");
  const row = page.locator("#row-goal-2");
  assert.equal(await style(row.locator(".goal-details"), "outlineStyle"), "solid");
  const drawn = await style(page.locator("h1").first(), "color");
  assert.equal(await style(row.locator(".chart__history"), "stroke"), drawn);
  assert.equal(await style(row.locator(".chart text").first(), "fill"), drawn);
  // What is secured, open and lost differs by its form: full, hatched, empty.
  const [secured, lost] = await Promise.all([".fill-secured", ".fill-lost"].map((part) => style(page.locator(`.bar ${part}`).first(), "fill")));
  assert.equal(secured, drawn);
  assert.notEqual(lost, drawn);
  await page.locator("#filter-open").click();
  assert.notEqual(
    await style(page.locator("#filter-open"), "backgroundColor"),
    await style(page.locator("#filter-all"), "backgroundColor"),
  );
  await goTo(page, "risici");
  assert.notEqual(await style(page.locator(".matrix__cell").first(), "borderTopColor"), "rgba(0, 0, 0, 0)");
});

// Of two columns with a gap between them, the first has twice the share of the second.
async function isEightToFour(grid) {
  const [wide, narrow] = (await style(grid, "gridTemplateColumns")).split(" ").map(parseFloat);
  assert.ok(Math.abs(wide - 2 * narrow) < 1, `${wide} and ${narrow}`);
}
