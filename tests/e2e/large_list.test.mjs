// A list of many goals, of which only some are in the page at a time: the
// keyboard, links, the search, print and screen readers still have all of it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { EACH, GOALS, IDS, LIST } from "./long_list.mjs";
import { axe, test, until } from "./page.mjs";
import { at, enter, focused, goTo, holds, openFile, press, settles, shows } from "./steps.mjs";

/** More rows than this are never drawn for one window. */
const FEW = 150;

/** How many of its goals have a risk, where it has risks. */
const RISKS = 80;

async function openList(page) {
  await openFile(page, "lang-liste.json", LIST);
  await at(page, "goal/g1/value").waitFor();
}

const rows = (page) => page.locator(".goal-row");

/** Waits until no more rows are in the page than one window needs. */
const fewAreDrawn = (page) => until(async () => await rows(page).count() < FEW);

/** Follows a link to a goal. */
async function reach(page, goal) {
  await page.evaluate((place) => { location.hash = place; }, `#resultater/${goal}`);
  await focused(page, `row-${goal}`);
}

/** Whether an element stands in the window. */
async function isInView(page, id) {
  return at(page, id).evaluateAll(([one]) => {
    if (!one) return false;
    const { top, bottom } = one.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
}

test("only the rows near the window are in the page, and each says where it stands", async ({ page }) => {
  await openList(page);
  await fewAreDrawn(page);
  const places = await rows(page).evaluateAll((all) => all.map((row) => (
    [row.id, row.getAttribute("aria-posinset"), row.getAttribute("aria-setsize")].join(" ")
  )));
  assert.equal(places[0], `row-g1 1 ${EACH}`);
  assert.equal(places[1], `row-g2 2 ${EACH}`);
  assert.equal(places.at(-1), `row-g${GOALS} ${GOALS - 2 * EACH} ${GOALS - 2 * EACH}`);
  const lists = page.getByRole("list").filter({ has: page.getByRole("listitem").filter({ has: page.locator(".goal-row__line") }) });
  assert.ok(await lists.count() >= 1);
  await axe(page);
});

test("whoever scrolls finds rows everywhere, and few are drawn", async ({ page }) => {
  await openList(page);
  const isWhole = () => page.evaluate(() => [...document.querySelectorAll(".goal-block > svg")].every((space) => {
    const { top, bottom } = space.getBoundingClientRect();
    return bottom <= 0 || top >= innerHeight;
  }));
  const isAtEnd = () => page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 2);
  const seen = new Set();
  for (let steps = 0; steps < 200 && !await isAtEnd(); steps += 1) {
    await page.evaluate(() => scrollBy(0, innerHeight * 0.8));
    await settles(isWhole, true);
    for (const id of await rows(page).evaluateAll((all) => all.map((row) => row.id))) seen.add(id);
    await fewAreDrawn(page);
  }
  assert.deepEqual(IDS.filter((id) => !seen.has(`row-${id}`)), []);
  await axe(page);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await settles(isWhole, true);
  await axe(page);
});

test("the Tab key leads through every row, and back", async ({ page }) => {
  await openList(page);
  const goals = async (key) => {
    const passed = [];
    for (let steps = 0; steps < 5 * GOALS; steps += 1) {
      await page.keyboard.press(key);
      const row = await page.evaluate(() => document.activeElement.closest(".goal-row")?.id ?? "");
      if (!row && passed.length > 0) return passed;
      if (row && row !== passed.at(-1)) passed.push(row);
    }
    return passed;
  };
  // The list is far from its beginning when it is entered.
  await at(page, "find-goal").focus();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  assert.deepEqual(await goals("Tab"), IDS.map((id) => `row-${id}`));
  assert.deepEqual(await goals("Shift+Tab"), IDS.map((id) => `row-${id}`).reverse());
});

test("a link to a goal leads to a row that was not there, each time", async ({ page }) => {
  await openList(page);
  const far = "g130";
  assert.equal(await at(page, `row-${far}`).count(), 0);
  await reach(page, far);
  assert.equal(await isInView(page, `row-${far}`), true);
  await at(page, `steps-${far}`).waitFor();
  // Back at the top, the list of what is missing leads there although the address says so already.
  await page.locator("#filter-missing").click();
  await press(page, "missing-goal/g30/value");
  await focused(page, "goal/g30/value");
  await page.evaluate(() => scrollTo(0, 0));
  await at(page, "find-goal").fill("nummer 130");
  await shows(page, "find-count", "1 mål fundet");
  await press(page, "missing-goal/g30/value", { back: true });
  await focused(page, "goal/g30/value");
  assert.equal(await isInView(page, "goal/g30/value"), true);
});

test("details stay open while their row is not there", async ({ page }) => {
  await openList(page);
  await reach(page, "g30");
  await at(page, "steps-g30").waitFor();
  await reach(page, "g150");
  await at(page, "row-g30").waitFor({ state: "detached" });
  await at(page, "find-goal").fill("nummer 30");
  await at(page, "steps-g30").waitFor();
  await at(page, "open-g30").click();
  await at(page, "find-goal").fill("");
  await reach(page, "g31");
  await at(page, "goal/g30/value").waitFor();
  assert.equal(await at(page, "steps-g30").count(), 0);
});

test("the focus stays in its row when that scrolls away, and undoing leads back to a row", async ({ page }) => {
  await openList(page);
  await enter(page, "goal/g2/value", "1.200");
  await shows(page, "score-secured", "1");
  await reach(page, "g30");
  await at(page, "goal/g30/value").focus();
  await page.keyboard.type("30");
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await settles(() => isInView(page, `row-g${GOALS - 1}`), true);
  await focused(page, "goal/g30/value");
  await page.keyboard.type("00");
  await holds(page, "goal/g30/value", "3000");
  await shows(page, "score-secured", "2");
  await enter(page, `goal/g${GOALS - 1}/value`, "1.000");
  await shows(page, "score-secured", "3");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await shows(page, "score-secured", "1");
  await focused(page, "goal/g30/value");
  await settles(() => isInView(page, "goal/g30/value"), true);
});

test("a filter and the search choose among all goals", async ({ page }) => {
  await openList(page);
  await enter(page, "goal/g1/value", "500");
  await page.locator("#filter-not-met").click();
  await settles(() => rows(page).count(), 1);
  await page.locator("#filter-all").click();
  await page.keyboard.press("/");
  await focused(page, "find-goal");
  await page.keyboard.type("199");
  await shows(page, "find-count", "1 mål fundet");
  await settles(() => rows(page).evaluateAll((all) => all.map((row) => row.id).join(" ")), "row-g199");
});

test("the browser's own search finds every row once it is turned to", async ({ page }) => {
  await openList(page);
  assert.ok(await rows(page).count() < FEW);
  await page.keyboard.press("Control+f");
  await settles(() => rows(page).count(), GOALS);
});

test("the browser's own search finds every row of every other long list, too", async ({ page }) => {
  const contract = {
    ...JSON.parse(LIST),
    pay: { from: "2009-01-01", to: "2009-12-31", points: { institution: 700, individual: 300 } },
    risk: {
      scale: { min: 1, max: 3 },
      entries: IDS.slice(0, RISKS).map((goal) => ({ goal, title: `Risiko ved ${goal}`, materiality: 2, vulnerability: 2 })),
    },
  };
  const missed = contract.goals.filter(({ target }) => target.kind === "at_least").map(({ id }) => [id, { value: 1 }]);
  const assessments = [{}, Object.fromEntries(missed)].map((results) => ({
    format: "resultatvurdering", version: 1, contract: { id: contract.id }, as_of: "2009-12-31", results,
  }));
  const findable = (list) => page.locator(list).evaluateAll((all) => {
    const text = all.map((one) => one.innerText).join(" ");
    return new Set(text.match(/\bMål \d+/g)).size;
  });
  const finds = async (list, wanted) => {
    await settles(async () => await findable(list) > 0, true);
    assert.ok(await findable(list) < wanted, `all of ${list} is drawn at once`);
    await page.keyboard.press("Control+f");
    await until(async () => await findable(list) >= wanted);
  };
  await openFile(page, "sag.json", JSON.stringify({ format: "resultatsag", version: 1, contract, assessments: assessments.slice(0, 1) }));
  for (const [place, list, count] of [["resultatloen", "#worth", GOALS], ["risici", "#risk-list", RISKS], ["risici", "#without-risk", GOALS - RISKS]]) {
    await goTo(page, "resultater");
    await goTo(page, place);
    await finds(list, count);
  }
  await goTo(page, "hvad-nu-hvis");
  await at(page, "begin-trial").click();
  await finds("#trial-goals", GOALS);
  await at(page, "start-over").click();
  await openFile(page, "sag.json", JSON.stringify({ format: "resultatsag", version: 1, contract, assessments: assessments.slice(1) }));
  await goTo(page, "vurderinger");
  await at(page, "part-orientering").click();
  await finds("main", missed.length);
});

test("Enter and the arrows lead to rows that were not there", async ({ page }) => {
  await openList(page);
  await at(page, "goal/g1/value").focus();
  const last = `goal/g${GOALS - 1}/value`;
  const isThere = () => page.evaluate((wanted) => document.activeElement.id === wanted, last);
  for (let steps = 0; steps < 2 * GOALS && !await isThere(); steps += 1) await page.keyboard.press("ArrowDown");
  await focused(page, last);
  await page.keyboard.type("1000");
  await page.keyboard.press("Shift+Enter");
  await focused(page, `goal/g${GOALS - 2}/value`);
});

test("a print has every row, and afterwards few are drawn again", async ({ page }) => {
  await openList(page);
  // First as a person sees it, who cannot print in the instant in which the list appears.
  await page.emulateMedia({ media: "print" });
  await settles(() => rows(page).count(), GOALS);
  await page.emulateMedia({ media: "screen" });
  await fewAreDrawn(page);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const text = execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" });
  const numbers = new Set([...text.matchAll(/\bMål (\d+)\b/g)].map(([, number]) => Number(number)));
  assert.deepEqual([...numbers], IDS.map((_, index) => index + 1));
  await fewAreDrawn(page);
});
