// Danish and English: what is typed keeps its value, and no text is left
// behind in the other language.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { start, test } from "./page.mjs";
import { at, begin, enter, focused, goTo, holds, kept, openExample, openGoal, settles, showAll, type } from "./steps.mjs";

const TEXTS = fileURLToPath(new URL("../../src/i18n/text/", import.meta.url));
const CONTRACT = fileURLToPath(new URL("../../contracts/ams-2009.json", import.meta.url));

// A line of a table of texts: its name, the Danish wording, the English one.
const WORDINGS = /^\s*\w+:\s*"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)";/gm;

test("a number keeps its value when the language changes while it is typed", async ({ page }) => {
  await openExample(page, { assessed: true });
  await goTo(page, "resultatloen");
  await type(page, "holiday-percent", "1,5");
  // Pressed without leaving the field, as an extension or a script would.
  await page.locator("#lang-en").evaluate((button) => button.click());
  await focused(page, "holiday-percent");
  await showAll(page, { "pay-holiday": "DKK 752.55–1,111.82" });
  await page.keyboard.press("Tab");
  await holds(page, "holiday-percent", "1.5");
  await page.locator("#lang-da").click();
  await holds(page, "holiday-percent", "1,5");
  await showAll(page, { "pay-holiday": "752,55–1.111,82 kr." });
});

test("a text that is no number keeps its letters when the language changes", async ({ page }) => {
  await openExample(page);
  await enter(page, "goal/goal-2/value", "ca. 26 tusind");
  await page.locator("#lang-en").click();
  await holds(page, "goal/goal-2/value", "ca. 26 tusind");
  await page.locator("#error-summary", { hasText: "Write a number such as 1,234.5" }).waitFor();
  await page.locator("#lang-da").click();
  await page.locator("#error-summary", { hasText: "Skriv et tal som 1.234,5" }).waitFor();
});

test("the language is said to the browser and remembered", async ({ page }) => {
  const language = () => page.locator("html").getAttribute("lang");
  await settles(language, "da");
  await page.locator("#lang-en").click();
  await settles(language, "en");
  await page.getByRole("heading", { name: "Open a performance contract" }).waitFor();
  await settles(() => page.evaluate(() => localStorage.getItem("resultatkontrakt:language")), "en");
  await start(page);
  await settles(language, "en");
  await page.getByRole("heading", { name: "Open a performance contract" }).waitFor();
});

// What the browser asks for, the language that the page begins in, and its heading.
const FIRST_VISITS = [
  [["da-DK", "da"], "da", "Åbn en resultatkontrakt"],
  [["en-GB", "en", "DA"], "da", "Åbn en resultatkontrakt"],
  [["en-GB"], "en", "Open a performance contract"],
  [["de-DE", "sv"], "en", "Open a performance contract"],
];

for (const [languages, lang, heading] of FIRST_VISITS) {
  test(`the first visit follows a browser in ${languages}, until a language is chosen`, { open: false }, async ({ page, context }) => {
    await context.addInitScript((wanted) => {
      Object.defineProperty(navigator, "languages", { get: () => wanted });
    }, languages);
    const language = () => page.locator("html").getAttribute("lang");
    await start(page);
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    await settles(language, lang);
    await start(page);
    await settles(language, lang);
    // What nobody chose is not kept.
    assert.equal(await page.evaluate(() => localStorage.getItem("resultatkontrakt:language")), null);
    const other = lang === "da" ? "en" : "da";
    await page.locator(`#lang-${other}`).click();
    await settles(() => page.evaluate(() => localStorage.getItem("resultatkontrakt:language")), other);
    await start(page);
    await settles(language, other);
    await page.locator(`#lang-${lang}`).click();
    await settles(() => page.evaluate(() => localStorage.getItem("resultatkontrakt:language")), lang);
  });
}

test("no fixed text is left in the other language", async ({ page }) => {
  const wordings = await allWordings();
  assert.ok(wordings.length > 200, `${wordings.length} wordings were found in ${TEXTS}`);
  // What both languages write alike cannot be told apart, nor what the contract itself says.
  const contract = await readFile(CONTRACT, "utf8");
  const own = (text) => !contract.includes(JSON.stringify(text));
  const danish = new Set(wordings.map(([da]) => da).filter(own));
  const english = new Set(wordings.map(([, en]) => en).filter(own));
  const only = {
    da: new Set([...danish].filter((text) => !english.has(text))),
    en: new Set([...english].filter((text) => !danish.has(text))),
  };

  const seen = { da: new Set(), en: new Set() };
  const look = async () => {
    for (const [here, other] of [["en", "da"], ["da", "en"]]) {
      await page.locator(`#lang-${here}`).click();
      await settles(() => page.locator("html").getAttribute("lang"), here);
      const texts = await readable(page);
      assert.deepEqual(texts.filter((text) => only[other].has(text)), [], `on the page in ${here}`);
      for (const text of texts.filter((text) => only[here].has(text))) seen[here].add(text);
    }
  };
  await look();
  await at(page, "help").click();
  await look();
  await at(page, "help-back").click();
  await openExample(page, { assessed: true });
  await openGoal(page, "goal-1");
  await openGoal(page, "goal-2");
  await begin(page, "fix-goal-1", "goal/goal-1/addendum-value");
  await enter(page, "goal/product-2/points", "900");
  await kept(page);
  await look();
  for (const place of ["resultatloen", "risici", "kontrakt"]) {
    await goTo(page, place);
    if (place === "resultatloen") await begin(page, "add-adjustment", "adjustment-value");
    await look();
  }
  await at(page, "start-over").click();
  await page.locator("#delete-all").click();
  await look();
  // Most of the page was in view, so that a text left behind would have been.
  for (const lang of ["da", "en"]) assert.ok(seen[lang].size > 80, `${seen[lang].size} in ${lang}`);
});

async function allWordings() {
  const files = await readdir(TEXTS);
  const sources = await Promise.all(files.map((file) => readFile(`${TEXTS}${file}`, "utf8")));
  return sources.flatMap((source) => [...source.matchAll(WORDINGS)].map(([, da, en]) => [da, en]));
}

// Everything on the page that is read by eye or aloud; not the names of the
// languages, each of which stands in its own.
async function readable(page) {
  return page.evaluate(() => {
    const found = [document.title];
    const walk = document.createTreeWalker(document.getElementById("app"), NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      if (!walk.currentNode.parentElement.closest(".languages")) found.push(walk.currentNode.data);
    }
    for (const element of document.querySelectorAll("#app *")) {
      for (const name of ["aria-label", "title", "placeholder", "alt"]) found.push(element.getAttribute(name) ?? "");
    }
    return found.map((text) => text.trim()).filter((text) => text !== "");
  });
}
