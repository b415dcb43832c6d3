// "Slet alle data", and pages from the disk that keep nothing until they are told to.

import assert from "node:assert/strict";
import { stored } from "./drafts.mjs";
import { axe, start, test, until, WAY } from "./page.mjs";
import { at, enter, holds, kept, openExample, save, shows } from "./steps.mjs";

const FIGURE = "goal/goal-2/value";

test("after \"Slet alle data\" storage, caches, databases and workers are empty, and the page works", async ({ page, context, server, complaints }) => {
  await page.locator("#lang-en").click();
  await page.locator("#lang-da").click();
  if (WAY !== "file") await until(() => page.evaluate(() => caches.keys().then((names) => names.length > 0)));
  await page.evaluate(() => {
    localStorage.setItem("another-page", "stays");
    return globalThis.caches?.open("another-page").catch(() => {});
  });
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  await kept(page);
  assert.notDeepEqual(await left(page), NOTHING);
  await at(page, "start-over").click();
  await page.locator("#delete-all").click();
  await axe(page);
  // Without the copy that is kept, fonts that were not needed yet come from the server again.
  server?.online(true);
  await page.locator("#delete-all-yes").click();
  await page.locator("#message", { hasText: "Alle data i browseren er slettet" }).waitFor();
  await until(async () => JSON.stringify(await left(page)) === JSON.stringify(NOTHING)).catch(() => {});
  assert.deepEqual(await left(page), NOTHING);
  assert.equal(await page.evaluate(() => localStorage.getItem("another-page")), "stays");
  if (WAY !== "file") {
    assert.deepEqual(await page.evaluate(() => caches.keys()), ["another-page"]);
    await page.locator("#message", { hasText: "ikke længere gemt til brug uden netværk" }).waitFor();
  }
  await axe(page);

  // It works on, and keeps nothing before there is something to keep.
  await openExample(page);
  await shows(page, "score-secured", "0");
  assert.deepEqual(await left(page), NOTHING);
  if (WAY !== "root" && WAY !== "path") return;
  const before = complaints.length;
  server.online(false);
  const again = await context.newPage();
  await assert.rejects(again.goto(page.url()), /ERR_/, "it is kept for use without a network after all");
  server.online(true);
  await again.close();
  // What was asked for while the server was gone failed on purpose; nothing else is forgiven.
  const since = complaints.splice(before);
  complaints.push(...since.filter((text) => !text.includes("ERR_EMPTY_RESPONSE")));
});

test("what is deleted before the page is kept is not kept afterwards", { ways: ["root", "path"] }, async ({ page }) => {
  await deleteAll(page);
  // Longer than the page waits until it has itself kept; by the same clock.
  await page.evaluate(() => new Promise((done) => { setTimeout(done, 3_000); }));
  assert.deepEqual(await left(page), NOTHING);
});

test("what is deleted while the worker is on its way is not kept afterwards", { ways: ["root", "path"] }, async ({ page }) => {
  // Nothing is registered yet, and the next registration waits for a word.
  await deleteAll(page);
  await page.addInitScript(() => {
    const register = ServiceWorkerContainer.prototype.register;
    ServiceWorkerContainer.prototype.register = async function (...details) {
      await new Promise((go) => { globalThis.letCome = go; });
      globalThis.came = await register.apply(this, details);
      return globalThis.came;
    };
  });
  await start(page);
  await page.waitForFunction(() => globalThis.letCome);
  await deleteAll(page);
  await page.evaluate(() => globalThis.letCome());
  await page.waitForFunction(() => globalThis.came);
  await until(async () => JSON.stringify(await left(page)) === JSON.stringify(NOTHING)).catch(() => {});
  assert.deepEqual(await left(page), NOTHING);
});

test("what another tab has open is not put back where all was deleted, and not lost", { survives: "all data deleted from another tab" }, async ({ page, context }) => {
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  await kept(page);
  const other = await context.newPage();
  await start(other);
  await other.locator("#delete-all").click();
  await other.locator("#delete-all-yes").click();
  await page.locator("#message", { hasText: "slettet fra en anden fane" }).waitFor();
  await shows(page, "draft-state", "gemmes ikke i browseren");
  await axe(page);
  await enter(page, FIGURE, "26.211");
  assert.equal(await drafts(page), 0);
  await page.locator("#keep-again").click();
  await kept(page);
  assert.equal(await drafts(page), 1);
});

test("a draft that is deleted while it is open is not stored again before it changes", async ({ page }) => {
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  await kept(page);
  await at(page, "start-over").click();
  await page.locator("#drafts").getByRole("button", { name: /^Slet/ }).click();
  await page.locator("#back-to-open").click();
  await shows(page, "draft-state", "kladden er slettet");
  assert.equal(await drafts(page), 0);
  await enter(page, FIGURE, "26.211");
  await kept(page);
  assert.equal(await drafts(page), 1);
});

test("a page from the disk keeps nothing until that is chosen, and says why", { ways: ["file"], undecided: true, survives: "a page from the disk that may not keep drafts" }, async ({ page }) => {
  const choice = page.locator(".start__privacy").getByText("Andre lokale sider kan læse");
  await choice.waitFor();
  await axe(page);
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  await shows(page, "draft-state", "gemmes ikke i browseren");
  assert.deepEqual(await left(page), NOTHING);
  const asks = () => page.evaluate(() => {
    const event = new Event("beforeunload", { cancelable: true });
    dispatchEvent(event);
    return event.defaultPrevented;
  });
  assert.equal(await asks(), true);
  assert.match((await save(page)).text, /26210\b/);
  assert.deepEqual(await left(page), NOTHING);

  await at(page, "start-over").click();
  await page.locator("#allow-drafts").click();
  await choice.waitFor({ state: "detached" });
  await page.locator("#back-to-open").click();
  await enter(page, FIGURE, "26.211");
  await kept(page);
  await page.reload();
  await page.locator("#drafts").getByRole("button", { name: /^Fortsæt/ }).click();
  await holds(page, FIGURE, "26.211");

  await at(page, "start-over").click();
  await page.locator("#delete-all").click();
  await page.locator("#delete-all-yes").click();
  await choice.waitFor();
  assert.deepEqual(await left(page), NOTHING);
});

async function deleteAll(page) {
  await page.locator("#delete-all").click();
  await page.locator("#delete-all-yes").click();
  await page.locator("#message", { hasText: "Alle data i browseren er slettet" }).waitFor();
}

const NOTHING = { local: [], session: [], caches: [], databases: [], workers: 0 };

// What the browser holds of the page.
function left(page) {
  return page.evaluate(async () => {
    const own = (names) => names.filter((name) => name.startsWith("resultatkontrakt")).sort();
    const workers = location.protocol === "file:" ? [] : await navigator.serviceWorker.getRegistrations();
    return {
      local: own(Object.keys(localStorage)),
      session: own(Object.keys(sessionStorage)),
      caches: own(await caches.keys().catch(() => [])),
      databases: own((await indexedDB.databases()).map(({ name }) => name)),
      workers: workers.length,
    };
  });
}

async function drafts(page) {
  return Object.keys(await stored(page)).length;
}
