// Hvad nu hvis: a marked copy with sliders, what a percent takes, and what each goal can still move.

import assert from "node:assert/strict";
import { look } from "./look.mjs";
import { test, until } from "./page.mjs";
import { at, enter, goTo, holds, openExample, shows } from "./steps.mjs";

const GOAL = "goal/goal-2/value";

async function open(page) {
  await openExample(page, { assessed: true });
  await goTo(page, "hvad-nu-hvis");
}

/** Moves a slider as a person at the keyboard does. */
async function press(page, id, key, times = 1) {
  await at(page, id).focus();
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
}

test("a slider changes the trial, and the assessment stays as it is", async ({ page }) => {
  await open(page);
  assert.equal(await page.locator("#trial").count(), 0);
  await page.locator("#begin-trial").click();
  await page.locator("#trial").waitFor();
  await press(page, `${GOAL}/slider`, "End");
  await shows(page, "score-secured", "345");
  const cells = page.locator("#trial-compared tbody tr").first().locator("td");
  assert.deepEqual(await cells.allTextContents(), ["495", "345", "\u2212150"]);
  await page.locator("#place-resultater").click();
  await page.locator("#trial").waitFor();
  await page.locator("#leave-trial").click();
  await page.locator("#trial").waitFor({ state: "detached" });
  await shows(page, "score-secured", "495");
  await holds(page, GOAL, "26.210");
});

test("moving a slider is undone in one step, and the trial is not saved", async ({ page }) => {
  await open(page);
  await page.locator("#begin-trial").click();
  await press(page, `${GOAL}/slider`, "ArrowRight", 5);
  await page.keyboard.press("Control+z");
  await holds(page, GOAL, "26.210");
  await press(page, `${GOAL}/slider`, "End");
  await shows(page, "score-secured", "345");
  const download = page.waitForEvent("download");
  await page.keyboard.press("Control+s");
  const chunks = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk);
  const saved = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  assert.deepEqual(saved.assessments.map((one) => one.results["goal-2"].value), [26210]);
});

test("what a percent takes is listed, tried out, and then reached", async ({ page }) => {
  await open(page);
  await page.locator("#needed #wanted").fill("82");
  await shows(page, "verdict", "82 % af den fulde resultatløn nås, hvis alle 4 lykkes. 58,65 % er sikkert nu.");
  const first = page.locator("#plan tbody tr").first();
  assert.match(await first.textContent(), /Produktkrav 12.*Fristen er overskredet/);
  await page.locator("#wanted").fill("87");
  await shows(
    page, "verdict",
    "87 % af den fulde resultatløn kan ikke nås. Højst 86,65 % kan nås, hvis alt det åbne lykkes:",
  );
  await page.locator("#measure").selectOption("kontraktens point");
  await page.locator("#wanted").fill("52");
  await shows(page, "verdict", "52 % af kontraktens point nås, hvis dette lykkes. 49,5 % er sikkert nu.");
  await page.locator("#try-out").click();
  await page.locator("#trial").waitFor();
  await shows(page, "score-secured", "520");
  await shows(page, "verdict", "52 % af kontraktens point er allerede sikret: 52 % er sikkert.");
  await page.locator("#wanted").fill("halvdelen");
  await shows(page, "wanted-error", "Et tal fra 0 til 100, for eksempel 90");
});

test("the plan counts points, percent and kroner apart, and the judgement stands apart from what can be done", async ({ page }) => {
  await openExample(page, { assessed: true });
  await goTo(page, "resultatloen");
  await enter(page, "overall", "");
  await goTo(page, "hvad-nu-hvis");
  await page.locator("#wanted").fill("89");
  await page.locator("#plan .plan__judged").waitFor();
  const heads = await page.locator("#plan thead th").allTextContents();
  assert.deepEqual(heads.slice(3), ["Kontraktpoint", "Procentpoint af resultatlønnen", "Kroner", "Så er nået"]);
  const judged = page.locator("#plan .plan__judged tr");
  assert.equal(await judged.count(), 1);
  assert.match(await judged.textContent(), /Samlet vurdering.*Bedømmes af departementet/);
  // 25 points are 17,5 of the 1.000 of the pay, and so much of 172.500 kr.
  const row = page.locator("#plan tbody").first().locator("tr", { hasText: "Produktkrav 12" });
  const cells = (await row.locator("td").allTextContents()).map((text) => text.replaceAll("\u00a0", " "));
  assert.deepEqual(cells.slice(3, 6), ["25", "1,75", "3.018,75 kr."]);
  const first = () => page.locator("#plan tbody tr td").first().textContent();
  const nearest = await first();
  await page.locator("#plan-order").selectOption("flest point først");
  await until(async () => await first() !== nearest);
  await page.locator("#plan tbody tr a").first().click();
  await page.locator("[id^=steps-]").first().waitFor();
});

test("what each goal can move stands as bars and as figures, the most first", async ({ page }) => {
  await openExample(page, { assessed: true });
  await page.locator("#place-resultatloen").click();
  await page.locator("#to-what-if").click();
  const points = page.locator("#sensitivity tbody tr td:nth-of-type(2)");
  assert.deepEqual(await points.allTextContents(), ["125", "125", "75", "50", "25"]);
  const widths = page.locator("#sensitivity rect");
  const drawn = await widths.evaluateAll((bars) => bars.map((bar) => bar.getAttribute("width")));
  assert.deepEqual(drawn, ["100.0%", "100.0%", "60.0%", "40.0%", "20.0%"]);
  assert.match(await page.locator("#sensitivity tbody tr").first().textContent(), /15\.093,75\u00a0kr\./);
});

for (const [name, context] of [
  ["on a wide, dark screen", { colorScheme: "dark" }],
  ["at 320 px", { viewport: { width: 320, height: 800 } }],
]) {
  test(`the trial is accessible ${name}, in both languages`, { context }, async ({ page }) => {
    await open(page);
    assert.deepEqual(await look(page, "before"), []);
    await page.locator("#begin-trial").click();
    await page.locator("#trial").waitFor();
    await enter(page, "wanted", "60");
    assert.deepEqual(await look(page, "trial"), []);
  });
}
