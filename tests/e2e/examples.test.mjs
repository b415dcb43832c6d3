// Every example, blank and filled in: it opens with nothing wrong on any of its
// places, in either language, and a contract without weights shows how many
// goals stand where, and no points.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { look } from "./look.mjs";
import { test } from "./page.mjs";
import { at, goTo, openExample, openGoal, settles } from "./steps.mjs";

const FOLDER = new URL("../../contracts/", import.meta.url);
const IDS = (await readdir(FOLDER)).flatMap((name) => name.match(/^(.+)\.assessment\.json$/)?.[1] ?? []);

test("every contract is offered as an example, blank and filled in", async ({ page }) => {
  const offered = await page.locator("#examples button").evaluateAll((buttons) => buttons.map((one) => one.id));
  const expected = IDS.flatMap((id) => [`example-${id}`, `example-${id}-assessed`]);
  assert.deepEqual(offered.sort(), expected.sort());
});

test("a goal of another contract is named, and no identifier stands on the page", async ({ page }) => {
  await openExample(page);
  await openGoal(page, "goal-1");
  await at(page, "row-goal-1").getByText("Mindre arbejdskraftreserve").waitFor();
  assert.doesNotMatch(await page.locator("#main-content").textContent(), /ministry-2009/);
});

for (const id of IDS) {
  const contract = JSON.parse(await readFile(new URL(`${id}.json`, FOLDER), "utf8"));
  for (const suffix of ["", "-assessed"]) {
    for (const width of [1280, 320]) {
      const context = { viewport: { width, height: 900 } };
      test(`the example ${id}${suffix} opens well, ${width} px wide`, { context }, async ({ page }) => {
        await at(page, `example-${id}${suffix}`).click();
        await at(page, `row-${contract.goals[0].id}`).waitFor();
        const goals = page.locator('[id^="row-"]:not([id^="area-row-"])');
        await settles(() => goals.count(), contract.goals.length);
        if (contract.points) await at(page, "score-secured").waitFor();
        else await counts(page, contract.goals.length, suffix !== "");

        await openGoal(page, contract.goals[0].id);
        const links = page.locator('nav [id^="place-"]');
        const places = await links.evaluateAll((all) => all.map((one) => one.id.replace("place-", "")));
        assert.ok(places.includes("kontrakt"), places.join());
        const found = [];
        for (const place of places) {
          await goTo(page, place);
          found.push(...await look(page, place));
        }
        assert.deepEqual(found, []);
      });
    }
  }
}

const COUNTS = ["met", "partly", "not-met", "open", "undetermined", "lapsed"];

// Without weights: the counts make all goals together, nothing has points, and
// without results nothing is met or missed.
async function counts(page, goals, assessed) {
  const read = async (name) => Number(await at(page, `count-${name}`).textContent());
  const found = Object.fromEntries(await Promise.all(COUNTS.map(async (name) => [name, await read(name)])));
  assert.equal(Object.values(found).reduce((sum, count) => sum + count), goals);
  assert.equal(found.met + found["not-met"] > 0, assessed, JSON.stringify(found));
  assert.equal(await at(page, "score-secured").count(), 0);
  const points = await page.locator(".goal-row__points").allTextContents();
  assert.deepEqual(points.filter((text) => text.trim() !== ""), []);
}
