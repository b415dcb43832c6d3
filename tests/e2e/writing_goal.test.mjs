// All that a goal says is written by keyboard: its requirement as a phrase, two counts, figures as the document has them,
// and a part's own rule.

import assert from "node:assert/strict";
import { axe, test, until } from "./page.mjs";
import { at, downloaded, focused, goTo, holds, openFile, press, shows, tabTo } from "./steps.mjs";

const CONTRACT = {
  format: "resultatkontrakt", version: 1, id: "prøve", title: "Prøve", institution: "Styrelsen",
  period: { from: "2026-01-01", to: "2026-12-31" }, points: { total: 100 },
  goals: [
    { id: "a", label: "Mål 1", title: "Sager til tiden", weight: 40, unit: "pct.", target: { kind: "at_least", value: 90 } },
    {
      id: "b", label: "Mål 2", title: "To dele", weight: 60,
      target: {
        kind: "all_of",
        parts: [{ id: "part-1", title: "Klager", kind: "at_most", value: 100 }, { id: "part-2", title: "Plan", kind: "done" }],
      },
      scoring: { rule: "parts" },
    },
  ],
};

async function toGoals(page, contract = CONTRACT) {
  await page.locator("#lang-da").click();
  await openFile(page, "prøve.json", JSON.stringify(contract, null, 2));
  await goTo(page, "kontrakt");
  await at(page, "edit-contract").click();
  await at(page, "station-maal").click();
  await at(page, "write/goals/0/title").waitFor();
}

async function goalsWritten(page) {
  const { text } = await downloaded(page, () => page.keyboard.press("Control+s"));
  return JSON.parse(text).contract.goals;
}

/** Goes to a field by the Tab key and types. */
async function fill(page, field, text) {
  await tabTo(page, `write/goals/${field}`);
  await page.keyboard.type(text);
}

/** Chooses by the letter that begins the choice's name. */
async function pick(page, field, letter, code) {
  await tabTo(page, `write/goals/${field}`);
  await page.keyboard.press(letter);
  await holds(page, `write/goals/${field}`, code);
}

/** Unfolds the next heading of this name that the Tab key leads to. */
async function unfold(page, name) {
  const folded = () => page.evaluate(() => {
    const here = document.activeElement;
    return here?.matches("details:not([open]) > summary") ? here.textContent : undefined;
  });
  for (let steps = 0; await folded() !== name; steps += 1) {
    assert.ok(steps < 100, `the Tab key never led to ${name}`);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
}

test("two counts, and figures as the document has them, are written by keyboard", async ({ page }) => {
  await toGoals(page);
  await press(page, "unfold-goal-0");
  await unfold(page, "Resultatet regnes af to antal");
  await fill(page, "0/ratio/numerator", "Sager til tiden");
  await fill(page, "0/ratio/denominator", "Alle sager");
  await pick(page, "0/ratio/percent", "j", "true");
  await fill(page, "0/ratio/decimals", "1");
  for (const [list, period, figure] of [["history", "2025", "87,5"], ["guidelines", "2027", "92"]]) {
    await fill(page, `0/${list}/0/period`, period);
    await fill(page, `0/${list}/0/value`, figure);
    await unfold(page, "Mere om tallet");
    await fill(page, `0/${list}/0/stated`, `ca. ${figure} pct.`);
    await fill(page, `0/${list}/0/source`, "Tabel 2");
    await fill(page, `0/${list}/0/note`, "Foreløbigt");
  }
  await page.keyboard.press("Tab");
  const figure = (period, value, stated) => ({ period, value, stated, source: "Tabel 2", note: "Foreløbigt" });
  assert.deepEqual((await goalsWritten(page))[0], {
    ...CONTRACT.goals[0],
    ratio: { numerator: "Sager til tiden", denominator: "Alle sager", percent: true, decimals: 1 },
    history: [figure("2025", 87.5, "ca. 87,5 pct.")],
    guidelines: [figure("2027", 92, "ca. 92 pct.")],
  });
});

test("a part gets a rule and figures of its own by keyboard", async ({ page }) => {
  await toGoals(page);
  await press(page, "unfold-goal-1");
  await unfold(page, "Ordlyd, historik og sigtelinjer");
  await fill(page, "1/target/parts/0/history/0/period", "2025");
  await fill(page, "1/target/parts/0/history/0/value", "120");
  await unfold(page, "Mere om tallet");
  await fill(page, "1/target/parts/0/history/0/stated", "lidt over 100");
  await unfold(page, "Resultatet regnes af to antal");
  await fill(page, "1/target/parts/0/ratio/numerator", "Klager");
  await fill(page, "1/target/parts/0/ratio/denominator", "Sager");
  await pick(page, "1/target/parts/0/scoring/rule", "r", "linear");
  await fill(page, "1/target/parts/0/scoring/zero_at", "150");
  await page.keyboard.press("Tab");
  const [klager, plan] = CONTRACT.goals[1].target.parts;
  assert.deepEqual((await goalsWritten(page))[1].target.parts, [
    {
      ...klager,
      history: [{ period: "2025", value: 120, stated: "lidt over 100" }],
      ratio: { numerator: "Klager", denominator: "Sager" },
      scoring: { rule: "linear", zero_at: 150 },
    },
    plan,
  ]);
});

test("a day by itself is a deadline, one without its year is asked about, and Alt with an arrow moves the goal from there", async ({ page }) => {
  await toGoals(page);
  const requirement = "write/goals/0/target/phrase";
  await tabTo(page, requirement);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("31.12.2026");
  await page.keyboard.press("Tab");
  await holds(page, requirement, "Senest 31.12.2026");
  await tabTo(page, requirement, { back: true });
  await page.keyboard.press("Control+a");
  await page.keyboard.type("1. marts");
  await page.keyboard.press("Tab");
  await at(page, `${requirement}/said`).getByRole("button", { name: "Senest 01.03.2026" }).waitFor();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await holds(page, requirement, "Senest 01.03.2026");
  await focused(page, requirement);
  await page.keyboard.press("Alt+ArrowDown");
  await focused(page, "write/goals/1/target/phrase");
  await holds(page, "write/goals/1/target/phrase", "Senest 01.03.2026");
  await holds(page, requirement, "Alle 2 dele");
  await page.keyboard.press("Alt+ArrowUp");
  await focused(page, requirement);
  await holds(page, requirement, "Senest 01.03.2026");
  assert.deepEqual((await goalsWritten(page)).map(({ id, target }) => [id, target.kind]), [["a", "by"], ["b", "all_of"]]);
});

const TRIED = {
  ...CONTRACT,
  points: { total: 300 },
  goals: [
    { id: "day", title: "Plan", weight: 40, target: { kind: "by", date: "2026-06-30" } },
    { id: "done", title: "Ordning", weight: 20, target: { kind: "done" } },
    { id: "judged", title: "Samarbejde", weight: { min: 0, max: 80 }, target: { kind: "assessed" } },
    {
      id: "rated", title: "Ledelse", weight: 60,
      target: { kind: "rated", levels: [{ id: "not", title: "Ikke opfyldt", share: 0 }, { id: "partly", title: "Delvist opfyldt", share: 0.5 }, { id: "full", title: "Opfyldt", share: 1 }] },
    },
    CONTRACT.goals[1],
  ],
};

test("a day, an answer, points, a level and the parts of a goal are tried by keyboard", async ({ page }) => {
  await toGoals(page, TRIED);
  const said = (goal, text) => shows(page, `try/goals/${goal}/said`, text);
  const open = async (goal, field) => {
    await press(page, `unfold-goal-${goal}`);
    await tabTo(page, `try/goals/${goal}${field}`);
  };
  await open(0, "");
  await page.keyboard.type("30.6.26");
  await said(0, "Giver 40 af 40 point");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("01.07.2026");
  await said(0, "Giver 0 af 40 point");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("i morgen");
  await said(0, "Skriv datoen som 30.06.2009");
  await open(1, "");
  await page.keyboard.press("j");
  await said(1, "Giver 20 af 20 point");
  await page.keyboard.press("ArrowDown");
  await said(1, "Giver 0 af 20 point");
  await open(2, "");
  await page.keyboard.type("55");
  await said(2, "Giver 55 af 80 point");
  await page.keyboard.type("5");
  await until(async () => (await at(page, "try/goals/2/said").textContent()).includes("80"));
  await open(3, "");
  await page.keyboard.press("d");
  await said(3, "Giver 30 af 60 point");
  await page.keyboard.press("Home");
  await said(3, "");
  await open(4, "/part-1");
  await page.keyboard.type("99");
  await said(4, "Udfyld også de andre dele.");
  await tabTo(page, "try/goals/4/part-2");
  await page.keyboard.press("n");
  await said(4, "Giver 30 af 60 point");
  await axe(page);
  assert.deepEqual(await goalsWritten(page), TRIED.goals, "what is tried is not in the contract");
});
