// A contract that is written in two tabs, or in a tab that goes down in the middle: nothing is lost.

import assert from "node:assert/strict";
import { stored } from "./drafts.mjs";
import { start, test } from "./page.mjs";
import { at, goTo, holds, kept, openExample, settles } from "./steps.mjs";

async function toWriting(page) {
  await goTo(page, "kontrakt");
  await at(page, "edit-contract").click();
  await at(page, "write/title").waitFor();
}

async function writes(page, field, text) {
  await at(page, `write${field}`).fill(text);
  await page.keyboard.press("Tab");
}

/** The titles of the contracts in the drafts that the browser keeps. */
async function titles(page) {
  const cases = Object.values(await stored(page)).map((text) => JSON.parse(JSON.parse(text).case));
  return cases.map(({ contract }) => contract.title).sort();
}

test("two tabs that write the same contract keep what each of them wrote", async ({ page, context }) => {
  await openExample(page);
  await toWriting(page);
  await writes(page, "/title", "Skrevet i den første");
  await kept(page);
  const second = await context.newPage();
  await start(second);
  await openExample(second);
  await second.locator("#follow").click();
  await toWriting(second);
  await holds(second, "write/title", "Skrevet i den første");
  // What the first one writes is seen by the second, until that one writes itself.
  await writes(page, "/institution", "Set i begge");
  await holds(second, "write/institution", "Set i begge");
  await writes(second, "/title", "Skrevet i den anden");
  await second.locator("#other-tab").getByText("i en kladde for sig").waitFor();
  await kept(second);
  await writes(page, "/department", "Kun i den første");
  await kept(page);
  await holds(second, "write/title", "Skrevet i den anden");
  assert.notEqual(await at(second, "write/department").inputValue(), "Kun i den første");
  await settles(async () => (await titles(page)).join(), "Skrevet i den anden,Skrevet i den første");
});

test("a tab that goes down while a contract is written has kept it, the unfinished too", async ({ page, context }) => {
  await openExample(page);
  await toWriting(page);
  await writes(page, "/title", "Midt i det hele");
  await at(page, "station-maal").click();
  await writes(page, "/goals/1/weight", "ca. 150");
  await at(page, "write/goals/2/title").fill("Endnu ikke fær");
  await kept(page);
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  // Nobody is left to answer.
  session.send("Page.crash").catch(() => {});
  await crashed;
  const again = await context.newPage();
  await start(again);
  await again.locator("#drafts").getByRole("button", { name: /^Fortsæt/ }).click();
  await at(again, "goal/goal-2/value").waitFor();
  await toWriting(again);
  await holds(again, "write/title", "Midt i det hele");
  await at(again, "station-maal").click();
  await holds(again, "write/goals/1/weight", "ca. 150");
  await holds(again, "write/goals/2/title", "Endnu ikke fær");
  await page.close();
});

test("a renewed contract that comes back from its draft is compared with last year's, which the browser keeps", async ({ page }) => {
  await openExample(page, { assessed: true });
  await at(page, "goal/goal-2/value").fill("26300");
  await kept(page);
  await goTo(page, "kontrakt");
  await at(page, "contract-fornyelse").click();
  await at(page, "begin-renewal").click();
  await settles(() => page.locator("h1.place-heading").textContent(), "Resultatkontrakt for AMS 2010–2013");
  await kept(page);
  await page.reload();
  await page.locator("#drafts").getByRole("button", { name: /^Fortsæt.*2010/ }).click();
  await at(page, "place-kontrakt").waitFor();
  await toWriting(page);
  await at(page, "station-aendringer").click();
  await at(page, "compare-draft").getByText("Resultatkontrakt for AMS 2009–2012").waitFor();
  await at(page, "compare-draft").click();
  await at(page, "changes").getByText("skærpes 6,5").waitFor();
  await settles(() => at(page, "compare-draft").count(), 0);
});
