// A real panic in the page's code, in a build that a test can stop: nothing that was typed is lost.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { DIST, STOPPABLE } from "./browser.mjs";
import { REFUSALS } from "./drafts.mjs";
import { axe, elsewhere, test } from "./page.mjs";
import { serve } from "./server.mjs";
import { TITLE, at, downloaded, enter, holds, openExample, type } from "./steps.mjs";

const FIGURE = "goal/goal-2/value";
const REQUEST = "resultatkontrakt-test-panic";
const STOPPED = { open: false, broken: true, ways: ["root"] };

test("a panic in the middle of a word leaves the last state as a file, and a reload goes on with it", { ...STOPPED, survives: "a panic in the page's code" }, () => stoppable(async (page) => {
  await openExample(page);
  await enter(page, "goal/product-2/points", "120");
  await type(page, FIGURE, "ca. 26");
  await stop(page);
  await axe(page);
  const file = await downloaded(page, () => page.locator("#panic-drafts button").first().click());
  const { contract, assessments } = JSON.parse(file.text);
  assert.equal(contract.title, TITLE);
  assert.match(JSON.stringify(assessments), /"points":120\b/);
  await page.locator("#panic-reload").click();
  await holds(page, FIGURE, "ca. 26");
  await holds(page, "goal/product-2/points", "120");
}));

test("a panic where the browser keeps nothing offers the last state as a file, and asks before that is lost", { ...STOPPED, survives: "a panic where storage is full" }, () => stoppable(async (page) => {
  await page.evaluate(REFUSALS["is full"]);
  await openExample(page);
  await type(page, FIGURE, "26.210");
  await stop(page);
  assert.equal(await asksBeforeLeaving(page), true);
  const offer = page.locator("#panic-drafts button");
  assert.equal(await offer.count(), 1);
  const file = await downloaded(page, () => offer.click());
  assert.match(file.name, /^ams-2009-vurdering-.*\.json$/);
  assert.match(file.text, /"value":\s*26210\b/);
  assert.equal(await asksBeforeLeaving(page), false);
  await page.locator("#panic-reload").click();
  await page.locator("#app h1").first().waitFor();
}));

test("a draft that stops the page as soon as it is opened does not stop it again", { ...STOPPED, survives: "a draft that makes the page stop" }, () => stoppable(async (page) => {
  await openExample(page);
  await type(page, FIGURE, "26.21");
  await stop(page);
  await page.locator("#panic-reload").click();
  await holds(page, FIGURE, "26.21");
  await stop(page);
  await page.locator("#panic-reload").click();
  await page.locator("#drafts li").first().waitFor();
  assert.equal(await at(page, FIGURE).count(), 0);
}));

test("the page for release has nothing that lets it be stopped", STOPPED, async () => {
  assert.equal(await holdsRequest(STOPPABLE), true);
  assert.equal(await holdsRequest(DIST), false);
});

async function holdsRequest(folder) {
  const name = (await readdir(folder)).find((one) => one.endsWith(".wasm"));
  return (await readFile(join(folder, name))).includes(REQUEST);
}

async function stoppable(use) {
  const server = await serve(STOPPABLE);
  try {
    await elsewhere(async ({ page }) => {
      await page.goto(server.address);
      await page.locator("#app h1").first().waitFor();
      await use(page);
    }, { open: false, broken: true });
  } finally {
    await server.stop();
  }
}

async function stop(page) {
  await page.evaluate((request) => {
    try {
      dispatchEvent(new CustomEvent(request));
    } catch {
      // The code of the page has stopped.
    }
  }, REQUEST);
  await page.getByRole("heading", { name: "Der skete en fejl" }).waitFor();
}

function asksBeforeLeaving(page) {
  return page.evaluate(() => {
    const event = new Event("beforeunload", { cancelable: true });
    dispatchEvent(event);
    return event.defaultPrevented;
  });
}
