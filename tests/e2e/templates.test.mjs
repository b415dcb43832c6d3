// A new contract from a template, or from last year's case: opened as a draft, with what has to be filled in beside it.

import assert from "node:assert/strict";
import { test } from "./page.mjs";
import { CONTRACT, at, kept, press, save, settles, tabTo } from "./steps.mjs";

const TEMPLATES = {
  styrelse: "Resultatkontrakt for Styrelsen 2027",
  maalplan: "2027",
  skole: "2027",
  "uden-vaegte": "2027",
};

for (const [code, title] of Object.entries(TEMPLATES)) {
  test(`the template ${code} is opened by keyboard as a draft for its year`, async ({ page }) => {
    await tabTo(page, "new-contract");
    await page.keyboard.press("Enter");
    await tabTo(page, "template-year");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("2027");
    await press(page, `template-${code}`);
    await page.locator("h1.place-heading", { hasText: title }).waitFor();
    await at(page, "findings").waitFor();
    await page.locator('[id="place-kontrakt"][aria-current="page"]').waitFor();
    await kept(page);
    const { text } = await save(page);
    const { contract } = JSON.parse(text);
    assert.match(contract.id, /-2027$/);
    assert.equal(contract.$schema, undefined);
  });
}

test("a template is not opened for what is no year", async ({ page }) => {
  await at(page, "new-contract").click();
  await at(page, "template-year").fill("27");
  await at(page, "template-year-said").waitFor();
  await at(page, "template-styrelse").click();
  await settles(() => page.evaluate(() => document.activeElement?.id), "template-year");
  assert.equal(await page.locator("#place-kontrakt").count(), 0);
});

test("last year's case is chosen at the start and goes on to its renewal", async ({ page }) => {
  await at(page, "new-contract").click();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press(page, "last-year")]);
  await chooser.setFiles({ name: "ams-2009.json", mimeType: "application/json", buffer: Buffer.from(CONTRACT) });
  await at(page, "proposals").waitFor();
  await page.locator('[id="place-kontrakt"][aria-current="page"]').waitFor();
  await at(page, "begin-renewal").click();
  await settles(() => page.locator("h1.place-heading").textContent(), "Resultatkontrakt for AMS 2010–2013");
});
