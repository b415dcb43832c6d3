// Every place and every paper of a contract of 10,000 goals is there without the page falling silent.

import assert from "node:assert/strict";
import { GOALS, goTo, longestTask, openLarge, PAPERS, PLACES, showPaper, showPlace } from "./large.mjs";
import { record, test, until } from "./page.mjs";
import { at } from "./steps.mjs";

/** How long a task may keep the page from answering, in milliseconds, where the machine is a person's own. */
const LONGEST = 200;

/** A machine that others work on holds every task up; what is measured there is reported and holds only roughly. */
const SLACK = process.env.CI ? 10 : 2;

test("each place of 10,000 goals answers", async ({ page }) => {
  await openLarge(page);
  const found = {};
  for (const place of PLACES) {
    await showPlace(page, place);
    found[place] = await longestTask(page);
  }
  record({ longest: found });
  console.log(`# longest task of each place: ${JSON.stringify(found)}`);
  for (const [place, took] of Object.entries(found)) assert.ok(took < SLACK * LONGEST, `${place}: ${took} ms`);
});

test("a paper of 10,000 goals is made in pieces, each goal once, and says how far it is", async ({ page }) => {
  await openLarge(page);
  const found = {};
  for (const paper of PAPERS) {
    await showPaper(page, paper);
    found[paper] = await longestTask(page);
    if (paper === "selvangivelse") {
      const rows = await page.locator(".paper__part tbody tr:not(.paper__group, .paper__note)").count();
      assert.ok(rows >= 2 * GOALS, `${rows} rows`);
    }
  }
  record({ longest: found });
  console.log(`# longest task of each paper: ${JSON.stringify(found)}`);
  for (const [paper, took] of Object.entries(found)) assert.ok(took < SLACK * LONGEST, `${paper}: ${took} ms`);
});

test("the making of a paper can be broken off", async ({ page }) => {
  await openLarge(page);
  await goTo(page, "papirer/selvangivelse");
  await at(page, "making-progress").waitFor();
  await until(() => page.locator(".paper__part").count());
  await at(page, "stop-making").click();
  await at(page, "papers").waitFor();
  assert.equal(await page.locator(".paper").count(), 0);
});
