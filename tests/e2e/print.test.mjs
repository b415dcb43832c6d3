// What a print carries beside the place itself.

import assert from "node:assert/strict";
import { test } from "./page.mjs";
import { TITLE, at, goTo, openExample, settles } from "./steps.mjs";

const head = (page) => page.locator(".print-head");
const plain = async (element) => (await element.innerText()).replaceAll("\u00a0", " ");

test("a print of the resultatløn says whose it is, how far along, and that it is confidential", async ({ page }) => {
  await openExample(page, { assessed: true });
  await goTo(page, "resultatloen");
  assert.equal(await head(page).isVisible(), false);
  await page.emulateMedia({ media: "print" });
  await settles(() => head(page).isVisible(), true);
  const danish = await plain(head(page));
  for (const wanted of [TITLE, "Årsstatus", "Direktøren", "15.01.2010", "Fortroligt"]) {
    assert.ok(danish.includes(wanted), `${wanted} is not in: ${danish}`);
  }
  const foot = await plain(page.locator(".print-foot"));
  assert.match(foot, /Forudsætninger/);
  assert.match(foot, /[0-9a-f]{64}/);
  assert.equal(await at(page, "pay-payable").isVisible(), true);
  for (const tool of ["undo", "save-file", "place-risici"]) assert.equal(await at(page, tool).isVisible(), false);

  await page.emulateMedia({ media: "screen" });
  await page.locator("#lang-en").click();
  await page.emulateMedia({ media: "print" });
  const english = await plain(head(page));
  for (const wanted of ["Year's end", "The director", "15 January 2010", "Confidential"]) {
    assert.ok(english.includes(wanted), `${wanted} is not in: ${english}`);
  }
});

test("the print dialogue opens by button", async ({ page }) => {
  await openExample(page);
  await page.evaluate(() => { globalThis.print = () => { globalThis.printed = true; }; });
  await page.locator("#print").click();
  await settles(() => page.evaluate(() => globalThis.printed), true);
});
