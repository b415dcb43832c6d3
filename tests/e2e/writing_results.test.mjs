// A contract with an assessment is changed: which answers no longer fit is said, and they are kept.

import assert from "node:assert/strict";
import { look } from "./look.mjs";
import { test } from "./page.mjs";
import { at, enter, goTo, openExample, settles, shows } from "./steps.mjs";

test("answers that no longer fit are named and counted, lead to their goal, and fit again once the change is undone", async ({ page }) => {
  await openExample(page, { assessed: true });
  await goTo(page, "kontrakt");
  await at(page, "edit-contract").click();
  await at(page, "station-maal").click();
  await at(page, "write/goals/1/target/phrase").waitFor();
  await shows(page, "unfit-count", "");
  await enter(page, "write/goals/1/target/phrase", "senest 31.12.2009");
  await shows(page, "unfit-count", "Et svar passer ikke til kontrakten, som den er nu, og tæller ikke med:");
  await at(page, "unfit").getByText("Mål 2").waitFor();
  await at(page, "unfit").getByText("26.210").waitFor();
  assert.equal(await at(page, "error-summary").count(), 0, "it is said once");
  await at(page, "unfold-goal-5").click();
  await at(page, "lost-5").getByText("hvis målet fjernes, eller kravet bliver af en anden slags").waitFor();
  await at(page, "remove-goal-5").click();
  await shows(page, "unfit-count", "2 svar passer ikke til kontrakten, som den er nu, og tæller ikke med:");
  assert.equal(await at(page, "unfit").getByRole("link").count(), 1, "a goal that is gone cannot be gone to");
  assert.deepEqual(await look(page, "unfit"), []);
  await at(page, "lang-da").click();
  await page.keyboard.press("Control+z");
  await shows(page, "unfit-count", "Et svar passer ikke til kontrakten, som den er nu, og tæller ikke med:");
  await at(page, "unfit").getByRole("link").click();
  await settles(() => page.evaluate(() => document.activeElement?.id), "row-goal-2");
  await at(page, "error-summary").getByRole("link", { name: /^Mål 2/ }).waitFor();
});
