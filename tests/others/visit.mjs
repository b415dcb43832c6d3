// The built page in the browser that ENGINE names, for the tests beside this file. Each test has the page open at its
// start, at an address of its own, so that it begins with empty storage. When it is done, the page must have said no error
// or warning on the console, kept its policy, and asked no other address for anything.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import nodeTest, { after } from "node:test";
import { pathToFileURL } from "node:url";
import { DIST, ONE_FILE } from "../e2e/browser.mjs";
import { record } from "../e2e/page.mjs";
import { serve } from "../e2e/server.mjs";
import { LIMIT } from "../e2e/until.mjs";
import { launch } from "./engines.mjs";
import { Page } from "./page.mjs";

/** Which browser this run drives. */
export const ENGINE = process.env.ENGINE ?? "firefox";

/** What the consoles call an error or a warning of a page. Firefox also tells of a page that was left, by its address. */
const COMPLAINT = /^(?:JavaScript (?:error|warning): (?<page>[^,]*)|console\.(?:error|warn): |.*CONSOLE (?:\w+ )?(?:ERROR|WARN))/;

/** What is no fault of the page. WebKit has no use for one directive, and tells of a worker that a reload broke off; Firefox
 * looks for settings of its own. */
const REMARK = new RegExp([
  "Unrecognized Content-Security-Policy directive 'manifest-src'",
  "service-worker\\.js due to access control checks",
  "^console\\.error: RSLoader:",
].join("|"));

/** What a server sends: the page's own policy, and where breaches of it are to be told. */
const POLICY = readFileSync(join(DIST, "index.html"), "utf8").match(/Content-Security-Policy" content="([^"]*)"/)[1];

let browser;

after(() => stop());

async function stop() {
  const stopped = browser;
  browser = undefined;
  await (await stopped)?.stop();
}

/**
 * A test of the page: `test(name, [options], use)`; `use` gets `{ page, server, open, prints }`: the page, its server, what
 * opens it in another tab, and the folder in which prints come to lie. `options`: `file: true` opens the one file from the
 * disk, `engines` names the browsers that the test is about, where it is not about all of them.
 */
export function test(name, ...rest) {
  const use = rest.pop();
  const { file = false, engines = ["firefox", "webkit"] } = rest.pop() ?? {};
  if (!engines.includes(ENGINE)) return;
  nodeTest(`${ENGINE}: ${name}`, { timeout: 4 * LIMIT }, async (run) => {
    await visit(use, file).catch(async (error) => {
      await stop();
      if (!process.env.CI) throw error;
      run.diagnostic(`tried again after: ${error.message}`);
      await visit(use, file);
    });
  });
}

async function visit(use, isFile) {
  browser ??= launch(ENGINE);
  const { session, downloads, prints, said } = await browser;
  const server = await serve(DIST, "/", { "Content-Security-Policy": `${POLICY}; frame-ancestors 'none'; report-uri /broken` });
  try {
    await session.send("SetTimeouts", { script: LIMIT, pageLoad: LIMIT });
    const [first, ...others] = await session.send("GetWindowHandles");
    for (const other of others) await new Page(session.send, other, downloads).close();
    const before = said().length;
    const address = isFile ? pathToFileURL(ONE_FILE).href : server.address;
    const page = new Page(session.send, first, downloads);
    const open = async () => {
      const { handle } = await session.send("NewWindow", { type: "tab" });
      const other = new Page(session.send, handle, downloads);
      await start(other, address);
      return other;
    };
    await start(page, address);
    await use({ page, server, open, prints });
    await settled(page, { server, isFile, console: () => said().slice(before) });
  } finally {
    await server.stop();
  }
}

async function start(page, address) {
  await page.goto(address);
  await page.locator("#app h1").waitFor();
}

// Fails where the page complained, broke its policy or asked anybody else.
async function settled(page, { server, isFile, console }) {
  const asked = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  const home = isFile ? pathToFileURL(ONE_FILE).href : server.address;
  const strange = asked.filter((one) => !/^(?:data|blob):/.test(one) && (isFile || !one.startsWith(home)));
  const complaints = console().split("\n").filter((line) => {
    const said = COMPLAINT.exec(line);
    return said && (said.groups.page ?? home).startsWith(home) && !REMARK.test(line);
  });
  record({ engine: ENGINE, requests: strange.length, violations: server.reports.length });
  assert.deepEqual({ strange, complaints, broken: server.reports }, { strange: [], complaints: [], broken: [] });
}
