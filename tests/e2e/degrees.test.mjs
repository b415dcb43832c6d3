// Goals that are reached in part: by parts with rules and levels of their own, and pro rata from last year's figure, which is
// asked for where the contract lacks it.

import assert from "node:assert/strict";
import { look } from "./look.mjs";
import { test } from "./page.mjs";
import { at, enter, openFile, openGoal, shows } from "./steps.mjs";

const LAST_YEAR = { baseline: { period: "2008" } };
const CONTRACT = {
  format: "resultatkontrakt", version: 1, id: "degrees", title: "Mål med grader", points: { total: 200 },
  goals: [
    {
      id: "parts", title: "Dele med regler", weight: 100,
      scoring: { rule: "parts", shares: { waiting: 0.4, service: 0.35, project: 0.25 } },
      target: {
        kind: "all_of", parts: [
          { id: "waiting", title: "Ventetid", unit: "dage", kind: "at_most", value: 20, scoring: { rule: "linear", zero_at: 30 } },
          {
            id: "service", title: "Service", kind: "rated",
            levels: [{ id: "low", title: "Lav", share: 0.2 }, { id: "high", title: "Høj", share: 1 }],
          },
          {
            id: "project", title: "Projekt", kind: "all_of", scoring: { rule: "parts" },
            parts: [{ id: "plan", title: "Plan", kind: "done" }, { id: "drift", title: "Drift", kind: "done" }],
          },
        ],
      },
    },
    {
      id: "linear", title: "Ret linje fra året før", weight: 50, unit: "sager",
      target: { kind: "at_least", value: 100 }, scoring: { rule: "linear", zero_at: LAST_YEAR },
    },
    {
      id: "scale", title: "Trin fra året før", weight: 50, target: { kind: "at_least", value: 50 },
      scoring: {
        rule: "scale", between: "step",
        steps: [{ at: { ...LAST_YEAR, percent: 10 }, share: 0.5 }, { at: { ...LAST_YEAR, points: 20 }, share: 1 }],
      },
      history: [{ period: "2008", value: 40 }],
    },
  ],
};

for (const [name, context] of [["on a wide screen", {}], ["on a telephone", { viewport: { width: 320, height: 640 } }]]) {
  test(`parts count in part, each by its own rule, ${name}`, { context }, async ({ page }) => {
    await openFile(page, "grader.json", JSON.stringify(CONTRACT));
    await shows(page, "points-parts", "7–100 / 100");
    await enter(page, "goal/parts/waiting/value", "25");
    await shows(page, "points-parts", "27–80 / 100");
    await at(page, "goal/parts/service/level").focus();
    await page.keyboard.press("Space");
    await shows(page, "points-parts", "27–52 / 100");
    await at(page, "goal/parts/project/plan/done").focus();
    await page.keyboard.press("Space");
    await shows(page, "points-parts", "39,5–52 / 100");
    await openGoal(page, "parts");
    const steps = at(page, "steps-parts");
    await steps.getByText("(25 − 30) / (20 − 30) = 0,5 → 0,5").waitFor();
    await steps.getByText("mindst: 0,4 × 0,5 + 0,35 × 0,2 + 0,25 × 0,5 = 0,395").waitFor();
    assert.deepEqual(await look(page, "degrees"), []);
  });
}

test("a rule that counts from last year's figure asks for it where the contract lacks it", async ({ page }) => {
  await openFile(page, "grader.json", JSON.stringify(CONTRACT));
  await enter(page, "goal/linear/value", "95");
  await shows(page, "points-linear", "0–50 / 50");
  await enter(page, "goal/linear/baseline", "80");
  await shows(page, "points-linear", "37,5 / 50");
  await openGoal(page, "linear");
  await at(page, "steps-linear").getByText("(95 − 80) / (100 − 80) = 0,75").waitFor();
  // Last year's 40 give steps at 44 and 60.
  assert.equal(await at(page, "goal/scale/baseline").count(), 0);
  await enter(page, "goal/scale/value", "50");
  await shows(page, "points-scale", "25 / 50");
  await openGoal(page, "scale");
  await at(page, "steps-scale").getByText("40 × (100 + 10) / 100 = 44").waitFor();
  await enter(page, "goal/scale/value", "60");
  await shows(page, "points-scale", "50 / 50");
});
