// What storage, clocks and other people do to drafts: the page starts whatever it finds, tells what it
// found, and throws nothing away.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { stored, write } from "./drafts.mjs";
import { axe, start, test, until } from "./page.mjs";
import { TITLE, at, downloaded, enter, holds, kept, openExample, settles, shows } from "./steps.mjs";

const FIGURE = "goal/goal-2/value";
const KEY = "resultatkontrakt:draft:ams-2009";

// What becomes of a draft's text, and what the start says of it then.
const FAULTS = {
  "was cut short": [(text) => text.slice(0, -40), "Kladden er beskadiget"],
  "was cut to nothing": [() => "", "Kladden er beskadiget"],
  "had one figure changed": [(text) => text.replace("26210", "26211"), "Kladden er beskadiget"],
  "is no JSON": [() => "\u0000\uffff<html>", "Kladden er beskadiget"],
  "is JSON of something else": [() => "[[[[{\"format\":\"resultatkladde\"}]]]]", "Kladden er beskadiget"],
  "says nothing but its format": [() => "{\"format\":\"resultatkladde\",\"version\":1}", "Kladden er beskadiget"],
  "is nested without end": [() => "[".repeat(200_000), "Kladden er beskadiget"],
  "is of a newer version of the page": [(text) => text.replace("\"version\":1,", "\"version\":2,"), "nyere udgave"],
  "is of an older version than can be read": [(text) => text.replace("\"version\":1,", "\"version\":0,"), "ældre udgave"],
};

for (const [what, [fault, said]] of Object.entries(FAULTS)) {
  test(`a draft that ${what} is offered as a file, and the page starts and works`, { survives: `a draft that ${what}` }, async ({ page }) => {
    await openExample(page);
    await enter(page, FIGURE, "26.210");
    await kept(page);
    const damaged = fault((await stored(page))[KEY]);
    await write(page, { [KEY]: damaged });
    await page.goto("about:blank");
    await start(page);
    await page.locator("#drafts", { hasText: said }).waitFor();
    const offer = page.locator("#drafts").getByRole("button", { name: /^Hent som fil/ });
    assert.equal((await downloaded(page, () => offer.click())).text, damaged);
    // Working on does not overwrite it.
    await openExample(page);
    await enter(page, FIGURE, "26.300");
    await kept(page);
    const texts = Object.values(await stored(page));
    assert.ok(texts.includes(damaged), "it was thrown away");
    assert.ok(texts.some((text) => text.includes("26300")));
  });
}

test("a draft that is whole but holds no case is refused, and offered as a file", { survives: "a draft that is whole but holds no case" }, async ({ page }) => {
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  await kept(page);
  const { checksum, ...rest } = JSON.parse((await stored(page))[KEY]);
  rest.case = "{\"format\": \"resultatsag\", \"version\": 1}";
  const sum = createHash("sha256").update(JSON.stringify(rest)).digest("hex");
  assert.notEqual(sum, checksum);
  const { format, version, ...others } = rest;
  await write(page, { [KEY]: JSON.stringify({ format, version, checksum: sum, ...others }) });
  await page.goto("about:blank");
  await start(page);
  await page.locator("#drafts").getByRole("button", { name: /^Fortsæt/ }).click();
  await page.locator("#refused").waitFor();
  await page.locator("#drafts").getByRole("button", { name: /^Hent som fil/ }).waitFor();
  await axe(page);
  await openExample(page);
});

test("a draft that is cleared while it is open is missed, said and stored again", { survives: "storage that is cleared while the page is open" }, async ({ page }) => {
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  await kept(page);
  await page.evaluate(() => localStorage.clear());
  await write(page, { [KEY]: null });
  // As when the person comes back from the browser's settings.
  await page.evaluate(() => { dispatchEvent(new Event("focus")); });
  await page.locator("#message", { hasText: "Den gemmes igen" }).waitFor();
  await until(async () => (await stored(page))[KEY]?.includes("26210"));
  await kept(page);
  await axe(page);
  await start(page);
  await page.locator("#drafts li", { hasText: TITLE }).waitFor();
});

test("a draft that is deleted in another tab is missed at once", async ({ page, context }) => {
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  await kept(page);
  const other = await context.newPage();
  await start(other);
  await other.locator("#drafts").getByRole("button", { name: /^Slet/ }).click();
  await page.locator("#message", { hasText: "Den gemmes igen" }).waitFor();
  await until(async () => (await stored(other))[KEY]?.includes("26210"));
});

test("the browser is asked once to hold on to drafts, after the first one", async ({ page }) => {
  await page.addInitScript(() => {
    StorageManager.prototype.persist = () => {
      sessionStorage.setItem("asked", Number(sessionStorage.getItem("asked")) + 1);
      return Promise.resolve(false);
    };
  });
  const asked = () => page.evaluate(() => Number(sessionStorage.getItem("asked")));
  await page.reload();
  await openExample(page);
  assert.equal(await asked(), 0);
  await enter(page, FIGURE, "26.210");
  await kept(page);
  await settles(asked, 1);
  assert.equal(await page.locator("#message").count(), 0, "the answer is no news");
  await page.reload();
  await openExample(page);
  await enter(page, FIGURE, "26.211");
  await kept(page);
  assert.equal(await asked(), 1);
});

for (const [what, day] of [["before the draft was stored", "1999-05-01"], ["at the beginning of time", "1970-01-01"], ["a hundred years ahead", "2126-01-01"]]) {
  test(`a clock that stands ${what} loses nothing`, { survives: `a clock that stands ${what}` }, async ({ page }) => {
    await openExample(page);
    await enter(page, FIGURE, "26.210");
    await kept(page);
    await page.clock.setFixedTime(new Date(`${day}T10:00:00`));
    await start(page);
    await resume(page);
    await holds(page, FIGURE, "26.210");
    await enter(page, FIGURE, "26.211");
    await kept(page);
    await start(page);
    await resume(page);
    await holds(page, FIGURE, "26.211");
    await shows(page, "score-secured", "150");
  });
}

test("a clock that says what no calendar has still lets drafts be stored", { survives: "a clock that no calendar follows" }, async ({ page }) => {
  await page.addInitScript(() => { Date.prototype.getFullYear = () => NaN; });
  await page.reload();
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  await kept(page);
  await page.reload();
  await resume(page);
  await holds(page, FIGURE, "26.210");
});

for (const timezoneId of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
  test(`days are the person's own in ${timezoneId}`, { context: { timezoneId }, survives: `the time zone ${timezoneId}` }, async ({ page }) => {
    await openExample(page);
    await enter(page, "goal/product-1/date", "30.06.2009");
    await kept(page);
    await page.reload();
    await resume(page);
    await holds(page, "goal/product-1/date", "30.06.2009");
    const text = JSON.parse((await stored(page))[KEY]).case;
    assert.equal(JSON.parse(text).assessments[0].results["product-1"].date, "2009-06-30");
  });
}

async function resume(page) {
  await page.locator("#drafts li", { hasText: TITLE }).getByRole("button", { name: /^Fortsæt/ }).click();
  await at(page, FIGURE).waitFor();
}
