// Goals that serve a goal: from the minister to the region to the job centre, and what the regions' figures come to is
// taken over by a person.

import assert from "node:assert/strict";
import { axe, test } from "./page.mjs";
import { at, focused, holds, settles } from "./steps.mjs";

async function openRegions(page) {
  await at(page, "to-portfolio").click();
  await at(page, "portfolio-example-regions").click();
  await at(page, "portfolio-levels").waitFor();
}

/** The rows of the table with this heading, each as its texts. */
const rows = (page, place) => page.locator(`table[aria-labelledby="level-${place}"] tbody tr`).evaluateAll(
  (all) => all.map((row) => [...row.children].map((cell) => cell.innerText.replaceAll("\u00a0", " ").trim())),
);

test("minister, region and centre stand below each other, each with requirement, result and whether it fits", async ({ page }) => {
  await openRegions(page);
  assert.match(await at(page, "level-0").innerText(), /Mindre arbejdskraftreserve/);
  const jobless = await rows(page, 0);
  const own = jobless.find(([name]) => name.startsWith("Arbejdsmarkedsstyrelsen · Mål 1"));
  assert.match(own[4], /! samme mål, men dér: Højst 26\.000 ledige/);
  assert.equal(jobless.filter((cells) => cells[4] === "regnet med").length, 4);
  const sickness = await rows(page, 1);
  const region = sickness.findIndex(([name]) => name.includes("Hovedstaden"));
  const [name, , result, , fits] = sickness[region + 1];
  assert.match(name, /↳\s+Niveau 2:\s.*Færre lange sygedagpengesager/s);
  assert.deepEqual([result, fits], ["1.214", "anden enhed: ikke lagt sammen"]);
  const text = (await page.locator("#portfolio").innerText()).replaceAll("\u00a0", " ");
  assert.match(text, /4 af 6 kendte bidrag opfyldt\. Sum: 11\.340 \+ 5\.480 \+ 3\.890 \+ 5\.590 = 26\.300 ledige\./);
  assert.match(text, /= 38\.120 unge\. Det er målets resultat\./);
  assert.match(text, /Bidragene lægges ikke sammen: 1 mangler tal\./);
  const across = await page.locator("#portfolio-across + ul").innerText();
  assert.match(across, /målet »goal-1« er det samme som »ministry-2009#goal-1«, men kravene er ikke ens/);
  await axe(page);
});

test("what contributions come to is taken over as a draft with its source, by key, and undone", async ({ page }) => {
  await openRegions(page);
  const buttons = page.locator("#portfolio-levels ~ section button");
  assert.deepEqual(await buttons.allInnerTexts(), ["Tag 26.300 ledige over som resultat for Mindre arbejdskraftreserve"]);
  const id = await buttons.first().getAttribute("id");
  await buttons.first().focus();
  await page.keyboard.press("Enter");
  await holds(page, "goal/goal-1/value", "26.300");
  assert.match(await at(page, "message").innerText(), /er sat ind og ikke gemt/);
  await at(page, "open-goal-1").click();
  const evidence = at(page, "goal/goal-1/evidence");
  await evidence.waitFor();
  assert.match(await evidence.inputValue(), /^Lagt sammen af bidrag i porteføljen \(4\)\. Sum: 11\.340 \+ .* = 26\.300 ledige\. .*Nordjylland/s);
  await axe(page);
  await page.keyboard.press("Control+z");
  await holds(page, "goal/goal-1/value", "");
  await holds(page, "goal/goal-1/evidence", "");
  await at(page, "back-to-portfolio").click();
  await focused(page, id);
});

test("in English and at 320 pixels nothing is cut off", { context: { viewport: { width: 320, height: 640 } } }, async ({ page }) => {
  await page.locator("#lang-en").click();
  await openRegions(page);
  assert.match(await at(page, "portfolio-levels").innerText(), /Goals that serve a goal/);
  const text = await page.locator("#portfolio").innerText();
  assert.match(text, /4 of 6 known contributions met\. Sum: 11,340 \+ 5,480 \+ 3,890 \+ 5,590 = 26,300 ledige\./);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(over, 0);
  await axe(page);
});

test("in the dark, and on one page of paper", { context: { colorScheme: "dark" } }, async ({ page }) => {
  await openRegions(page);
  await axe(page);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 1);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const paper = (await page.locator(".sheets .paper").textContent()).replaceAll("\u00a0", " ");
  assert.match(paper, /Mål, der tjener et mål.*4 af 6 kendte bidrag opfyldt\. Sum: .* = 26\.300 ledige\./s);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await settles(() => page.locator(".sheets").count(), 0);
});
