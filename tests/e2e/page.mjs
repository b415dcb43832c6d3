// The built page in a real browser, for the tests beside this file:
//
//   import { axe, test } from "./page.mjs";
//
//   test("the start page has one heading", async ({ page }) => { … });
//
// The page comes to people in four ways, and the same tests hold for each:
// WAY=root (the default) from a server, WAY=path from a server under a path,
// WAY=offline from a server that is gone after the first visit, WAY=file as the
// one file, opened from the disk.
//
// Each test has a browser context of its own, with empty storage, and the page
// open at its start. When the test is done, the page must have written no
// error or warning to the console, thrown nothing that was not caught, kept
// its content security policy and asked no other address for anything.

import assert from "node:assert/strict";
import { appendFileSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import nodeTest, { after } from "node:test";
import { chromium } from "playwright-core";
import { pathToFileURL } from "node:url";
import { BROWSER, DIST, ONE_FILE } from "./browser.mjs";
import { serve } from "./server.mjs";
import { LIMIT } from "./until.mjs";

export { until } from "./until.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Which of the four ways this run takes. */
export const WAY = process.env.WAY ?? "root";
assert.ok(["root", "path", "offline", "file"].includes(WAY), `WAY=${WAY}`);

// A shared machine may stand still for longer than anything waits here. Where
// a test is tried again, its output says so.
const TRIES = process.env.CI ? 3 : 1;

let browser;
let server;
/** Where the page starts. */
let address;

let begun;

// With the first test: a file may have none that is about this way.
function begin() {
  begun ??= (async () => {
    if (WAY === "file") {
      address = pathToFileURL(ONE_FILE).href;
    } else {
      server = await serve(DIST, WAY === "path" ? "/kontrakter/2009/" : "/");
      address = server.address;
    }
    browser = await chromium.launch(BROWSER);
  })();
  return begun;
}

after(async () => {
  await browser?.close();
  await server?.stop();
});

/**
 * A test of the page: `test(name, [options], use)`. `use` gets `{ page, context, address, complaints }`:
 * the open page, its browser context, the address of its start, and the list
 * of what it did wrong so far.
 *
 * `options`: `open: false` leaves the page blank; `broken: true` is for a page
 * that is broken on purpose, whose complaints do not count; `context` goes to
 * Playwright's newContext (a language, a colour scheme, no JavaScript); `ways`
 * names the ways that the test is about, where it is not about all of them;
 * `survives` says what goes wrong in it, for the report on trust;
 * `undecided: true` is for somebody who has not said yet whether drafts may be
 * kept beside a file on the disk.
 */
export function test(name, ...rest) {
  const use = rest.pop();
  const { open = true, broken = false, undecided = false, context: settings = {}, ways, survives } = rest.pop() ?? {};
  if (ways && !ways.includes(WAY)) return;
  nodeTest(name, { timeout: (3 + TRIES) * LIMIT }, async (run) => {
    const attempt = async (tries) => {
      try {
        await visit(use, { open, broken, undecided, settings });
      } catch (error) {
        if (tries === 1) throw error;
        run.diagnostic(`tried again after: ${error.message}`);
        await attempt(tries - 1);
      }
    };
    await attempt(TRIES);
    if (survives) record({ survived: [survives] });
  });
}

/** The same as another person, whose browser has kept nothing: for use within a test. */
export async function elsewhere(use, options = {}) {
  await visit(use, options);
}

/** Notes figures of this run for the report on trust, where one is being written. */
export function record(figures) {
  if (process.env.TALLY) appendFileSync(process.env.TALLY, `${JSON.stringify(figures)}\n`);
}

async function visit(use, { open = true, broken = false, undecided = false, settings = {} }) {
  await begin();
  const context = await browser.newContext({ locale: "da-DK", ...settings });
  try {
    context.setDefaultTimeout(LIMIT);
    // Without scripts there is nothing that could keep drafts.
    if (WAY === "file" && !undecided && settings.javaScriptEnabled !== false) await allowDrafts(context);
    const complaints = await watch(context);
    await context.addInitScript(withoutPickers);
    const page = await context.newPage();
    if (WAY === "offline") await firstVisit(page);
    if (open) await start(page);
    await use({ page, context, address, server, complaints });
    // A round trip, so that what the pages said last has arrived.
    if (!broken) await Promise.all(context.pages().map((one) => one.title()));
    if (!broken) {
      record({
        requests: complaints.filter((text) => text.startsWith("request:")).length,
        violations: complaints.filter((text) => text.startsWith("policy:")).length,
      });
      assert.deepEqual(complaints, []);
    }
  } finally {
    await context.close();
  }
}

/** Opens the page's start and waits until the page has drawn itself. */
export async function start(page) {
  await page.goto(address);
  await page.locator("#app h1").first().waitFor();
}

// Visits the page until the browser keeps it, and takes the server away.
async function firstVisit(page) {
  server.online(true);
  await start(page);
  await page.evaluate(() => new Promise((resolve) => {
    if (navigator.serviceWorker.controller) resolve();
    else navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true });
  }));
  await page.goto("about:blank");
  server.online(false);
}

/**
 * As a browser that only hands files in and out: nobody is there to answer
 * Chromium's dialogues. A test of files on disk brings its own.
 */
export function withoutPickers() {
  for (const picker of ["showOpenFilePicker", "showSaveFilePicker", "showDirectoryPicker"]) delete globalThis[picker];
}

// As somebody who has chosen to keep drafts beside a file on the disk. All files
// share their storage, so it is chosen in this one. A script that runs before
// the page is there would have a storage that nobody else sees.
async function allowDrafts(context) {
  const page = await context.newPage();
  await page.goto(import.meta.url);
  await page.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.open("resultatkontrakt", 1);
    request.onupgradeneeded = () => { request.result.createObjectStore("drafts"); };
    request.onsuccess = () => { request.result.close(); resolve(); };
    request.onerror = () => { reject(request.error); };
  }));
  await page.close();
}

/** Fails unless axe finds the page as it stands accessible (WCAG 2.2 AA). */
export async function axe(page) {
  assert.deepEqual(await violations(page), []);
}

/** What axe has against the page as it stands. */
export async function violations(page) {
  await page.evaluate(AXE);
  // Colours on their way from one scheme to the other are nobody's choice.
  await page.evaluate(() => Promise.allSettled(document.getAnimations()
    .filter((animation) => animation instanceof CSSTransition)
    .map((transition) => transition.finished)));
  const found = await page.evaluate(() => globalThis.axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  }));
  return found.violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map((node) => `${node.target.join(" ")}: ${node.failureSummary}`),
  }));
}

// Collects what the pages of a context do wrong.
async function watch(context) {
  const complaints = [];
  await context.exposeBinding("complain", (_, text) => complaints.push(text));
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      globalThis.complain(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      complaints.push(`console: ${message.text()} (${message.location().url})`);
    }
  });
  context.on("weberror", (error) => complaints.push(`uncaught: ${error.error().message}`));
  context.on("request", (request) => {
    const { protocol, origin, pathname } = new URL(request.url());
    const home = new URL(address);
    const own = WAY === "file" ? pathname === home.pathname : origin === home.origin;
    if (!own && !["data:", "blob:"].includes(protocol)) {
      complaints.push(`request: ${request.url()}`);
    }
  });
  return complaints;
}
