// What a person does on the page, and what they then see, as steps that the
// tests share.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { until } from "./until.mjs";

/** The example contract that the page carries, as text. */
export const CONTRACT = await readFile(
  fileURLToPath(new URL("../../contracts/ams-2009.json", import.meta.url)), "utf8",
);

/** How the page names the example contract. */
export const TITLE = JSON.parse(CONTRACT).title;

// Longer than any page takes on a slow machine, shorter than a test may take.
const LIMIT = 20_000;

/** The element with this id. A field's id has slashes, which `#` would not take. */
export function at(page, id) {
  return page.locator(`[id="${id}"]`);
}

/** Waits until `read` gives `expected`; says what it gave instead when it never does. */
export async function settles(read, expected) {
  const end = Date.now() + LIMIT;
  let found = await read();
  while (found !== expected && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    found = await read();
  }
  assert.equal(found, expected);
}

/** Waits until an element reads `expected`; hard spaces count as spaces. */
export async function shows(page, id, expected) {
  const read = () => at(page, id).evaluateAll(([one]) => one?.textContent.replaceAll("\u00a0", " ").trim());
  await settles(read, expected);
}

/** Waits until each of the elements reads as it should: `{ id: text }`. */
export async function showAll(page, expected) {
  for (const [id, text] of Object.entries(expected)) await shows(page, id, text);
}

/** Waits until a field holds `expected`. */
export async function holds(page, id, expected) {
  await settles(() => at(page, id).evaluateAll(([one]) => one?.value), expected);
}

/** Opens the example contract by its button, without an assessment or with the one that comes with it. */
export async function openExample(page, { assessed = false } = {}) {
  await page.locator(assessed ? "#example-ams-2009-assessed" : "#example-ams-2009").click();
  await at(page, "goal/goal-2/value").waitFor();
}

/** Hands the page a file as its button does. */
export async function openFile(page, name, content) {
  const buffer = Buffer.from(content);
  await page.locator("#file-input").setInputFiles({ name, mimeType: "application/json", buffer });
}

/** Types into a field, in place of what stands there, and stays in it. */
export async function type(page, id, text) {
  if (id === "as-of") await openChip(page);
  await at(page, id).selectText();
  await page.keyboard.press("Delete");
  await page.keyboard.type(text);
}

/** Opens what says whose assessment it is, with its fields. */
export async function openChip(page) {
  if (!await page.locator("#chip[open]").count()) await at(page, "chip-name").click();
}

/** Types into a field and leaves it. */
export async function enter(page, id, text) {
  await type(page, id, text);
  await page.keyboard.press("Tab");
  if (id === "as-of") await page.keyboard.press("Escape");
}

/** Goes to another place of the open contract, such as `resultater`, `hvad-nu-hvis`, `afgoerelse`. */
export async function goTo(page, place) {
  await at(page, `place-${place}`).click();
  await page.locator(`[id="place-${place}"][aria-current="page"]`).waitFor();
}

/** Goes to a part of the assessments: `vurderinger`, `sammenlign`, `orientering`. */
export async function goToPart(page, part) {
  await goTo(page, "vurderinger");
  await at(page, `part-${part}`).click();
  await page.locator(`[id="part-${part}"][aria-current="page"]`).waitFor();
}

/** Opens the details of a goal. */
export async function openGoal(page, goal) {
  await at(page, `open-${goal}`).click();
  await at(page, `steps-${goal}`).waitFor();
}

/** Presses the button that saves, and gives the file's name and text. */
export async function save(page) {
  return downloaded(page, () => page.locator("#save-file").click());
}

/** The name and the text of the file that an action hands to the browser. */
export async function downloaded(page, action) {
  const [file] = await Promise.all([page.waitForEvent("download"), action()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

/** Waits until the page says that the browser keeps the draft. */
export async function kept(page) {
  await page.locator("#draft-state", { hasText: /kladde gemt|draft saved/ }).waitFor();
}

/** Moves the focus by Tab until it is on the element with this id; `back` for Shift+Tab. */
export async function tabTo(page, id, { back = false } = {}) {
  await tabToAny(page, [id], { back });
}

/** The same with the first of several elements that is met; gives its id. */
export async function tabToAny(page, ids, { back = false } = {}) {
  for (let steps = 0; steps < 300; steps += 1) {
    const focused = await page.evaluate(() => document.activeElement?.id);
    if (ids.includes(focused)) return focused;
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
  }
  assert.fail(`the Tab key never led to ${ids}`);
}

/** Presses a button that the Tab key leads to. */
export async function press(page, id, options) {
  await tabTo(page, id, options);
  await page.keyboard.press("Enter");
}

/** Waits until the element with this id has the focus. */
export async function focused(page, id) {
  await until(() => page.evaluate((wanted) => document.activeElement?.id === wanted, id));
}

/** Presses a button that gives way to fields, and waits until the focus is on `field`, the first of them. */
export async function begin(page, button, field) {
  await at(page, button).click();
  await focused(page, field);
}
