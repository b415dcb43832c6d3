// The browser keeps what is typed: over a reload, a closed tab, a page that
// has stopped.

import assert from "node:assert/strict";
import { stored, write } from "./drafts.mjs";
import { start, test, until } from "./page.mjs";
import { TITLE, at, downloaded, enter, holds, kept, openExample, openFile, settles, shows, type } from "./steps.mjs";

const FIGURE = "goal/goal-2/value";

test("a reload in the middle of a word loses nothing", { survives: "a reload in the middle of a word" }, async ({ page }) => {
  await openExample(page);
  await enter(page, "goal/product-2/points", "120");
  await type(page, FIGURE, "ca. 26");
  await page.reload();
  await resume(page);
  await holds(page, FIGURE, "ca. 26");
  await holds(page, "goal/product-2/points", "120");
  await shows(page, "score-secured", "120");
});

test("a tab that is closed without a word loses nothing that was kept", { survives: "a tab that is gone without a word" }, async ({ page, context }) => {
  await openExample(page);
  await type(page, FIGURE, "26.2 (foreløbig");
  await kept(page);
  await page.close({ runBeforeUnload: false });
  const next = await context.newPage();
  await start(next);
  await resume(next);
  await holds(next, FIGURE, "26.2 (foreløbig");
});

test("a draft is offered and never opened by itself", async ({ page }) => {
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  await kept(page);
  await start(page);
  await drafts(page).waitFor();
  assert.equal(await at(page, FIGURE).count(), 0);
  assert.match(await drafts(page).textContent(), /gemt \d\d\.\d\d\.\d{4} kl\. \d\d\.\d\d/);
  await drafts(page).getByRole("button", { name: "Slet" }).click();
  await drafts(page).waitFor({ state: "detached" });
});

test("drafts that an older page left where settings lie are taken over, once", { survives: "drafts of an older version of the page" }, async ({ page }) => {
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  await kept(page);
  const left = await stored(page);
  const [key] = Object.keys(left);
  await page.goto("about:blank");
  await start(page);
  await write(page, { [key]: null });
  await page.evaluate((texts) => Object.assign(localStorage, texts), left);
  await start(page);
  await drafts(page).waitFor();
  assert.deepEqual(await stored(page), left);
  assert.equal(await page.evaluate((one) => localStorage.getItem(one), key), null);
  await resume(page);
  await holds(page, FIGURE, "26.210");
});

test("what is typed as the page is left is put down at once, and taken up where the page lives on", async ({ page }) => {
  await openExample(page);
  const putDown = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("resultatkontrakt:draft:")).length);
  await type(page, FIGURE, "26.2");
  // A slow machine may have stored it by then.
  await until(async () => {
    await page.keyboard.type("1");
    await page.evaluate(() => { dispatchEvent(new Event("pagehide")); });
    return await putDown() === 1;
  });
  await kept(page);
  await settles(putDown, 0);
});

test("when the page has stopped, the draft on the screen can be saved and opened again", { broken: true }, async ({ page }) => {
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  await kept(page);
  await page.evaluate(() => { dispatchEvent(new CustomEvent("resultatkontrakt-panic")); });
  const offer = page.locator("#panic-drafts button");
  const file = await downloaded(page, () => offer.first().click());
  assert.equal(JSON.parse(file.text).contract.title, TITLE);
  await page.locator("#panic-reload").click();
  await holds(page, FIGURE, "26.210");
  await start(page);
  await openFile(page, file.name, file.text);
  await holds(page, FIGURE, "26.210");
});

const drafts = (page) => page.locator("#drafts li", { hasText: TITLE });

async function resume(page) {
  await drafts(page).getByRole("button", { name: "Fortsæt" }).click();
  await at(page, FIGURE).waitFor();
}
