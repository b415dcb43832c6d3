// Agreements of today by keyboard alone, in both languages and on a telephone: each example opened empty, filled in by the
// director, decided by the other party, and printed. What is saved at the end is `tests/report/today.json`, of which the tests
// of papers recompute every figure.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { test } from "./page.mjs";
import { downloaded, press, settles, shows } from "./steps.mjs";
import { lookOnce } from "./look.mjs";
import { Year } from "./without_mouse.mjs";

const SAID = fileURLToPath(new URL("../report/today.json", import.meta.url));

/** A level by its place on the scale, with a reason. */
const level = (place) => ({ place, reason: "Bestyrelsen har set på det." });

const EXAMPLES = {
  "vejlefjord-2015": {
    day: "31.08.2016",
    fields: [
      ["goal/teaching", level(2)],
      ["goal/applicants/value", "93"],
      ["goal/budget/value", 0.7],
      ["goal/drop-out/numerator", "15"],
      ["goal/drop-out/denominator", "262"],
      ["goal/working-time", level(2)],
      ["goal/boarding", level(1)],
    ],
    pay: [],
    earned: { da: "94.000,00 kr.", en: "DKK 94,000.00" },
    decided: { da: ["Bestyrelsen fastsætter", "94.000,00 kr."], en: ["Bestyrelsen sets", "DKK 94,000.00"] },
  },
  "trafikstyrelsen-2023": {
    day: "31.01.2024",
    fields: [
      ["goal/goal-1/model/date", "20.03.2023"],
      ["goal/goal-1/plan/date", "15.06.2023"],
      ["goal/goal-1/evaluation/date", "08.12.2023"],
      ["goal/goal-2/numerator", "4420"],
      ["goal/goal-2/denominator", "5000"],
      ["goal/goal-3/hearing/date", "12.05.2023"],
      ["goal/goal-3/force/date", "01.10.2023"],
      ["goal/goal-4/value", 3.7],
      ["goal/goal-5/applications/date", "28.06.2023"],
      ["goal/goal-5/status/date", "11.12.2023"],
      ["goal/goal-6/value", 7.2],
    ],
    pay: [["base/0/title", "Lønrammeløn"], ["base/0/value", "1100000"]],
    earned: { da: "82.500,00 kr.", en: "DKK 82,500.00" },
    decided: {
      da: ["Departementschefen fastsætter resultatlønnen for 2023", "82.500,00 kr."],
      en: ["The permanent secretary sets the performance pay for 2023", "DKK 82,500.00"],
    },
  },
  "ses-ratings": {
    day: "31.10.2026",
    fields: ["change", "people", "business", "coalitions", "results"].map((goal, at) => [`goal/${goal}`, level([3, 4, 2, 3, 3][at])]),
    decided: { da: ["Resultatet for", "400 af 500 point"], en: ["The result for", "400 of 500 points"] },
  },
  "scorecard-2023": {
    day: "31.08.2023",
    fields: [["goal/profit/value", 10.4], ["goal/strategy/value", "80"], ["goal/people/value", "70"]],
    pay: [],
    earned: { da: "1.096.250,00 kr.", en: "DKK 1,096,250.00" },
    decided: { da: ["Bestyrelsen fastsætter", "1.096.250,00 kr."], en: ["Bestyrelsen sets", "DKK 1,096,250.00"] },
  },
};

for (const [id, example] of Object.entries(EXAMPLES)) {
  for (const [lang, width] of [["da", 1280], ["en", 320]]) {
    test(`${id} by keyboard alone: ${lang}, ${width} pixels`, { context: { viewport: { width, height: 800 } } }, async ({ page }) => {
      const person = new Year(page, lang);
      await press(page, `example-${id}`);
      await page.locator("#goals, .goal-group").first().waitFor();
      await press(page, `lang-${lang}`, { back: true });
      await person.isOf(example.day, 2);
      for (const [field, said] of example.fields) {
        if (said.reason) await person.rates(field, said.place, said.reason);
        else await person.fill(field, said);
      }
      assert.equal(await page.locator("#individual").count(), 0, "none of these agreements has individual areas");
      assert.deepEqual(await lookOnce(page), []);
      if (example.pay) {
        await person.goesTo("resultatloen");
        if (example.pay.length > 0) await press(page, "add-base-line");
        for (const [field, said] of example.pay) await person.fill(field, said);
        await shows(page, "pay-earned", example.earned[lang]);
        assert.deepEqual(await lookOnce(page), []);
      }
      await person.prints("selvangivelse", { draft: false });

      await person.begins(0, 0);
      await person.isOf(example.day, 2);
      await person.goesTo("afgoerelse");
      const before = await page.locator("#events li").count();
      await person.fill("event-note", "Afgørelsen er truffet");
      await person.fill("event-by", "Formanden");
      await person.fill("event-on", example.day);
      await press(page, "add-event");
      await settles(() => page.locator("#events li").count(), before + 1);
      assert.deepEqual(await lookOnce(page), []);
      await person.prints("afgoerelse", { draft: false });
      const lead = async () => (await page.locator(".paper__lead").textContent()).replaceAll("\u00a0", " ");
      const [begun, figure] = example.decided[lang];
      await settles(async () => (await lead()).startsWith(begun), true);
      assert.ok((await lead()).includes(figure), await lead());
      await person.prints("resultatoversigt", { draft: false });

      const { text } = await downloaded(page, () => page.keyboard.press("Control+s"));
      const said = JSON.parse(text).assessments.map(withoutToday);
      const all = JSON.parse(await readFile(SAID, "utf8"));
      if (process.env.RENEW) await writeFile(SAID, `${JSON.stringify({ ...all, [id]: said }, null, 2)}\n`);
      else assert.deepEqual(said, all[id]);
    });
  }
}

/** An assessment without what hangs on the day of the test and on the contract's file. */
function withoutToday({ events, ...assessment }) {
  assert.ok(Array.isArray(events));
  const { id } = assessment.contract;
  return { ...assessment, contract: { id } };
}
