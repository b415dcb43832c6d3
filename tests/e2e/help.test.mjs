// Help: one page from the head, which says only what holds.

import assert from "node:assert/strict";
import { look } from "./look.mjs";
import { test } from "./page.mjs";
import { at, downloaded, enter, focused, holds, openExample, press, settles } from "./steps.mjs";

const HERE = /#hjaelp$/;

test("help is reached by key from the start, needs no contract, and leads back", async ({ page }) => {
  await press(page, "help");
  await page.waitForURL(HERE);
  await page.getByRole("heading", { level: 1, name: "Hjælp" }).waitFor();
  await focused(page, "main-content");
  await press(page, "help-back");
  await page.getByRole("heading", { level: 1, name: "Åbn en resultatkontrakt" }).waitFor();
  await focused(page, "main-content");
});

test("help has an address of its own, and leads back to the open contract", async ({ page, address }) => {
  await page.goto(`${address}#hjaelp`);
  await page.getByRole("heading", { level: 1, name: "Hjælp" }).waitFor();
  await page.goto(`${address}#start`);
  await openExample(page);
  await enter(page, "goal/goal-2/value", "26.210");
  await at(page, "help").click();
  await page.getByRole("heading", { level: 1, name: "Hjælp" }).waitFor();
  await at(page, "help-back").click();
  await holds(page, "goal/goal-2/value", "26.210");
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 320]) {
    test(`help is accessible, ${colorScheme}, ${width} px wide`, { context: { colorScheme, viewport: { width, height: 800 } } }, async ({ page }) => {
      await at(page, "help").click();
      await page.waitForURL(HERE);
      assert.deepEqual(await look(page, "hjaelp"), []);
    });
  }
}

test("help is printed on one sheet, without what only a screen can use", async ({ page }) => {
  await at(page, "help").click();
  for (const lang of ["da", "en"]) {
    await page.locator(`#lang-${lang}`).click();
    await settles(() => page.locator("html").getAttribute("lang"), lang);
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    assert.equal(paper.match(/\/Type\s*\/Page\b/g).length, 1, lang);
  }
  await page.emulateMedia({ media: "print" });
  for (const tool of ["help", "help-back", "help-print"]) assert.equal(await at(page, tool).isVisible(), false);
});

// What happens when a key of the list is pressed in the field of goal 2, after
// 26.210 was typed over 26.300 there.
const VALUE = "goal/goal-2/value";
const KEYS = {
  "Enter": async (page) => {
    await page.keyboard.press("Enter");
    await settles(() => nowIn(page, "empty"), true);
  },
  "Shift+Enter": async (page) => {
    await page.keyboard.press("Enter");
    await settles(() => nowIn(page, "empty"), true);
    const first = await page.evaluate(() => document.activeElement.id);
    await page.keyboard.press("Enter");
    await page.waitForFunction((id) => document.activeElement.id !== id, first);
    await page.keyboard.press("Shift+Enter");
    await focused(page, first);
  },
  "↑ ↓": async (page) => {
    await page.keyboard.press("ArrowDown");
    await settles(() => nowIn(page, "another"), true);
    await page.keyboard.press("ArrowUp");
    await focused(page, VALUE);
  },
  "→ ←": async (page) => {
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowRight");
    await focused(page, "open-goal-2");
    await page.keyboard.press("ArrowLeft");
    await focused(page, VALUE);
  },
  "/": async (page) => {
    await page.keyboard.press("/");
    await holds(page, VALUE, "26.210/");
    await page.keyboard.press("Control+z");
    await at(page, "open-goal-2").focus();
    await page.keyboard.press("/");
    await focused(page, "find-goal");
  },
  "Ctrl+Z": async (page) => {
    await page.keyboard.press("Control+z");
    await holds(page, VALUE, "26.300");
  },
  "Ctrl+Shift+Z": async (page) => {
    await page.keyboard.press("Control+z");
    await holds(page, VALUE, "26.300");
    await page.keyboard.press("Control+Shift+Z");
    await holds(page, VALUE, "26.210");
  },
  "Ctrl+S": (page) => isSaved(page, "Control+s"),
  "Ctrl+Shift+S": (page) => isSaved(page, "Control+Shift+S"),
  // Printing and finding words are the browser's.
  "Ctrl+P": (page) => isLeftToBrowser(page, "p"),
  "Ctrl+F": (page) => isLeftToBrowser(page, "f"),
};

test("each key in the list of help does what the list says", async ({ page }) => {
  await at(page, "help").click();
  await at(page, "help-keys").waitFor();
  const listed = await page.locator("#help-keys kbd").allTextContents();
  assert.deepEqual(listed.toSorted(), Object.keys(KEYS).toSorted());
  await at(page, "help-back").click();
  await openExample(page);
  await enter(page, VALUE, "26.300");
  for (const key of listed) {
    await enter(page, VALUE, "26.210");
    await at(page, VALUE).focus();
    await KEYS[key](page);
    await enter(page, VALUE, "26.300");
  }
});

// Whether the focus is in another result than goal 2, or in one that is empty.
async function nowIn(page, what) {
  return page.evaluate(([id, what]) => {
    const field = document.activeElement;
    const isAnother = field.closest(".goal-row__input") !== null && field.id !== id;
    return isAnother && (what === "another" || field.value === "");
  }, [VALUE, what]);
}

async function isSaved(page, keys) {
  const { text } = await downloaded(page, () => page.keyboard.press(keys));
  assert.match(text, /"value":\s*26210\b/);
}

async function isLeftToBrowser(page, key) {
  const isLeft = await at(page, VALUE).evaluate((field, key) => (
    field.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey: true, bubbles: true, cancelable: true }))
  ), key);
  assert.equal(isLeft, true);
}
