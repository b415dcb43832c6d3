// Measured results come in as a table: what would change is shown first, and
// nothing changes until the person says so.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { axe, test, until } from "./page.mjs";
import { at, enter, focused, goTo, holds, openExample, openGoal, press, settles, shows, tabTo } from "./steps.mjs";

const DANISH = [
  "mål;periode;enhed;resultat",
  "Mål 2;december 2009;forløb;26.210",
  "produktkrav 1;;;20.11.2009",
  "Produktkrav 4 › Koncept og kravspecifikation;;;20.06.2009",
  "product-4/live;;;12.01.2010",
  "",
].join("\r\n");

const ENGLISH = [
  "goal,period,value",
  "goal-2,2009-12,\"26,210\"",
  "product-1,,2009-11-20",
  "product-4/concept,,20 June 2009",
  "product-4/live,,12 Jan 2010",
  "",
].join("\n");

const FIELDS = {
  "goal/goal-2/value": "26.210",
  "goal/product-1/date": "20.11.2009",
  "goal/product-4/concept/date": "20.06.2009",
  "goal/product-4/live/date": "12.01.2010",
};

const changes = (page) => page.locator("#import-changes tbody tr");

// Hands the page a table through the field that its button opens.
async function bring(page, content, name = "resultater.csv") {
  const buffer = Buffer.from(content);
  await page.locator("#table-input").setInputFiles({ name, mimeType: "text/csv", buffer });
  await page.locator("#import[open]").waitFor();
}

// The problems that are named, as [code, line].
async function problems(page) {
  return page.locator("#import-problems [data-code]").evaluateAll((all) => (
    all.map((one) => [one.dataset.code, Number(one.dataset.line)])
  ));
}

for (const [name, content] of [["Danish with semicolons", DANISH], ["Danish with a mark", `\ufeff${DANISH}`], ["English with commas", ENGLISH]]) {
  test(`a table comes in: ${name}`, async ({ page }) => {
    await openExample(page);
    await bring(page, content);
    await focused(page, "import-heading");
    assert.deepEqual(await problems(page), []);
    await settles(() => changes(page).count(), 4);
    await shows(page, "score-secured", "0");
    await shows(page, "import-apply", "Overfør 4 resultater");
    await press(page, "import-apply");
    await page.locator("#import").waitFor({ state: "detached" });
    await openGoal(page, "goal-2");
    for (const [field, text] of Object.entries(FIELDS)) await holds(page, field, text);
    await shows(page, "score-secured", "175");
    await shows(page, "announced-message", "4 resultater er overført fra resultater.csv.");
    await holds(page, "goal/goal-2/evidence", "resultater.csv, linje 2");
  });
}

test("the place for files says what it takes", async ({ page }) => {
  await page.locator("#drop-zone").getByText("målte resultater som CSV").waitFor();
});

test("figures of earlier periods become readings, and the goal stays open", async ({ page }) => {
  await openExample(page);
  await bring(page, "mål;periode;resultat\nproduct-8;september 2009;3,9\nMål 2;marts 2009;31.000\nMål 2;december 2009;26.210\n");
  await changes(page).filter({ hasText: "september 2009" }).getByText("bliver en måling").waitFor();
  assert.equal(await changes(page).getByText("bliver en måling").count(), 2);
  await press(page, "import-apply");
  await holds(page, "goal/goal-2/value", "26.210");
  await at(page, "goals").getByText("Seneste måling: 3,9 (september 2009)").waitFor();
  await at(page, "open-goal-2").click();
  await holds(page, "goal/goal-2/reading-2009-03", "31.000");
});

test("what was taken over is undone as one change", async ({ page }) => {
  await openExample(page);
  await enter(page, "goal/goal-2/value", "30.000");
  await bring(page, DANISH);
  await changes(page).first().getByText("overskriver 30.000").waitFor();
  await press(page, "import-apply");
  await holds(page, "goal/goal-2/value", "26.210");
  await page.keyboard.press("Control+z");
  await holds(page, "goal/goal-2/value", "30.000");
  for (const field of Object.keys(FIELDS).slice(1)) await holds(page, field, "");
  await page.keyboard.press("Control+Shift+Z");
  for (const [field, text] of Object.entries(FIELDS)) await holds(page, field, text);
});

test("a change is left out by its box, with the keyboard alone", async ({ page }) => {
  await openExample(page);
  await enter(page, "goal/goal-2/value", "30.000");
  await at(page, "import-results").focus();
  await bring(page, DANISH);
  await focused(page, "import-heading");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), "Overfør Mål 2, linje 2");
  await page.keyboard.press("Space");
  await shows(page, "import-apply", "Overfør 3 resultater");
  await changes(page).first().getByText("bliver, som det er").waitFor();
  await press(page, "import-apply");
  await holds(page, "goal/product-1/date", "20.11.2009");
  await holds(page, "goal/goal-2/value", "30.000");
  await focused(page, "import-results");
});

test("whatever closes the preview without taking over changes nothing", async ({ page }) => {
  await openExample(page, { assessed: true });
  await at(page, "import-results").focus();
  for (const close of [() => page.keyboard.press("Escape"), () => press(page, "import-cancel")]) {
    await bring(page, DANISH.replace("26.210", "30.000"));
    await settles(() => changes(page).count(), 1);
    // The page below cannot be changed meanwhile.
    await page.keyboard.press("Control+z");
    await close();
    await page.locator("#import").waitFor({ state: "detached" });
    await focused(page, "import-results");
  }
  await holds(page, "goal/goal-2/value", "26.210");
  await shows(page, "score-secured", "495");
  await shows(page, "file-saved", "Intet at gemme");
  assert.equal(await page.locator("#undo").isDisabled(), true);
});

test("a table is taken wherever on the page it is dropped", async ({ page }) => {
  await openExample(page);
  await goTo(page, "kontrakt");
  const transfer = await page.evaluateHandle((content) => {
    const held = new DataTransfer();
    held.items.add(new File([content], "resultater.csv", { type: "text/csv" }));
    return held;
  }, DANISH);
  await page.dispatchEvent("#main-content", "drop", { dataTransfer: transfer });
  await settles(() => changes(page).count(), 4);
});

test("what is wrong is named by line, and the good rows can be taken over", async ({ page }) => {
  await openExample(page);
  await bring(page, [
    "mål;periode;resultat",
    "Maal 2;2009-12;26.210",
    "goal-2;2009-12",
    "goal-2;2009-12;ca. 26.000",
    "product-8;2009;3,9",
    "product-8;2009;4,1",
    "goal-1,2009-12,20000",
    "goal-1;2009-12;20000",
    "product-2;2009;120",
    "product-1;;20.11.2009",
    "goal-5;2010-06;100000",
    "",
  ].join("\n"));
  assert.deepEqual(await problems(page), [
    ["row-unknown-goal", 2],
    ["row-ragged", 3],
    ["row-not-a-number", 4],
    ["row-conflict", 5],
    ["row-conflict", 6],
    ["row-delimiter", 7],
    ["row-goal-undetermined", 8],
    ["row-goal-judged", 9],
  ]);
  await page.locator("#import-problems").getByText("Mente du »Mål 2«?").waitFor();
  await settles(() => changes(page).count(), 1);
  await at(page, "import-other-period").locator("summary").click();
  await at(page, "import-other-period").getByText("juni 2010").waitFor();
  await press(page, "import-apply");
  await holds(page, "goal/product-1/date", "20.11.2009");
  await holds(page, "goal/goal-2/value", "");
});

for (const [name, content, code] of [
  ["no header", "goal-2;2009-12;26210\n", "table-without-header"],
  ["another delimiter", "mål|periode|resultat\ngoal-2|2009-12|26210\n", "table-delimiter"],
  ["an open quotation mark", "mål;periode;resultat\n\"goal-2;2009-12;26210\n", "table-unclosed-quote"],
  ["nothing in it", "", "file-empty"],
  ["UTF-16", Buffer.from("\ufeffmål;resultat\n", "utf16le"), "utf-16"],
]) {
  test(`a file that cannot be used says why and changes nothing: ${name}`, async ({ page }) => {
    await openExample(page, { assessed: true });
    await bring(page, content);
    await page.locator(`#import-problems [data-code="${code}"]`).waitFor();
    await settles(() => page.locator("#import-apply").count(), 0);
    await axe(page);
    await press(page, "import-cancel");
    await shows(page, "score-secured", "495");
  });
}

test("a table needs an open contract", async ({ page }) => {
  await page.locator("#file-input").setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(DANISH) });
  await page.locator("#message", { hasText: "Åbn kontrakten først" }).waitFor();
});

test("the preview is in the language of the page", async ({ page }) => {
  await openExample(page);
  await page.locator("#lang-en").click();
  await bring(page, DANISH.replace("20.11.2009", "i november"));
  await shows(page, "import-apply", "Take over 3 results");
  await changes(page).first().getByText("26,210").waitFor();
  await page.locator("#import-problems").getByText("The goal is answered with a date").waitFor();
});

test("a hundred thousand rows leave the page responsive", async ({ page }) => {
  await openExample(page);
  const rows = Array.from({ length: 100_000 }, (_, row) => (
    `goal-${row % 40};${2000 + row % 10}-${String(1 + row % 12).padStart(2, "0")};${20_000 + row}`
  ));
  const started = Date.now();
  await bring(page, ["mål;periode;resultat", ...rows, "product-1;;20.11.2009", ""].join("\n"), "alle.csv");
  assert.ok(Date.now() - started < 20_000);
  await page.locator("#import-overview", { hasText: "Rækker: 100.001." }).waitFor();
  assert.ok(await page.locator("#import li, #import tr").count() < 2_000);
  await axe(page);
  await tabTo(page, "import-apply");
  await page.keyboard.press("Enter");
  await holds(page, "goal/product-1/date", "20.11.2009");
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 320]) {
    test(`the preview is accessible, ${colorScheme}, ${width} px wide`, { context: { colorScheme, viewport: { width, height: 640 } } }, async ({ page }) => {
      await openExample(page, { assessed: true });
      for (const lang of ["da", "en"]) {
        await page.locator(`#lang-${lang}`).click();
        await bring(page, `${DANISH.replace("26.210", "30.000")}Ukendt;2009;;5\r\ngoal-2;2009;;5\r\n`);
        await at(page, "import-other-period").locator("summary").click();
        await until(() => page.locator("#import-other-period tbody tr").count());
        await axe(page);
        assert.ok(await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.getElementById("import");
          return scrollWidth <= clientWidth && document.scrollingElement.scrollWidth <= innerWidth;
        }));
        await press(page, "import-cancel");
      }
    });
  }
}
