// The built page in a real browser, for the tests beside this file:
//
//   import { axe, test } from "./page.mjs";
//
//   test("the start page has one heading", async ({ page }) => { … });
//
// Each test has a browser context of its own, with empty storage, and the page
// open at its start. When the test is done, the page must have written no
// error or warning to the console, thrown nothing that was not caught, kept
// its content security policy and asked no other address for anything.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import nodeTest, { after, before } from "node:test";
import { chromium } from "playwright-core";
import { BROWSER, DIST } from "./browser.mjs";
import { serve } from "./server.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// Machines that test are slow and shared: a limit is for what hangs.
const LIMIT = 60_000;

let browser;
let server;

before(async () => {
  server = await serve(DIST);
  browser = await chromium.launch(BROWSER);
});

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
 * Playwright's newContext (a language, a colour scheme, no JavaScript).
 */
export function test(name, ...rest) {
  const use = rest.pop();
  const { open = true, broken = false, context: settings = {} } = rest.pop() ?? {};
  nodeTest(name, { timeout: 4 * LIMIT }, () => visit(use, { open, broken, settings }));
}

/** The same as another person, whose browser has kept nothing: for use within a test. */
export async function elsewhere(use) {
  await visit(use, {});
}

async function visit(use, { open = true, broken = false, settings = {} }) {
  const context = await browser.newContext({ locale: "da-DK", ...settings });
  try {
    context.setDefaultTimeout(LIMIT);
    const complaints = await watch(context);
    const page = await context.newPage();
    if (open) await start(page);
    await use({ page, context, address: server.address, complaints });
    // A round trip, so that what the pages said last has arrived.
    if (!broken) await Promise.all(context.pages().map((one) => one.title()));
    if (!broken) assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

/** Opens the page's start and waits until the page has drawn itself. */
export async function start(page) {
  await page.goto(server.address);
  await page.locator("#app h1").first().waitFor();
}

/** Waits until `check` gives something truthy, and returns that. */
export async function until(check) {
  const end = Date.now() + LIMIT;
  for (;;) {
    const found = await check();
    if (found) return found;
    if (Date.now() > end) throw new Error(`never came true: ${check}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Fails unless axe finds the page as it stands accessible (WCAG 2.2 AA). */
export async function axe(page) {
  assert.deepEqual(await violations(page), []);
}

/** What axe has against the page as it stands. */
export async function violations(page) {
  await page.evaluate(AXE);
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
      complaints.push(`console: ${message.text()}`);
    }
  });
  context.on("weberror", (error) => complaints.push(`uncaught: ${error.error().message}`));
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    const own = origin === new URL(server.address).origin;
    if (!own && !["data:", "blob:"].includes(protocol)) {
      complaints.push(`request: ${request.url()}`);
    }
  });
  return complaints;
}
