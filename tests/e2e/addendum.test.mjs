// A contract that leaves a part of a target open, and an addendum from a file
// that fixes it: its parts are entered and read as the contract's own are.

import { test } from "./page.mjs";
import { at, holds, settles, shows } from "./steps.mjs";

const PART = "goal/a-1/lar-3/after-18-months";

test("the parts that an addendum fixes have fields and count", async ({ page }) => {
  await at(page, "example-ams-2003-assessed").click();
  await holds(page, "goal/a-1/lar-3/after-6-months/a/value", "30,1");
  await holds(page, "goal/a-1/addendum-source", "Eksempel på allonge efter regionernes forhandlinger");
  await shows(page, "count-met", "6");
  await at(page, `${PART}/a/value`).fill("45");
  await at(page, `${PART}/b/value`).fill("48");
  // What the first half of the year showed are readings; the year's own figures settle the goal.
  await shows(page, "count-met", "6");
  await at(page, "goal/a-1/lar-3/after-6-months/a/value").fill("30,4");
  await at(page, "goal/a-1/lar-3/after-6-months/b/value").fill("33,6");
  await at(page, "goal/a-1/lar-4/value").fill("5,1");
  // Its own period counts while the field still has the focus.
  await shows(page, "count-met", "7");
});

test("without its addendum the target is open again and the focus stays at the goal", async ({ page }) => {
  await at(page, "example-ams-2003-assessed").click();
  await at(page, "row-a-1").getByRole("button", { name: "Fjern" }).click();
  await settles(() => at(page, `${PART}/a/value`).count(), 0);
  await settles(() => page.evaluate(() => document.activeElement.id), "open-a-1");
  await shows(page, "count-undetermined", "2");
});
