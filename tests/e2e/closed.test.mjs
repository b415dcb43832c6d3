// The one file, a browser without a network, and a browser that is closed in
// the middle of the work: opened again, the work goes on.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { BROWSER } from "./browser.mjs";
import { test, withoutPickers } from "./page.mjs";
import { enter, goTo, holds, kept, openExample, save, shows, type } from "./steps.mjs";

// A browser with a profile of its own on the disk, and no network at all.
async function browse(profile, address, use) {
  const context = await chromium.launchPersistentContext(profile, { ...BROWSER, locale: "da-DK" });
  try {
    await context.setOffline(true);
    await context.addInitScript(withoutPickers);
    const page = context.pages()[0] ?? await context.newPage();
    await page.goto(address);
    await page.locator("#app h1").first().waitFor();
    await use(page);
  } finally {
    await context.close();
  }
}

test("with the one file and no network, the browser is closed in the middle of a word and the work goes on", { open: false, ways: ["file"], survives: "a browser that is closed, without a network" }, async ({ address }) => {
  const profile = await mkdtemp(join(tmpdir(), "profile-"));
  try {
    await browse(profile, address, async (page) => {
      await page.locator("#allow-drafts").click();
      await openExample(page);
      await enter(page, "goal/product-1/date", "20.11.2009");
      await kept(page);
      await type(page, "goal/goal-2/value", "ca. 26");
      await kept(page);
    });
    await browse(profile, address, async (page) => {
      await page.locator("#drafts").getByRole("button", { name: /^Fortsæt/ }).click();
      await holds(page, "goal/product-1/date", "20.11.2009");
      await holds(page, "goal/goal-2/value", "ca. 26");
      await type(page, "goal/goal-2/value", "26.210");
      await shows(page, "score-secured", "175");
      await goTo(page, "resultatloen");
      await page.locator("#add-base-line").click();
      await enter(page, "base/0/value", "1150000");
      const { text } = await save(page);
      assert.match(text, /26210\b/);
      assert.match(text, /2009-11-20/);
      assert.match(text, /1150000\b/);
    });
  } finally {
    await rm(profile, { recursive: true, maxRetries: 5 });
  }
});
