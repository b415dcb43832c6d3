// Every place and every paper of a contract of 10,000 goals is there without the page falling silent.

import assert from "node:assert/strict";
import { crowded, file, GOALS, goTo, LARGE, makePaper, PAPERS, PLACES, showPapers, showPlace } from "./large.mjs";
import { record, test, until } from "./page.mjs";
import { at, focused, kept, settles } from "./steps.mjs";

/** How long a task may keep the page from answering, in milliseconds of the processor: what others do on the machine
 * meanwhile does not count, save that they slow it down, for which there is some room. */
const LONGEST = 200;
const SLACK = 2;

/** How long one may be that comes in the middle of typing. */
const AT_A_KEY = 50;

/** A page that is built quickly, to be worked on, is slower still. */
const FACTOR = SLACK * (process.env.QUICKLY_BUILT ? 4 : 1);

async function open(page, text = LARGE, row = "row-maal-100") {
  await page.locator("#file-input").setInputFiles(file("stor.json", text));
  await at(page, row).waitFor();
  await rest(page);
}

/** Waits until nothing is left to be done, three times over: what is done last may have put off more. */
async function rest(page) {
  for (let time = 0; time < 3; time += 1) {
    await page.evaluate(() => new Promise((done) => { requestIdleCallback(() => setTimeout(done, 100)); }));
  }
}

/** The longest task of the page's own thread while something is done, in milliseconds of the processor. */
async function longest(page, use) {
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: ["-*", "toplevel"] });
  let trace;
  try {
    await use();
    await rest(page);
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString());
  const thread = ({ pid, tid }) => `${pid}.${tid}`;
  const main = new Set(traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(thread));
  const tasks = traceEvents.filter((event) => event.name.endsWith("RunTask") && event.tdur !== undefined && main.has(thread(event)));
  assert.ok(tasks.length > 0, "no task was seen");
  return Math.round(Math.max(...tasks.map(({ tdur }) => tdur)) / 1000);
}

/** Tells what was found, and fails where the page was silent for too long. */
function judge(found, limit = LONGEST) {
  record({ longest: found });
  console.log(`# longest tasks, in milliseconds: ${JSON.stringify(found)}`);
  for (const [what, took] of Object.entries(found)) assert.ok(took < FACTOR * limit, `${what}: ${took} ms`);
}

test("each place of 10,000 goals answers", async ({ page }) => {
  await open(page);
  const found = {};
  for (const place of Object.keys(PLACES)) found[place] = await longest(page, () => showPlace(page, place));
  judge(found);
});

test("each place and each paper of 10,000 goals with 200 assessments answers", async ({ page }) => {
  await open(page, crowded(200), "row-g1");
  const found = {};
  const called = (place) => `${place}, 200 assessments`;
  for (const [place, heading] of Object.entries({ ...PLACES, kontrakt: "Trang" })) {
    found[called(place)] = await longest(page, () => showPlace(page, place, heading));
  }
  for (const paper of PAPERS) {
    await showPapers(page);
    found[called(`papirer/${paper}`)] = await longest(page, () => makePaper(page, paper));
  }
  judge(found);
});

test("a what-if of 10,000 goals answers, and draws few of them", async ({ page }) => {
  await open(page);
  await showPlace(page, "hvad-nu-hvis");
  await at(page, "plan").waitFor();
  await page.locator("#sensitivity").waitFor();
  const begin = await longest(page, async () => {
    await at(page, "begin-trial").click();
    await page.locator("#trial-goals .trial-row").first().waitFor();
  });
  assert.ok((await page.locator(".trial-row").count()) < GOALS / 50);
  judge({ "begin a what-if": begin });
});

test("nobody who types waits while a case of 10,000 goals is stored", async ({ page }) => {
  await open(page);
  const found = {};
  for (const [which, figure] of Object.entries({ first: "1", second: "12" })) {
    found[`${which} draft`] = await longest(page, async () => {
      await at(page, "goal/maal-100/value").fill(figure);
      await kept(page);
    });
  }
  judge(found, AT_A_KEY);
});

test("one of 10,000 goals is found by its name, and taken", async ({ page }) => {
  await open(page);
  await showPlace(page, "vurderinger/orientering");
  assert.ok((await page.locator("#other-duty option").count()) < GOALS / 50);
  await page.locator("#other-duty-find").fill("mål 4711:");
  await settles(() => page.locator("#other-duty option").count(), 2);
  await page.locator("#other-duty").selectOption("maal-4711");
  await at(page, "other-duty-take").click();
  await focused(page, "goal/maal-4711/notice-cause");
});

test("200,000 rows are read and held against 10,000 goals in slices", async ({ page }) => {
  await open(page);
  const row = (_, at) => `maal-${(at % GOALS) + 1};2009-${String((Math.floor(at / GOALS) % 12) + 1).padStart(2, "0")};${at}`;
  const bring = async (name, rows) => {
    await page.locator("#table-input").setInputFiles(file(name, ["mål;periode;resultat", ...rows].join("\n")));
    await page.locator("#import[open]").waitFor({ timeout: 120_000 });
  };
  const rows = Array.from({ length: 200_000 }, row);
  const found = { "200,000 rows": await longest(page, () => bring("tal.csv", rows)) };
  assert.match(await at(page, "import-overview").innerText(), /200\.000/);
  await at(page, "import-cancel").click();
  found["200,000 wrong rows"] = await longest(page, () => bring("ord.csv", rows.map((text) => `${text} ca.`)));
  judge(found);
});

test("a paper of 10,000 goals is made in pieces, each goal once, and says how far it is", async ({ page }) => {
  await open(page);
  const found = {};
  // A place may be called like its paper.
  const called = (paper) => `papirer/${paper}`;
  for (const paper of PAPERS) {
    await showPapers(page);
    found[called(paper)] = await longest(page, () => makePaper(page, paper));
    if (paper === "selvangivelse") {
      const rows = await page.locator(".paper__part tbody tr:not(.paper__group, .paper__note)").count();
      assert.ok(rows >= 2 * GOALS, `${rows} rows`);
    }
  }
  judge(found);
});

test("the making of a paper can be broken off", async ({ page }) => {
  await open(page);
  await goTo(page, "papirer/selvangivelse");
  await at(page, "making-progress").waitFor();
  await until(() => page.locator(".paper__part").count());
  await at(page, "stop-making").click();
  await at(page, "papers").waitFor();
  assert.equal(await page.locator(".paper").count(), 0);
});
