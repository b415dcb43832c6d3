// A file of 10,000 goals is read in slices: the page says how far it is and
// answers meanwhile, and the reading can be broken off.

import assert from "node:assert/strict";
import { file, GOALS, LARGE, seen, watch } from "./large.mjs";
import { axe, start, test, until } from "./page.mjs";
import { at, CONTRACT, focused, openExample, openFile, TITLE } from "./steps.mjs";

// How often the browser itself could take the text apart while a person waits at most: a
// machine that is slow is slow in both. In one piece the reading alone takes several times that.
const TIMES = 2.5;

const TITLE_OF_LARGE = JSON.parse(LARGE).title;

// What is done in the middle of the reading has time on a quick machine too. The
// page is itself again once what comes back is called.
async function slowly(page) {
  const browser = await page.context().newCDPSession(page);
  const slow = (rate) => browser.send("Emulation.setCPUThrottlingRate", { rate });
  await slow(8);
  return () => slow(1);
}

// How long the browser itself takes to take the text apart, at its quickest.
async function parsing(page) {
  return page.evaluate((text) => Math.min(...Array.from({ length: 5 }, () => {
    const begun = performance.now();
    JSON.parse(text);
    return performance.now() - begun;
  })), LARGE);
}

async function choose(page, text = LARGE) {
  await page.locator("#file-input").setInputFiles(file("stor.json", text));
}

test("the page tells how far it is while it reads 10,000 goals", async ({ page }) => {
  await watch(page);
  const quickly = await slowly(page);
  await choose(page);
  await at(page, "opening-text").filter({ hasText: "Læser stor.json" }).waitFor();
  // Another language, in the middle of it.
  await page.locator("#lang-en").click();
  await at(page, "opening-text").filter({ hasText: "stor.json" }).filter({ hasNotText: "Læser" }).waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.equal(await at(page, "opening").count(), 1);
  await quickly();
  const reading = await until(async () => (await at(page, "opening").count()) === 0 && seen(page));
  assert.ok(reading.values.length > 10, `${reading.values}`);
  assert.deepEqual(reading.values, reading.values.toSorted((one, other) => one - other));
  // The first goal under the first heading.
  await at(page, "row-maal-100").waitFor();
  assert.match(await page.title(), new RegExp(TITLE_OF_LARGE));
  // Few rows are drawn, and a link leads to the last one.
  assert.ok(await page.locator(".goal-row").count() < GOALS / 50);
  await page.evaluate((goal) => { location.hash = `#resultater/${goal}`; }, `maal-${GOALS}`);
  await focused(page, `row-maal-${GOALS}`);
});

test("the page answers while it reads 10,000 goals and draws the first", async ({ page }) => {
  const [busy, limits] = [[], []];
  do {
    await start(page);
    limits.push(TIMES * await parsing(page));
    await watch(page);
    await choose(page);
    await at(page, "row-maal-100").waitFor();
    busy.push((await seen(page)).longest);
    // The whole machine may have stood still, but hardly each time.
  } while (Math.min(...busy) > Math.min(...limits) && busy.length < 10);
  assert.ok(Math.min(...busy) <= Math.min(...limits), `busy for ${busy} ms, of ${limits}`);
});

test("the progress is accessible, and its quarters are said", async ({ page }) => {
  const quickly = await slowly(page);
  await choose(page);
  await at(page, "opening-said").filter({ hasText: "pct. er læst" }).waitFor({ state: "attached" });
  assert.equal(await page.getByRole("progressbar", { name: /stor\.json/ }).count(), 1);
  await page.locator("#stop-opening").click();
  await at(page, "opening").waitFor({ state: "detached" });
  await quickly();
  await axe(page);
});

test("a reading that is broken off leaves what was open", async ({ page }) => {
  await openExample(page);
  await page.goBack();
  const quickly = await slowly(page);
  await choose(page);
  await at(page, "opening-progress").waitFor();
  // By the keyboard, like everything else.
  await page.locator("#stop-opening").focus();
  await page.keyboard.press("Enter");
  await at(page, "opening").waitFor({ state: "detached" });
  await quickly();
  await at(page, "announced-message").filter({ hasText: "afbrudt" }).waitFor({ state: "attached" });
  await page.locator("#back-to-open").click();
  await at(page, "goal/goal-2/value").waitFor();
  assert.match(await page.title(), new RegExp(TITLE));
});

test("a file that is chosen while another is read takes its place", async ({ page }) => {
  const quickly = await slowly(page);
  await choose(page);
  await at(page, "opening-progress").waitFor();
  await openFile(page, "ams.json", CONTRACT);
  await quickly();
  await at(page, "goal/goal-2/value").waitFor();
  await at(page, "opening").waitFor({ state: "detached" });
  // More turns of the page's loop than the rest of the other file would take.
  await page.evaluate(() => new Promise((done) => {
    const echo = new MessageChannel();
    let turns = 1_000;
    echo.port1.onmessage = () => (turns -= 1) > 0 ? echo.port2.postMessage(null) : done();
    echo.port2.postMessage(null);
  }));
  assert.equal(await at(page, "opening").count(), 0);
  assert.match(await page.title(), new RegExp(TITLE));
});
