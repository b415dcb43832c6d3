// Next year's contract, made from last year's case on the page, filled in and decided there: by keyboard, in both
// languages. And what is said of a case that cannot simply be carried on.

import assert from "node:assert/strict";
import { REFUSALS } from "./drafts.mjs";
import { test } from "./page.mjs";
import { CONTRACT, at, downloaded, goTo, holds, kept, openExample, openFile, press, save, settles, shows, tabTo } from "./steps.mjs";
import { Year } from "./without_mouse.mjs";

const WORDS = {
  da: { proposals: "Fra 2009 til 2010: 18 mål, 11 videreføres.", decided: "Departementschefen fastsætter resultatlønnen for 2010" },
  en: { proposals: "From 2009 to 2010: 18 goals, 11 carried on.", decided: "The permanent secretary sets the performance pay for 2010" },
};

// What is decided otherwise than proposed: so many steps down the list, and what is typed then.
const DECISIONS = [
  ["goal-1", 1, "26850"],
  ["goal-3", 2, "30000"],
  ["goal-4", 2, "70000"],
  ["product-4", 2],
  ["product-6", 1, "30.06.2010"],
  ["product-11", 1, "30.09.2010"],
  ["product-12", 1, "31.12.2010"],
];

const RESULTS = [
  ["goal/goal-1/value", "26000"],
  ["goal/goal-2/value", "24500"],
  ["goal/goal-3/value", "31000"],
  ["goal/goal-4/value", "71000"],
  ["goal/goal-5/baseline", "23500"],
  ["goal/goal-5/value", "23500"],
  ["goal/product-2/points", "110"],
  ["goal/product-2/reason", "Tidsplanen holdt."],
  ["goal/product-6/date", "20.06.2010"],
  ["goal/product-8/value", 4.1],
  ["goal/product-11/date", "01.10.2010"],
  ["goal/product-12/date", "15.12.2010"],
  ["overall", "250"],
  ["overall-reason", "Stærkt bidrag."],
];

const PAY = [["base/0/title", "Lønrammeløn"], ["base/0/value", "1170000"], ["max-percent", "15"]];

/** Goes to a part of the contract by keyboard. */
async function partOf(page, part) {
  await press(page, `contract-${part}`);
  await page.locator(`[id="contract-${part}"][aria-current="page"]`).waitFor();
}

/** Chooses what becomes of a goal, so many steps down the list, and types what the choice takes. */
async function decide(page, goal, steps, text) {
  await tabTo(page, `choice-${goal}`);
  for (let step = 0; step < steps; step += 1) await page.keyboard.press("ArrowDown");
  if (text === undefined) return;
  await tabTo(page, `own-${goal}`);
  await page.keyboard.type(text);
}

for (const [lang, words] of Object.entries(WORDS)) {
  test(`next year's contract is made from the case of 2009, filled in and decided by keyboard: ${lang}`, async ({ page }) => {
    const year = new Year(page, lang);
    await press(page, "example-ams-2009-assessed");
    await at(page, "goal/goal-2/value").waitFor();
    await press(page, `lang-${lang}`, { back: true });
    await year.goesTo("kontrakt");
    await partOf(page, "fornyelse");
    await shows(page, "renewal-heading", words.proposals);
    for (const [goal, steps, text] of DECISIONS) await decide(page, goal, steps, text);
    await press(page, "begin-renewal");
    await settles(() => page.locator("h1.place-heading").textContent(), "Resultatkontrakt for AMS 2010–2013");
    await kept(page);

    await partOf(page, "aendringer");
    await at(page, "changes").getByText(/skærpes 6,5|tightened 6.5/).waitFor();
    assert.equal(await at(page, "changes-gone").getAttribute("aria-pressed"), "false");
    await press(page, "changes-gone");
    await settles(() => page.locator("#changes tbody tr").count(), 8);

    await year.isOf("15.01.2011", 2);
    for (const [field, said] of RESULTS) await year.fill(field, said);
    await year.goesTo("resultatloen");
    await press(page, "add-base-line");
    for (const [field, said] of PAY) await year.fill(field, said);
    await year.begins(0, 0);
    await year.isOf("15.01.2011", 2);
    await year.prints("afgoerelse", { draft: false });
    const lead = async () => (await page.locator(".paper__lead").textContent()).startsWith(words.decided);
    await settles(lead, true);
    await year.prints("aendringsnotat", { draft: false });
    await year.prints("kontraktudkast", { draft: false });

    const { name, text } = await downloaded(page, () => page.keyboard.press("Control+s"));
    assert.match(name, /^ams-2010-/);
    const { contract } = JSON.parse(text);
    const target = (goal) => contract.goals.find(({ id }) => id === goal)?.target;
    assert.equal(contract.renews, "ams-2009");
    assert.deepEqual(target("goal-1"), { kind: "at_most", value: 26850 });
    assert.deepEqual(target("product-6"), { kind: "by", date: "2010-06-30" });
    assert.equal(target("product-4"), undefined);
  });
}

test("last year's case stays as it was, and saving is offered where no file holds it", async ({ page }) => {
  await openExample(page, { assessed: true });
  await at(page, "goal/goal-2/value").fill("26300");
  await kept(page);
  await goTo(page, "kontrakt");
  await at(page, "contract-fornyelse").click();
  await at(page, "renewal-unsaved").waitFor();
  const { text } = await downloaded(page, () => at(page, "save-first").click());
  assert.equal(JSON.parse(text).contract.id, "ams-2009");
  await at(page, "renewal-unsaved").waitFor({ state: "detached" });
  await at(page, "renew-goal-2").getByText("26.300").waitFor();
  await at(page, "choice-goal-5").selectOption({ label: "udgår" });
  // Decisions stay while the person looks elsewhere.
  await goTo(page, "resultater");
  await goTo(page, "kontrakt");
  await at(page, "contract-fornyelse").click();
  await settles(() => at(page, "choice-goal-5").evaluate(({ selectedOptions: [one] }) => one.textContent), "udgår");
  await at(page, "begin-renewal").click();
  await settles(() => page.locator("h1.place-heading").textContent(), "Resultatkontrakt for AMS 2010–2013");
  await kept(page);
  const next = JSON.parse((await save(page)).text);
  assert.equal(next.contract.goals.some(({ id }) => id === "goal-5"), false);
  assert.equal(next.contract.goals[1].history.at(-1).value, 26300);
  await at(page, "start-over").click();
  await at(page, "drafts").getByText("Resultatkontrakt for AMS 2010–2013").waitFor();
  await at(page, "drafts").getByText("Resultatkontrakt for AMS 2009–2012").waitFor();
});

test("a deadline that is missing is named, and one that is no day is asked about", async ({ page }) => {
  await openExample(page, { assessed: true });
  await goTo(page, "kontrakt");
  await at(page, "contract-fornyelse").click();
  await at(page, "choice-product-6").selectOption({ label: "egen frist" });
  await at(page, "begin-renewal").click();
  await at(page, "to-mend").waitFor();
  await settles(() => page.evaluate(() => document.activeElement?.id), "own-product-6");
  await at(page, "own-product-6").fill("31.06.2010");
  await page.keyboard.press("Tab");
  await at(page, "own-product-6-error").waitFor();
  await at(page, "own-product-6").fill("juni 2010");
  await page.keyboard.press("Tab");
  await at(page, "renew-product-6").getByRole("button", { name: "30.06.2010" }).click();
  await holds(page, "own-product-6", "2010-06-30");
  await at(page, "begin-renewal").click();
  await settles(() => page.locator("h1.place-heading").textContent(), "Resultatkontrakt for AMS 2010–2013");
});

test("a case without an assessment, of another edition or without a year is said to be one", async ({ page }) => {
  await openExample(page);
  await goTo(page, "kontrakt");
  await at(page, "contract-fornyelse").click();
  await at(page, "renewal-remarks").getByText("ikke afgjort i den").waitFor();
  await at(page, "renewal-year").fill("2009");
  await at(page, "no-renewal").getByText("senere år end 2009").waitFor();
  await at(page, "renewal-year").fill("næste");
  await at(page, "renewal-year-said").waitFor();

  const old = JSON.parse(CONTRACT);
  const assessment = { format: "resultatvurdering", version: 1, contract: { id: old.id, sha256: "0".repeat(64) }, by: "agreed", status: "final", results: {} };
  await at(page, "start-over").click();
  await openFile(page, "sag.json", JSON.stringify({ format: "resultatsag", version: 1, contract: old, assessments: [assessment] }));
  await goTo(page, "kontrakt");
  await at(page, "contract-fornyelse").click();
  await at(page, "renewal-remarks").getByText("en anden udgave af kontrakten").waitFor();

  const silent = { ...old, period: undefined, pay: undefined, signed: undefined };
  await at(page, "start-over").click();
  await openFile(page, "uden-aar.json", JSON.stringify(silent));
  await goTo(page, "kontrakt");
  await at(page, "contract-fornyelse").click();
  await at(page, "no-renewal").waitFor();
  await at(page, "renewal-year").fill("2010");
  await at(page, "proposals").waitFor();
});

test("all proposals are taken at once, the choices come back, and weights are written", async ({ page }) => {
  await openExample(page, { assessed: true });
  await goTo(page, "kontrakt");
  await at(page, "contract-fornyelse").click();
  const chosen = () => at(page, "choice-goal-5").evaluate(({ selectedOptions: [one] }) => one.textContent);
  assert.equal(await at(page, "take-all").count(), 0);
  await at(page, "choice-goal-5").selectOption({ label: "udgår" });
  await at(page, "take-all").click();
  await settles(chosen, "som foreslået");
  await at(page, "take-back").click();
  await settles(chosen, "udgår");
  // A goal that goes on has its weight to write.
  assert.equal(await at(page, "weigh-goal-5").count(), 0);
  await at(page, "weigh-goal-2").fill("mange");
  await at(page, "begin-renewal").click();
  await settles(() => page.evaluate(() => document.activeElement?.id), "weigh-goal-2");
  await at(page, "weigh-goal-2-error").waitFor();
  await at(page, "weigh-goal-2").fill("op til 200");
  await at(page, "begin-renewal").click();
  await settles(() => page.locator("h1.place-heading").textContent(), "Resultatkontrakt for AMS 2010–2013");
  const { contract } = JSON.parse((await save(page)).text);
  assert.deepEqual(contract.goals.find(({ id }) => id === "goal-2").weight, { min: 0, max: 200 });
  assert.equal(contract.goals.find(({ id }) => id === "goal-1").weight, 125);
});

test("choices that the browser cannot keep are said to stand on the page alone", async ({ page }) => {
  await openExample(page, { assessed: true });
  await goTo(page, "kontrakt");
  await at(page, "contract-fornyelse").click();
  await at(page, "choice-goal-5").waitFor();
  assert.equal(await at(page, "choices-not-kept").count(), 0);
  await page.evaluate(REFUSALS["is full"]);
  await at(page, "choice-goal-5").selectOption({ label: "udgår" });
  await at(page, "choices-not-kept").waitFor();
});

test("goals that serve another contract turn to the one that renews it, where the browser keeps that", async ({ page }) => {
  const renew = async (title) => {
    await goTo(page, "kontrakt");
    await at(page, "contract-fornyelse").click();
    await at(page, "begin-renewal").click();
    await settles(() => page.locator("h1.place-heading").textContent(), title);
    await kept(page);
  };
  await page.locator("#example-ministry-2009").click();
  await at(page, "place-kontrakt").waitFor();
  await renew("Ministerens beskæftigelsesmål 2010");
  await at(page, "start-over").click();
  await at(page, "drafts").getByText("Ministerens beskæftigelsesmål 2010").waitFor();
  await openExample(page, { assessed: true });
  await renew("Resultatkontrakt for AMS 2010–2013");
  const { contract } = JSON.parse((await save(page)).text);
  const served = (goal) => contract.goals.find(({ id }) => id === goal).contributes_to;
  assert.equal(served("goal-1"), "ministry-2010#goal-1");
});
