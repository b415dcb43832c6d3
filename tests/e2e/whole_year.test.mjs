// A whole year, by keyboard alone, in both languages: the empty contract, readings in March and June, the status and
// the notice of mid-year, the results of January with the individual areas and the pay, the self-assessment, the
// department's assessment, the comparison, the agreed one, the decision, and each paper printed. What is saved at
// the end is `tests/report/year.json`, of which the tests of papers recompute every figure.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { test } from "./page.mjs";
import { at, downloaded, focused, press, settles, shows } from "./steps.mjs";
import { Year } from "./without_mouse.mjs";

const YEAR = fileURLToPath(new URL("../report/year.json", import.meta.url));

const GOALS = [
  ["goal/goal-2/value", "26210"],
  ["goal/goal-5/baseline", "23500"],
  ["goal/goal-5/value", "23500"],
  ["goal/product-1/date", "20.11.2009"],
  ["goal/product-2/points", "120"],
  ["goal/product-2/reason", "Lovforslagene kom til tiden; overgangen kostede aktivitet."],
  ["goal/product-3/date", "15.12.2009"],
  ["goal/product-4/concept/date", "20.06.2009"],
  ["goal/product-4/live/date", "12.01.2010"],
  ["goal/product-6/date", "02.10.2009"],
  ["goal/product-8/baseline", 3.7],
  ["goal/product-8/value", 3.9],
  ["goal/product-9/june/date", "25.06.2009"],
  ["goal/product-9/december/date", "17.12.2009"],
  ["goal/product-9/recruitment/done", true],
  ["goal/product-9/overview/done", true],
  ["goal/product-10/date", "01.12.2009"],
  ["goal/product-11/date", "01.07.2009"],
  ["goal/product-12/date", "15.12.2009"],
  ["goal/product-13/date", "01.08.2009"],
];

const AREAS = [
  ["area/leadership-group/done", true],
  ["area/leadership-group/note", "Deltog i alle møder."],
  ["area/political-initiatives/done", true],
  ["area/reforms/done", true],
  ["area/group-strategy/done", true],
  ["area/external-work/note", "Arbejdet fortsætter i 2010."],
  ["area/recruitment/turnover/baseline", 10.4],
  ["area/recruitment/turnover/value", 9.1],
  ["area/recruitment/leadership/baseline", "67"],
  ["area/recruitment/leadership/value", "71"],
  ["area/recruitment/welcome/level/value", "82"],
  ["area/diversity/special-terms/value", 3.7],
  ["area/diversity/non-western/value", 3.6],
  ["area/sickness/baseline", 9.8],
  ["area/sickness/value", 10.1],
  ["overall", "240"],
  ["overall-reason", "Stærkt bidrag; sygefraværet faldt ikke."],
];

const PAY = [
  ["base/0/title", "Lønrammeløn"],
  ["base/0/value", "1150000"],
  ["max-percent", "15"],
  ["left-on", "30.06.2009"],
  ["holiday-percent", 1.5],
];

const ADDENDA = [["goal-1", "25000", "24200"], ["goal-3", "30000", "31000"], ["goal-4", "70000", "69300"]];

const WORDS = {
  da: {
    decided: "Departementschefen fastsætter resultatlønnen for 2009 til 58.895,04 kr.", draft: "Udkast",
    missed: "Det, der er målt eller ventet, når ikke målet.",
  },
  en: {
    decided: "The permanent secretary sets the performance pay for 2009 at DKK 58,895.04", draft: "Draft",
    missed: "What was measured or is expected does not reach the goal.",
  },
};

for (const [lang, words] of Object.entries(WORDS)) {
  test(`a whole year by keyboard alone: ${lang}`, async ({ page }) => {
    const year = new Year(page, lang);
    await press(page, "example-ams-2009");
    await at(page, "goal/goal-2/value").waitFor();
    await press(page, `lang-${lang}`, { back: true });

    await year.isOf("31.03.2009", 0);
    await year.fill("goal/goal-2/value", "31000");
    await year.isOf("30.06.2009", 1);
    await year.fill("goal/goal-2/value", "29000");
    await year.fill("goal/product-5/date", "31.03.2009");
    await year.fill("goal/product-7/date", "30.06.2009");
    await shows(page, "score-secured", "75");

    await year.goesTo("vurderinger");
    await press(page, "part-orientering");
    await at(page, "duty-goal-2").getByText(words.missed).waitFor();
    await press(page, "write-goal-2");
    await focused(page, "goal/goal-2/notice-cause");
    await year.fill("goal/goal-2/notice-cause", "Flere nye forløb end ventet.");
    await year.fill("goal/goal-2/notice-measures", "Opfølgning hver måned.");
    await year.fill("told-on", "01.07.2009");
    await press(page, "tell");
    await at(page, "tell").waitFor({ state: "detached" });
    await year.prints("orientering", { draft: false });

    await year.begins(0, 2);
    await year.isOf("15.01.2010", 2);
    for (const [goal, target, result] of ADDENDA) await year.fixes(goal, target, result);
    for (const [field, said] of [...GOALS, ...AREAS]) await year.fill(field, said);
    await year.goesTo("resultatloen");
    await press(page, "add-base-line");
    await focused(page, "base/0/title");
    for (const [field, said] of PAY) await year.fill(field, said);
    await year.prints("selvangivelse", { draft: false });

    await year.begins(1, 0);
    await year.isOf("15.01.2010", 2);
    await year.fill("goal/product-2/points", "100");
    await year.fill("goal/product-2/reason", "Overgangen kostede mere aktivitet.");
    await year.goesTo("vurderinger");
    await press(page, "part-sammenlign");
    await press(page, "make-agreed");
    await at(page, "agreed-intro").waitFor();
    await press(page, "take-second-product-2");
    await settles(() => at(page, "take-second-product-2").getAttribute("aria-pressed"), "true");

    await year.isOf("15.01.2010", 2);
    await year.goesTo("afgoerelse");
    await year.fill("adjustment-value", "-10");
    await year.fill("adjustment-agreed", "01.02.2010");
    await year.fill("adjustment-source", "Brev af 1. februar");
    await year.fill("adjustment-reason", "Manglende opfølgning i andet halvår.");
    await year.prints("afgoerelse", { draft: false });
    await settles(async () => (await page.locator(".paper__lead").textContent()).replaceAll("\u00a0", " ").startsWith(words.decided), true);
    await year.prints("resultatoversigt", { draft: false });

    const { text } = await downloaded(page, () => page.keyboard.press("Control+s"));
    const said = JSON.parse(text).assessments.map(withoutToday);
    if (process.env.RENEW) await writeFile(YEAR, `${JSON.stringify(said, null, 2)}\n`);
    assert.deepEqual(said, JSON.parse(await readFile(YEAR, "utf8")));
  });
}

/** An assessment without what hangs on the day of the test and on the contract's file. */
function withoutToday({ events, ...assessment }) {
  assert.ok(Array.isArray(events));
  const { id } = assessment.contract;
  return { ...assessment, contract: { id } };
}
