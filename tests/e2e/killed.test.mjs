// A browser that is killed while somebody types: what the page called saved is on the disk, and no more than the last
// second of typing is gone.
//
// KILLS says how often; the report on trust asks for more of them.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { BROWSER, DIST, ONE_FILE } from "./browser.mjs";
import { record, until, WAY, withoutPickers } from "./page.mjs";
import { serve } from "./server.mjs";
import { at, goTo, holds, kept, openExample, openGoal } from "./steps.mjs";
import { LIMIT } from "./until.mjs";

const NOTE = "goal/goal-2/note";
const KILLS = Number(process.env.KILLS ?? 4);

/** How many are killed side by side: each waits for the typing most of the time. */
const SIDE_BY_SIDE = 2;

/** How much typing may be gone, in milliseconds. */
const MOST = 1_000;

/** A browser of its own on this profile, which can be killed with all its processes. */
async function begin(profile) {
  const program = spawn(
    BROWSER.executablePath,
    [...BROWSER.args, "--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"],
    { detached: true, stdio: ["ignore", "ignore", "pipe"] },
  );
  let said = "";
  program.stderr.on("data", (text) => { said += text; });
  const exited = once(program, "exit");
  const address = () => said.match(/DevTools listening on (ws:\S+)/)?.[1];
  await until(() => Boolean(address()));
  const browser = await chromium.connectOverCDP(address());
  const context = browser.contexts()[0];
  context.setDefaultTimeout(LIMIT);
  await context.addInitScript(withoutPickers);
  const kill = async () => {
    process.kill(-program.pid, "SIGKILL");
    const when = Date.now();
    await exited;
    await browser.close().catch(() => {});
    return when;
  };
  return { page: context.pages()[0] ?? await context.newPage(), context, kill };
}

/** Types until the browser is killed, and tells what was typed when and what was called saved. */
async function typeUntilKilled({ page, kill }, seconds) {
  const typed = [];
  let saved = 0;
  await page.exposeBinding("saidSaved", (_, length) => { saved = Math.max(saved, length); });
  await page.evaluate((id) => {
    // What two frames show: a letter stands in its field before anything else is drawn, on a busy machine for a frame.
    let before = 0;
    const look = () => {
      const isSaved = /kladde gemt|draft saved/.test(document.getElementById("draft-state")?.textContent ?? "");
      // Blanks at the end are no part of a note: they change nothing, and a draft leaves them out.
      const { length } = document.getElementById(id).value.trimEnd();
      if (isSaved) globalThis.saidSaved(Math.min(before, length));
      before = length;
      requestAnimationFrame(look);
    };
    look();
  }, NOTE);
  await at(page, NOTE).click();
  let killed;
  const killing = new Promise((resolve) => { setTimeout(resolve, 1_000 * seconds); }).then(async () => { killed = await kill(); });
  let text = "";
  try {
    while (killed === undefined) {
      const word = `${Date.now() % 1_000_000} `;
      for (const letter of word) {
        const when = Date.now();
        await page.keyboard.type(letter);
        text += letter;
        typed.push(when);
        await new Promise((resolve) => { setTimeout(resolve, 40 + 60 * Math.random()); });
      }
    }
  } catch (error) {
    // Nobody is left to type for.
    if (killed === undefined) await killing;
  }
  await killing;
  return { text, typed, saved, killed };
}

/** What a new start offers of the note. */
async function found({ page }, address) {
  await page.goto(address);
  await page.locator("#app h1").first().waitFor();
  const draft = page.locator("#drafts").getByRole("button", { name: /^(?:Fortsæt|Continue)/ });
  if (await draft.count() === 0) return undefined;
  await draft.first().click();
  await at(page, "open-goal-2").waitFor();
  await openGoal(page, "goal-2");
  return at(page, NOTE).inputValue();
}

async function killedOnce(address) {
  const profile = await mkdtemp(join(tmpdir(), "resultatkontrakt-killed-"));
  try {
    const first = await begin(profile);
    await first.page.goto(address);
    await first.page.locator("#app h1").first().waitFor();
    if (WAY === "file") await first.page.locator("#allow-drafts").click();
    await openExample(first.page);
    await openGoal(first.page, "goal-2");
    const { text, typed, saved, killed } = await typeUntilKilled(first, 3 + 5 * Math.random());
    const again = await begin(profile);
    const kept = await found(again, address).finally(again.kill);
    const length = kept?.length ?? 0;
    return {
      isPrefix: kept !== undefined && text.startsWith(kept.slice(0, text.length)),
      hasDraft: kept !== undefined,
      unkept: Math.max(0, saved - length),
      lost: length < typed.length ? killed - typed[length] : 0,
    };
  } finally {
    await rm(profile, { recursive: true, maxRetries: 5 });
  }
}

test("a browser that is killed while somebody types has kept all but the last second, and all that it called saved", { timeout: KILLS * LIMIT, skip: !["root", "file"].includes(WAY) }, async () => {
  const server = WAY === "file" ? undefined : await serve(DIST, "/");
  const address = server?.address ?? pathToFileURL(ONE_FILE).href;
  const all = [];
  let begun = 0;
  const killing = async () => {
    while (begun < KILLS) {
      begun += 1;
      const one = await killedOnce(address);
      console.log(`# killed: ${JSON.stringify(one)}`);
      all.push(one);
    }
  };
  try {
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, killing));
  } finally {
    await server?.stop();
  }
  record({ kills: all });
  assert.ok(all.every(({ hasDraft }) => hasDraft), "a draft was lost");
  assert.ok(all.every(({ isPrefix }) => isPrefix), "what was kept is not what was typed");
  assert.ok(all.every(({ unkept }) => unkept === 0), "what was called saved was lost");
  assert.ok(all.every(({ lost }) => lost <= MOST), "more than the last second was lost");
});

test("a browser that is killed in the middle of a renewal has kept what was chosen for next year", { timeout: 4 * LIMIT, skip: !["root", "file"].includes(WAY) }, async () => {
  const server = WAY === "file" ? undefined : await serve(DIST, "/");
  const address = server?.address ?? pathToFileURL(ONE_FILE).href;
  const profile = await mkdtemp(join(tmpdir(), "resultatkontrakt-killed-"));
  const visited = async (visit) => {
    const { page, kill } = await begin(profile);
    try {
      await page.goto(address);
      await page.locator("#app h1").first().waitFor();
      await visit(page);
    } finally {
      await kill();
    }
  };
  const toRenewal = async (page) => {
    await goTo(page, "kontrakt");
    await at(page, "contract-fornyelse").click();
    await at(page, "choice-goal-2").waitFor();
  };
  try {
    await visited(async (page) => {
      if (WAY === "file") await page.locator("#allow-drafts").click();
      await openExample(page, { assessed: true });
      await toRenewal(page);
      await at(page, "renewal-year").fill("2011");
      // The last of the choices: the goal goes.
      await at(page, "choice-goal-5").selectOption({ index: 1 });
      await at(page, "choice-goal-2").selectOption({ label: "a figure of your own" });
      await at(page, "own-goal-2").fill("ca. 25.5");
      await kept(page);
    });
    await visited(async (page) => {
      await page.locator("#drafts").getByText("with choices for next year’s contract").waitFor();
      await page.locator("#drafts").getByRole("button", { name: /^Continue/ }).click();
      await at(page, "open-goal-2").waitFor();
      await toRenewal(page);
      await holds(page, "renewal-year", "2011");
      await holds(page, "own-goal-2", "ca. 25.5");
      await holds(page, "choice-goal-5", "1");
      assert.equal(await at(page, "renewal-unsaved").count(), 0, "the file has all but the choices");
    });
  } finally {
    await server?.stop();
    await rm(profile, { recursive: true, maxRetries: 5 });
  }
});
