// Two contracts chosen at once: the page asks which one, and names what is not used.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { axe, test } from "./page.mjs";
import { CONTRACT, TITLE, at, focused, settles } from "./steps.mjs";

const COPENHAGEN = await readFile(new URL("../../contracts/copenhagen-2009.json", import.meta.url), "utf8");

/** Chooses files with these names and texts. */
const choose = (page, files) => page.locator("#file-input").setInputFiles(files.map(([name, text]) => ({
  name, mimeType: "application/json", buffer: Buffer.from(text),
})));

const FILES = [["ams.json", CONTRACT], ["kbh.json", COPENHAGEN]];

test("of two contracts one is chosen by key, and the other is named", async ({ page }) => {
  await choose(page, FILES);
  await focused(page, "choose-contract-0");
  const question = await at(page, "together-question").innerText();
  assert.equal(question, "Du valgte 2 kontrakter. Hvilken vil du åbne? Den anden bruges ikke.");
  assert.equal(await at(page, "choose-contract-0").textContent(), `${TITLE} (ams.json)`);
  await axe(page);
  await page.keyboard.press("Enter");
  await page.locator("#place-resultater").waitFor();
  await settles(async () => (await at(page, "not-used").innerText()).includes("kbh.json: en anden kontrakt"), true);
  await axe(page);
  await at(page, "not-used").getByRole("button", { name: "Luk" }).click();
  await settles(() => at(page, "not-used").count(), 0);
});

test("none of them leaves the page as it was, in English too", async ({ page }) => {
  await page.locator("#lang-en").click();
  await choose(page, FILES);
  await at(page, "choose-none").click();
  await settles(() => at(page, "together").count(), 0);
  assert.equal(await page.locator("#drop-zone").count(), 1);
});
