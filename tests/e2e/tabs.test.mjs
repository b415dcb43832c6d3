// Two tabs with the same contract: one keeps the draft, the other one is told, sees it and may take it over.

import assert from "node:assert/strict";
import { stored } from "./drafts.mjs";
import { look } from "./look.mjs";
import { start, test } from "./page.mjs";
import { at, enter, holds, kept, openExample, press, settles, type } from "./steps.mjs";

const FIGURE = "goal/goal-2/value";
const OTHER = "goal/product-2/points";

test("the second tab is told, shows what the first one types, and keeps apart what it changes itself", { survives: "two tabs on the same draft" }, async ({ page, context }) => {
  const [first, second] = await both(page, context);
  await second.locator("#other-tab").getByText("gemmer kladden").waitFor();
  assert.equal(await first.locator("#other-tab").count(), 0);
  await second.locator("#follow").click();
  await holds(second, FIGURE, "26.210");
  await enter(first, FIGURE, "26.211");
  await holds(second, FIGURE, "26.211");
  await second.locator("#other-tab").getByText("følger med").waitFor();

  await enter(second, OTHER, "120");
  await second.locator("#other-tab").getByText("i en kladde for sig").waitFor();
  await kept(second);
  await enter(first, FIGURE, "26.212");
  await kept(first);
  await holds(second, FIGURE, "26.211");
  assert.equal(await at(first, OTHER).inputValue(), "");
  assert.deepEqual(await figures(first), [["26211", "120"], ["26212", undefined]]);
});

test("the draft is taken over, one way and back, and neither tab loses anything", { survives: "a draft that another tab took over" }, async ({ page, context }) => {
  const [first, second] = await both(page, context);
  await second.locator("#follow").click();
  await holds(second, FIGURE, "26.210");
  // Still unsaved when the other tab takes over.
  await first.evaluate(() => {
    for (const name of ["setTimeout", "setInterval"]) {
      const begin = globalThis[name];
      globalThis[name] = (what, wait = 0, ...rest) => begin(what, wait + 5_000, ...rest);
    }
  });
  await type(first, OTHER, "99");
  await second.locator("#take-over").click();
  await first.locator("#message", { hasText: "En anden fane gemmer nu kladden" }).waitFor();
  await second.locator("#other-tab").waitFor({ state: "detached" });
  await kept(first);
  await holds(first, OTHER, "99");
  await enter(second, FIGURE, "26.213");
  await kept(second);
  assert.deepEqual(await figures(first), [["26210", "99"], ["26213", undefined]]);

  await press(first, "follow", { back: true });
  await holds(first, FIGURE, "26.213");
  await first.locator("#take-over").click();
  await second.locator("#message", { hasText: "En anden fane gemmer nu kladden" }).waitFor();
  await first.locator("#other-tab").waitFor({ state: "detached" });
  await enter(first, FIGURE, "26.214");
  await kept(first);
  await holds(second, FIGURE, "26.213");
  assert.ok((await figures(first)).some(([, points]) => points === "99"), "what was put aside is still there");
});

test("a tab that is gone without a word leaves its draft to the one that shows it", { survives: "a tab that crashed while another waited" }, async ({ page, context }) => {
  const [first, second] = await both(page, context);
  await second.locator("#follow").click();
  await holds(second, FIGURE, "26.210");
  await crash(context, first);
  await second.locator("#other-tab").waitFor({ state: "detached" });
  await settles(() => second.locator("#announced-message").textContent(), "Det er nu denne fane, der gemmer kladden.");
  await enter(second, OTHER, "120");
  await kept(second);
  assert.deepEqual(await figures(second), [["26210", "120"]]);
  await first.close();
});

test("a tab that resumes the draft of another one follows it at once", async ({ page, context }) => {
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  await kept(page);
  const second = await context.newPage();
  await start(second);
  await second.locator("#drafts").getByRole("button", { name: /^Fortsæt/ }).click();
  await second.locator("#other-tab").getByText("følger med").waitFor();
  await enter(page, FIGURE, "26.211");
  await holds(second, FIGURE, "26.211");
});

test("what is said of other tabs is accessible, on a narrow screen as well", { context: { viewport: { width: 320, height: 640 } } }, async ({ page, context }) => {
  const [, second] = await both(page, context);
  await second.locator("#follow").waitFor();
  const found = await look(second, "beside");
  await second.locator("#follow").click();
  await holds(second, FIGURE, "26,210");
  found.push(...await look(second, "following"));
  await second.locator("#lang-da").click();
  await second.locator("#take-over").click();
  await page.locator("#message").waitFor();
  found.push(...await look(page, "taken over"));
  assert.deepEqual(found, []);
});

// The first tab has entered a figure, the second one opened the same contract anew.
async function both(page, context) {
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  await kept(page);
  const second = await context.newPage();
  await start(second);
  await openExample(second);
  await second.locator("#follow").waitFor();
  return [page, second];
}

// Ends a tab as a crash does: nothing in it is told.
async function crash(context, page) {
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  // Nobody is left to answer.
  session.send("Page.crash").catch(() => {});
  await crashed;
}

// Figure and points in each draft that the browser keeps.
async function figures(page) {
  const cases = Object.values(await stored(page)).map((text) => JSON.parse(JSON.parse(text).case));
  const figure = (results, goal, field) => results[goal]?.[field]?.toString();
  return cases
    .map(({ assessments: [{ results = {} }] }) => [figure(results, "goal-2", "value"), figure(results, "product-2", "points")])
    .sort();
}
