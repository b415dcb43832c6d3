// Whose assessment is on the screen: another party's is read until one says
// so, its words stay its own, and what happened carries its own day.

import assert from "node:assert/strict";
import { look } from "./look.mjs";
import { test } from "./page.mjs";
import { at, enter, focused, goTo, goToPart, holds, openChip, openExample, openFile, press, save, settles, shows, tabTo } from "./steps.mjs";

const REASON = "goal/product-2/reason";

/** The department's assessment, begun from the director's by keyboard. */
async function begun(page) {
  await openExample(page, { assessed: true });
  await press(page, "place-vurderinger");
  await press(page, "start-from-0");
  await focused(page, "begin-by");
  await press(page, "begin-now");
  await settles(() => page.locator("#assessments tbody tr").count(), 2);
}

/** A file with an assessment of either party, both open. */
async function file(page) {
  await openExample(page, { assessed: true });
  const { text } = await save(page);
  const both = JSON.parse(text);
  both.assessments.push({ ...both.assessments[0], by: "department" });
  await page.locator("#start-over").click();
  await openFile(page, "sag.json", JSON.stringify(both));
  await at(page, "of-other").waitFor();
}

test("another party's assessment is read until one says that it is edited", async ({ page }) => {
  await file(page);
  assert.match(await at(page, "of-other").textContent(), /Dette er departementets vurdering\. Den kan læses/);
  assert.equal(await at(page, "goal/goal-2/value").getAttribute("readonly"), "readonly");
  assert.deepEqual(await look(page, "another party's results"), []);
  await page.locator("#lang-da").click();
  await shows(page, "edit-other", "Ret departementets vurdering");
  await press(page, "edit-other");
  await at(page, "of-other").waitFor({ state: "detached" });
  await enter(page, "goal/goal-2/value", "26.211");
  await holds(page, "goal/goal-2/value", "26.211");
  // The director's is still closed, its events too; a trial of it is not.
  await goToPart(page, "vurderinger");
  await at(page, "show-0").click();
  await shows(page, "edit-other", "Ret direktørens vurdering");
  await goTo(page, "afgoerelse");
  await at(page, "event-note").waitFor({ state: "detached" });
  assert.equal(await at(page, "adjustment-value").getAttribute("readonly"), "readonly");
});

test("a field that one goes to right after a press keeps the focus and every key", async ({ page }) => {
  await file(page);
  const field = at(page, "goal/goal-2/value");
  // Both at once, as when the machine is slow: the press would move the focus to the content a moment later.
  await page.evaluate(() => {
    document.getElementById("edit-other").click();
    document.getElementById("goal/goal-2/value").focus();
  });
  await at(page, "of-other").waitFor({ state: "detached" });
  // Timers come in their order: by then the press has moved the focus, if it does.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  assert.equal(await field.evaluate((one) => one === document.activeElement), true);
});

test("the department's reading of the director's files is remembered in the browser", { ways: ["root", "path", "offline"] }, async ({ page }) => {
  await begun(page);
  const { text } = await save(page);
  const directors = JSON.parse(text);
  directors.assessments = [{ ...directors.assessments[0], events: [] }];
  await page.locator("#start-over").click();
  await page.reload();
  await openFile(page, "direktør.json", JSON.stringify(directors));
  await shows(page, "edit-other", "Ret direktørens vurdering");
});

test("copied reasons are the director's until the department confirms or rewrites them", async ({ page }) => {
  await begun(page);
  await goTo(page, "resultater");
  const mark = page.locator(".words-of-other").first();
  await mark.waitFor();
  assert.match(await mark.textContent(), /Direktørens begrundelse, ikke bekræftet/);
  await enter(page, "goal/product-2/points", "60");
  await page.locator("#error-summary").waitFor();
  assert.match(await page.locator("#error-summary").textContent(), /Vurderingen er ændret\. Skriv en egen begrundelse/);
  assert.deepEqual(await look(page, "a reason to be confirmed"), []);
  await page.locator("#lang-da").click();
  await goTo(page, "papirer");
  await page.goto(`${page.url().split("#")[0]}#papirer/afgoerelse`);
  await page.locator("main").getByText("Direktørens begrundelse").first().waitFor();
  await goTo(page, "resultater");
  await press(page, `${REASON}/confirm`);
  await at(page, `${REASON}/confirm`).waitFor({ state: "detached" });
  await page.locator("#error-summary").waitFor({ state: "detached" });
  const { text } = await save(page);
  const [director, department] = JSON.parse(text).assessments;
  assert.equal(director.events.at(-1).kind, "locked");
  assert.equal(department.by, "department");
  assert.equal(department.results["product-2"].reason_from, undefined);
});

test("what was decided is struck out and stays", async ({ page }) => {
  await openExample(page, { assessed: true });
  await goTo(page, "afgoerelse");
  await at(page, "event-note").fill("Aftalt på mødet");
  await at(page, "event-on").fill("12.01.2010");
  await press(page, "add-event");
  await page.locator("#events li button").click();
  await page.locator("#events s").waitFor();
  assert.match(await page.locator("#events li").textContent(), /12\.01\.2010: Besluttet\. Aftalt på mødet streget ud \d\d\.\d\d\.\d{4} \(Direktøren\)/);
  await page.locator("#events li button").waitFor({ state: "detached" });
  assert.deepEqual(await look(page, "struck out"), []);
  await page.keyboard.press("Control+z");
  await page.locator("#events s").waitFor({ state: "detached" });
});

test("a day that cannot be read leaves the last one in force and says so", async ({ page }) => {
  await openExample(page);
  await page.clock.setFixedTime(new Date("2009-12-31T12:00:00"));
  await enter(page, "as-of", "31.12.2009");
  const overdue = await at(page, "filter-overdue").textContent();
  assert.match(overdue, /[1-9]/);
  await enter(page, "as-of", "31.13.2009");
  assert.equal(await at(page, "filter-overdue").textContent(), overdue);
  await openChip(page);
  await at(page, "chip").getByText("Indtil da gælder vurderingen stadig pr. 31.12.2009").waitFor();
  await page.locator("#error-summary").getByText("stadig pr. 31.12.2009").waitFor();
  assert.deepEqual(await look(page, "a day that cannot be read"), []);
});

test("a contract whose period has not begun opens without an error", async ({ page }) => {
  const year = new Date().getFullYear() + 2;
  const later = {
    format: "resultatkontrakt", version: 1, id: "later", title: "Senere", points: { total: 100 },
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    goals: [{ id: "a", title: "Sager", weight: 100, target: { kind: "by", date: `${year}-06-30` } }],
  };
  await openFile(page, "senere.json", JSON.stringify(later));
  await at(page, "goal/a/date").waitFor();
  await page.locator("#chip-name", { hasText: `01.01.${year}` }).waitFor();
  assert.equal(await page.locator("#error-summary").count(), 0);
});
