// How far the assessment is filled in, the way to what is missing, finding
// goals, and the table that goes out and comes in again.

import assert from "node:assert/strict";
import { look } from "./look.mjs";
import { test } from "./page.mjs";
import {
  at, downloaded, enter, focused, goTo, holds, openExample, openGoal, press, settles, shows, tabTo,
} from "./steps.mjs";

const rows = (page) => page.locator(".goal-rows > li");

// The rows of a table that was written, by the goal that they begin with.
function byGoal(text, delimiter) {
  const lines = text.replace(/^\ufeff/, "").split("\r\n").filter(Boolean).map((line) => line.split(delimiter));
  return new Map(lines.map((cells) => [cells[0], cells]));
}

test("the bar and the filter count the same goals, and the list leads to each field that is missing", async ({ page }) => {
  await openExample(page, { assessed: true });
  await shows(page, "filled", "13 af 18 mål udfyldt");
  await shows(page, "filter-all", "Alle 18");
  await shows(page, "filter-missing", "Mangler 5");
  await at(page, "filter-missing").click();
  await settles(() => rows(page).count(), 5);
  await settles(() => page.locator("#missing li").count(), 5);
  const said = await page.locator("#missing").innerText();
  for (const words of ["Fastsæt måltal", "Tal for 2008", "Dato for opfyldelse"]) assert.ok(said.includes(words), said);
  await press(page, "missing-goal/product-12/date");
  await focused(page, "goal/product-12/date");
  await page.keyboard.type("30.11.2009");
  await page.keyboard.press("Tab");
  await shows(page, "filled", "14 af 18 mål udfyldt");
  await shows(page, "filter-missing", "Mangler 4");
  await settles(() => page.locator("#missing li").count(), 4);
  await settles(() => rows(page).count(), 5);
  await page.keyboard.press("Control+z");
  await shows(page, "filled", "13 af 18 mål udfyldt");
  await press(page, "missing-goal/goal-1/addendum-kind", { back: true });
  await focused(page, "fix-goal-1");
  await page.locator("#lang-en").click();
  await shows(page, "filled", "13 of 18 goals filled in");
});

test("each part of a composite is missing by its own name", async ({ page }) => {
  await openExample(page);
  await at(page, "filter-missing").click();
  const parts = page.locator("[id^='missing-goal/product-4/']");
  assert.deepEqual(await parts.allInnerTexts(), ["Koncept og kravspecifikation: Dato for opfyldelse", "I drift på jobindsats.dk: Dato for opfyldelse"]);
});

test("what the pay lacks is led to, too, where its first line has to be added", async ({ page }) => {
  await openExample(page);
  await at(page, "filter-missing").click();
  await press(page, "missing-base/0/value");
  await focused(page, "add-base-line");
  await goTo(page, "resultater");
  await at(page, "filter-missing").click();
  await press(page, "missing-overall");
  await focused(page, "overall");
});

test("/ goes to the goals, and Ctrl+F is the browser's own", async ({ page }) => {
  await openExample(page);
  const all = await rows(page).count();
  assert.equal(await takesKey(page, "Control+f"), false);
  await at(page, "place-resultater").focus();
  await page.keyboard.press("/");
  await focused(page, "find-goal");
  await page.keyboard.type("2 produktkrav");
  await shows(page, "find-count", "2 mål fundet");
  await settles(() => rows(page).count(), 2);
  await at(page, "find-goal").fill("findes ikke");
  await shows(page, "find-count", "0 mål fundet");
  await page.getByText("Ingen mål passer til dette valg.").waitFor();
  await at(page, "find-goal").fill("");
  await settles(() => rows(page).count(), all);
  // In a field it is what is written.
  await at(page, "goal/product-1/date").focus();
  await page.keyboard.type("20/11");
  await holds(page, "goal/product-1/date", "20/11");
  await goTo(page, "resultatloen");
  for (const key of ["Control+f", "/"]) assert.equal(await takesKey(page, key), false);
});

// Whether the page takes a key for itself and leaves the browser nothing to do. It listens before the key is pressed.
async function takesKey(page, key) {
  await page.evaluate(() => {
    const taken = new Promise((resolve) => {
      addEventListener("keydown", (event) => setTimeout(() => resolve(event.defaultPrevented)), { once: true });
    });
    globalThis.taken = () => taken;
  });
  await page.keyboard.press(key);
  return page.evaluate(() => globalThis.taken());
}

for (const [button, delimiter, decimals, mark] of [["table-danish", ";", "3,9", "\ufeff"], ["table-plain", ",", "3.9", ""]]) {
  test(`what goes out as a table comes in again: ${button}`, async ({ page }) => {
    await openExample(page, { assessed: true });
    await at(page, "tables").locator("summary").click();
    const { name, text } = await downloaded(page, () => press(page, button));
    assert.match(name, /^ams-2009-vurdering-.*\.csv$/);
    assert.ok(text.startsWith(`${mark}id${delimiter}mål${delimiter}`), text.slice(0, 40));
    const goals = byGoal(text, delimiter);
    assert.equal(goals.get("product-8")[5], decimals);
    assert.deepEqual(goals.get("goal-2").slice(5, 10), ["26210", "Opfyldt", "150", "150", "150"]);
    const bring = async (content) => {
      const file = { name: "igen.csv", mimeType: "text/csv", buffer: Buffer.from(content) };
      await page.locator("#table-input").setInputFiles(file);
      await page.locator("#import[open]").waitFor();
    };
    await bring(text);
    await settles(() => page.locator("#import-changes tbody tr").count(), 0);
    assert.equal(await page.locator("#import-problems [data-code]").count(), 0);
    await page.keyboard.press("Escape");
    await page.locator("#import").waitFor({ state: "detached" });
    await bring(text.replace("26210", "30000"));
    await settles(() => page.locator("#import-changes tbody tr").count(), 1);
    await press(page, "import-apply");
    await shows(page, "score-secured", "345");
    await page.keyboard.press("Control+z");
    await shows(page, "score-secured", "495");
  });
}

test("the table is copied as cells for Excel and Word, and nothing in it is a formula", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openExample(page, { assessed: true });
  await openGoal(page, "goal-2");
  await enter(page, "goal/goal-2/note", "=1+1");
  await at(page, "tables").locator("summary").click();
  await press(page, "table-copy", { back: true });
  await shows(page, "table-told", "Tabellen er kopieret. Sæt den ind i Excel eller Word.");
  const [html, text] = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return Promise.all(["text/html", "text/plain"].map(async (kind) => (await item.getType(kind)).text()));
  });
  // The browser wraps what it puts on the clipboard; the cells are what counts.
  const signs = { "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&amp;": "&" };
  const words = (cell) => cell.replace(/&(lt|gt|quot|amp);/g, (name) => signs[name]);
  const cells = [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row]) => (
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => words(cell))
  ));
  const lines = text.split("\r\n").filter(Boolean).map((line) => line.split("\t"));
  assert.deepEqual(cells, lines);
  const goal = cells.find(([id]) => id === "goal-2");
  assert.deepEqual(goal.slice(5, 7), ["26210", "Opfyldt"]);
  assert.equal(goal[10], "'=1+1");
});

test("what came with the results is reached by keyboard and accessible, 320 px wide", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await openExample(page, { assessed: true });
  await at(page, "tables").locator("summary").click();
  await tabTo(page, "find-goal");
  await page.keyboard.type("mål 2");
  await shows(page, "find-count", "1 mål fundet");
  assert.deepEqual(await look(page, "resultater"), []);
  await holds(page, "goal/goal-2/value", "26,210");
  await at(page, "find-goal").fill("");
  await at(page, "filter-missing").click();
  await at(page, "missing").waitFor();
  assert.deepEqual(await look(page, "resultater"), []);
});
