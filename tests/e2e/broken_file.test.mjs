// A file is text from a stranger: whatever it holds, the page says what is
// wrong and where, in the language of the page, and what was open stays.

import assert from "node:assert/strict";
import { test } from "./page.mjs";
import { CONTRACT, TITLE, at, goTo, holds, openExample, openFile, save, settles, type } from "./steps.mjs";

const changed = (change) => {
  const contract = JSON.parse(CONTRACT);
  change(contract);
  return JSON.stringify(contract, null, 2);
};

// What is wrong, the file, and the words that name it in each language.
const REFUSED = [
  ["no JSON", "Dette er en tekst.", "ikke gyldig JSON", "not valid JSON"],
  ["an empty file", "", "Filen er tom", "The file is empty"],
  ["a file that was cut", CONTRACT.slice(0, 5000), "slutter midt i det hele", "stops half-way"],
  ["UTF-16", Buffer.from(`\ufeff${CONTRACT}`, "utf16le"), "UTF-16", "UTF-16"],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), "ikke UTF-8", "not UTF-8"],
  ["deep nesting", "[".repeat(100_000), "dybere", "deeper"],
  ["NaN", CONTRACT.replace("26675", "NaN"), "ikke er et tal", "not a number"],
  ["a huge number", CONTRACT.replace("26675", "1e400"), "1e400", "cannot be worked with exactly"],
  ["a key twice", CONTRACT.replace('"version"', '"format"'), "for anden gang", "stands here twice"],
  ["a newer version", changed((contract) => { contract.version = 99; }), "version 99", "version 99"],
  ["another format", '{ "format": "recept", "version": 1 }', "som ikke kendes", "which is not known"],
  ["a negative weight", changed((contract) => { contract.goals[1].weight = -150; }), "linje", "line"],
  ["a day that does not exist", CONTRACT.replace("2009-11-30", "2009-02-30"), "2009-02-30", "2009-02-30"],
  ["an unknown kind of target", CONTRACT.replace('"at_most"', '"at_mots"'), "at_mots", "at_mots"],
];

test("a file that cannot be opened is located, and what was open and typed stays", async ({ page }) => {
  await openExample(page);
  await type(page, "goal/goal-2/value", "26300");
  const refusal = page.locator("#refused");
  for (const [what, content, danish, english] of REFUSED) {
    await openAtStart(page, `${what}.json`, content);
    await refusal.getByText(`${what}.json`).waitFor();
    await reads(page, refusal, ["Filen kan ikke åbnes", danish, /linje [\d.]+, tegn [\d.]+/], what);
    await page.locator("#lang-en").click();
    await reads(page, refusal, ["The file cannot be opened", english, /line [\d,]+, column [\d,]+/], what);
    await page.locator("#lang-da").click();
    await refusal.getByRole("button", { name: "Luk" }).click();
    await refusal.waitFor({ state: "detached" });
  }
  await at(page, "back-to-open").click();
  await holds(page, "goal/goal-2/value", "26.300");
  assert.equal(JSON.parse((await save(page)).text).contract.title, TITLE);
});

test("a file that is too large is not read", async ({ page }) => {
  await openFile(page, "stor.json", Buffer.alloc(9 * 1024 * 1024, 0x20));
  await page.locator("#message", { hasText: "stor.json fylder 9 MB" }).waitFor();
});

test("what looks like HTML in a file is text on the page", async ({ page }) => {
  const planted = '<img src=x onerror="globalThis.planted=1"><script>planted=1</script><b>Fed</b>';
  const file = changed((contract) => {
    contract.title = planted;
    contract.goals[1].title = planted;
    contract.goals[1].description = planted;
  });
  await openFile(page, "html.json", file);
  await settles(() => at(page, "row-goal-2").locator(".goal-row__name").textContent(), planted);
  await at(page, "open-goal-2").click();
  await at(page, "details-goal-2").getByText(planted).first().waitFor();
  for (const place of ["resultatloen", "risici", "kontrakt"]) await goTo(page, place);
  assert.equal(await page.locator("#app img, #app b").count(), 0);
  assert.equal(await page.evaluate(() => "planted" in globalThis), false);
});

test("weights that do not sum are told of, and the contract opens all the same", async ({ page }) => {
  await openFile(page, "vægte.json", changed((contract) => { contract.goals[1].weight = 149; }));
  await at(page, "goal/goal-2/value").waitFor();
  await goTo(page, "kontrakt");
  const findings = page.locator("#findings");
  await findings.locator(".finding", { hasText: "999" }).filter({ hasText: /vægt/i }).first().waitFor();
  await page.locator("#lang-en").click();
  await findings.locator(".finding", { hasText: "999" }).filter({ hasText: /weights/i }).first().waitFor();
});

async function openAtStart(page, name, content) {
  if (await page.locator("#start-over").isVisible()) await at(page, "start-over").click();
  await page.locator("#file-input").waitFor({ state: "attached" });
  await openFile(page, name, content);
}

// All of these stand in the element, in words or as a pattern.
async function reads(page, element, expected, what) {
  await element.getByText(expected[0]).first().waitFor();
  const text = (await element.textContent()).replaceAll("\u00a0", " ");
  for (const wanted of expected) {
    const found = wanted instanceof RegExp ? wanted.test(text) : text.includes(wanted);
    assert.ok(found, `${what}: ${wanted} is not in: ${text}`);
  }
}
