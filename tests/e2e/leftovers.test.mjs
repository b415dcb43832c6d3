// What stands in the browser's profile, read from the disk once the browser is closed: nothing of a field, and after
// "Slet alle data" nothing but what the browser's own storage has not tidied up yet.

import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { BROWSER, DIST, ONE_FILE } from "./browser.mjs";
import { record, test as visit, WAY, withoutPickers } from "./page.mjs";
import { serve } from "./server.mjs";
import { at, enter, goTo, kept, openExample, openGoal, settles } from "./steps.mjs";
import { LIMIT } from "./until.mjs";

/** Words that stand in no other file. */
const NOTE = "Fortroligt-mærke-4711-kvist";
const CONTROL = "Synligt-mærke-0815-kvist";

/** Where a browser that is told to remove something may have it until it writes its journal anew. */
const OWN_STORAGE = [join("Local Storage", "leveldb"), "IndexedDB"];

/** How often a browser writes down what it restores a session from is its own affair, and what the control proves. */
const SESSION = 3_000;

/** Uses the page with a profile of its own, and gives the files of it that hold a text afterwards. */
async function left(texts, use) {
  const profile = await mkdtemp(join(tmpdir(), "resultatkontrakt-profile-"));
  const server = WAY === "file" ? undefined : await serve(DIST, "/");
  try {
    const context = await chromium.launchPersistentContext(profile, { ...BROWSER, locale: "da-DK" });
    context.setDefaultTimeout(LIMIT);
    await context.addInitScript(withoutPickers);
    const page = context.pages()[0] ?? await context.newPage();
    await page.goto(server?.address ?? pathToFileURL(ONE_FILE).href);
    await page.locator("#app h1").first().waitFor();
    await use(page);
    await context.close();
    return await Promise.all(texts.map((text) => holding(profile, text)));
  } finally {
    await server?.stop();
    await rm(profile, { recursive: true });
  }
}

/** The files below a folder in which a text stands, in either way that browsers write one. */
async function holding(folder, text) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const forms = ["utf8", "utf16le", "latin1"].map((form) => Buffer.from(text, form));
  const found = [];
  for (const file of files) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0));
    if (forms.some((form) => bytes.includes(form))) found.push(relative(folder, file));
  }
  return found;
}

/** Writes the note where notes are written, and beside it into a field that the browser may keep. */
async function write(page) {
  await openExample(page);
  await openGoal(page, "goal-2");
  await enter(page, "goal/goal-2/note", NOTE);
  await page.evaluate((text) => {
    const control = document.createElement("textarea");
    control.id = "control";
    document.body.append(control);
    control.value = text;
  }, CONTROL);
  await page.locator("#control").press("End");
  await goTo(page, "kontrakt");
  // By the browser's own clock, which is what it writes by.
  await page.evaluate((wait) => new Promise((done) => { setTimeout(done, wait); }), SESSION);
}

test("a note that was typed before drafts were allowed is nowhere in the profile", { timeout: 4 * LIMIT, skip: WAY !== "file" }, async () => {
  const [note, control] = await left([NOTE, CONTROL], write);
  record({ leftovers: note.length });
  assert.deepEqual(note, []);
  assert.ok(control.length > 0, "the browser keeps no field at all, so this proves nothing");
});

test("after \"Slet alle data\" a note is at most in the browser's own storage", { timeout: 4 * LIMIT, skip: WAY === "file" }, async () => {
  const [note, control] = await left([NOTE, CONTROL], async (page) => {
    await write(page);
    await kept(page);
    await at(page, "start-over").click();
    await page.locator("#delete-all").click();
    await page.locator("#delete-all-yes").click();
    await page.locator("#message", { hasText: "Alle data i browseren er slettet" }).waitFor();
  });
  record({ leftovers: note.length });
  console.log(`# left in the profile: ${note.join(", ") || "nothing"}`);
  assert.ok(control.length > 0, "the browser keeps no field at all, so this proves nothing");
  const elsewhere = note.filter((file) => !OWN_STORAGE.some((folder) => `${dirname(file)}${sep}`.includes(`${sep}${folder}`)));
  assert.deepEqual(elsewhere, []);
});

visit("no field lets the browser keep what is typed", async ({ page }) => {
  const open = () => page.locator("input, textarea, select").evaluateAll((all) => (
    all.filter((one) => one.getAttribute("autocomplete") !== "off").map((one) => one.id || one.outerHTML)
  ));
  assert.deepEqual(await open(), []);
  await openExample(page, { assessed: true });
  for (const place of ["resultater", "resultatloen", "risici", "vurderinger", "afgoerelse", "hvad-nu-hvis", "papirer", "kontrakt"]) {
    await page.evaluate((hash) => { location.hash = `#${hash}`; }, place);
    await settles(() => page.evaluate(() => location.hash.slice(1)), place);
    await at(page, "main-content").waitFor();
    assert.deepEqual(await open(), [], place);
  }
});
