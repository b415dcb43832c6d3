// The page as the browser keeps it: from the first visit on, damaged and mended, and replaced by a new
// version only when the person lets it in.

import assert from "node:assert/strict";
import { join } from "node:path";
import { REFUSALS } from "./drafts.mjs";
import { elsewhere, test, until } from "./page.mjs";
import { look } from "./look.mjs";
import { serve } from "./server.mjs";
import { at, enter, holds, kept, openExample, press, save, settles, shows } from "./steps.mjs";
import { edit, version } from "./versions.mjs";

const FIGURE = "goal/goal-2/value";
const ONLINE = { open: false, broken: true, ways: ["root"] };

test("the foot says version, date and source in both languages, on every place and on paper", async ({ page }) => {
  const [name, date, hash] = (await page.locator("meta[name=release]").getAttribute("content")).split(" ");
  const foot = page.locator("#release");
  const said = async () => (await foot.textContent()).replaceAll("\u00a0", " ");
  const [year, month, day] = date.split("-");
  assert.equal(await said(), `Resultatkontrakt ${name} af ${day}.${month}.${year} · kildens SHA-256 ${hash}`);
  await openExample(page);
  for (const place of ["resultater", "resultatloen", "risici", "kontrakt"]) {
    await at(page, `place-${place}`).click();
    assert.equal(await foot.isVisible(), true, place);
  }
  await page.emulateMedia({ media: "print" });
  assert.equal(await foot.isVisible(), true);
  await page.emulateMedia({ media: "screen" });
  await page.locator("#lang-en").click();
  await settles(async () => (await said()).startsWith(`Resultatkontrakt ${name} of `), true);
});

test("a page that was built for development says so", async ({ page }) => {
  await page.addInitScript(() => {
    new MutationObserver(() => document.querySelector("meta[name=release]")?.remove())
      .observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await page.locator("#release", { hasText: "under udvikling" }).waitFor();
  await page.locator("#lang-en").click();
  await page.locator("#release", { hasText: "in development" }).waitFor();
});

test("a new version is told and let in when the person says so, with the work kept", { ...ONLINE, survives: "a new version of the page" }, () => withVersions(async ({ page, server, next }) => {
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  server.show(next);
  await lookForUpdate(page);
  const banner = page.locator("#new-version");
  await banner.getByText("Der er en ny version af siden").waitFor();
  assert.equal(await build(page), "1.0.0", "nothing was replaced");
  await page.setViewportSize({ width: 320, height: 640 });
  assert.deepEqual(await look(page, "resultater"), []);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.locator("#lang-da").click();
  assert.equal(await page.locator("#new-version-reload").textContent(), "Ny version – gem og genindlæs");
  await enter(page, FIGURE, "26.211");
  await page.evaluate(() => { document.body.tabIndex = -1; document.body.focus(); });
  await press(page, "new-version-reload");
  await until(async () => await build(page).catch(() => "") === "2.0.0");
  await holds(page, FIGURE, "26.211");
  assert.equal(await page.locator("#new-version").count(), 0);
}));

test("a new version that is put off is told again after a reload, and is there once the page was closed", ONLINE, () => withVersions(async ({ page, address, server, next }) => {
  server.show(next);
  await lookForUpdate(page);
  await page.locator("#new-version-later").click();
  assert.equal(await page.locator("#new-version").count(), 0);
  await page.reload();
  await page.locator("#new-version").waitFor();
  assert.equal(await build(page), "1.0.0");
  await until(async () => {
    // The worker changes once no page is left that the old one serves, which takes a moment after a page was left.
    await page.goto("about:blank");
    await new Promise((passed) => { setTimeout(passed, 200); });
    await page.goto(address);
    await page.locator("#app h1").first().waitFor();
    return await build(page) === "2.0.0";
  });
}));

test("where drafts cannot be kept, the file is asked for before a new version is let in", { ...ONLINE, survives: "a new version where nothing can be stored" }, () => withVersions(async ({ page, server, next }) => {
  await page.evaluate(REFUSALS["is full"]);
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  server.show(next);
  await lookForUpdate(page);
  await page.locator("#new-version-reload").click();
  await page.locator("#new-version").getByText("Gem det som fil, før du genindlæser").waitFor();
  assert.equal(await build(page), "1.0.0");
  const { text } = await save(page);
  assert.match(text, /26210\b/);
  await page.locator("#new-version-reload").click();
  await until(async () => await build(page).catch(() => "") === "2.0.0");
}));

test("a tab is told of a new version that another tab let in, and is not reloaded", { ...ONLINE, survives: "a new version that another tab let in" }, () => withVersions(async ({ page, context, address, server, next }) => {
  const other = await visit(context, address);
  await openExample(other);
  await enter(other, FIGURE, "26.210");
  server.show(next);
  await lookForUpdate(page);
  await page.locator("#new-version-reload").click();
  await until(async () => await build(page).catch(() => "") === "2.0.0");
  await other.locator("#new-version").waitFor();
  assert.equal(await build(other), "1.0.0");
  await holds(other, FIGURE, "26.210");
  await other.locator("#new-version-reload").click();
  await until(async () => await build(other).catch(() => "") === "2.0.0");
  await holds(other, FIGURE, "26.210");
}));

test("after the first visit the page opens without a network", { ...ONLINE, survives: "no network, from the first visit on" }, () => withVersions(async ({ page, address, server }) => {
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  await kept(page);
  server.online(false);
  await page.goto("about:blank");
  await page.goto(address);
  await page.locator("#drafts").getByRole("button", { name: /^Fortsæt/ }).click();
  await holds(page, FIGURE, "26.210");
}));

const DAMAGES = {
  "lost a file": (cache, name) => cache.delete(name),
  "had a file changed": (cache, name) => cache.put(name, new Response("damaged", { headers: { "Content-Type": "application/wasm" } })),
};

for (const [what, damage] of Object.entries(DAMAGES)) {
  test(`a cache that ${what} is mended from the network, and without one the page says that it stopped`, { ...ONLINE, survives: `a cache that ${what}` }, () => withVersions(async ({ page, address, server }) => {
    await openExample(page);
    await enter(page, FIGURE, "26.210");
    await kept(page);
    const name = await page.evaluate(`(async (damage) => {
      const [own] = await caches.keys();
      const cache = await caches.open(own);
      const name = (await cache.keys()).map((request) => new URL(request.url).pathname).find((path) => path.endsWith("_bg.wasm")).slice(1);
      await damage(cache, name);
      return name;
    })(${damage})`);
    await page.goto("about:blank");
    server.online(false);
    await page.goto(address);
    await page.getByRole("heading", { name: "Der skete en fejl" }).waitFor();
    await page.locator("#panic-drafts button").first().waitFor();
    server.online(true);
    const loaded = page.waitForEvent("load");
    await page.locator("#panic-reload").click();
    await loaded;
    await holds(page, FIGURE, "26.210");
    // What was mended serves without a network again.
    server.online(false);
    await page.goto("about:blank");
    await page.goto(address);
    await page.locator("#app h1").first().waitFor();
    assert.notEqual(await page.evaluate((file) => caches.match(file).then((found) => found?.text()), name), "damaged");
  }));
}

test("a cache that was emptied is filled anew", { ...ONLINE, survives: "a cache that was emptied" }, () => withVersions(async ({ page, address, server }) => {
  const kept = () => page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return all.flat().length;
  });
  const before = await kept();
  await page.evaluate(async () => { for (const name of await caches.keys()) await caches.delete(name); });
  await page.goto(address);
  await page.locator("#app h1").first().waitFor();
  await until(async () => await kept() === before);
  server.online(false);
  await page.reload();
  await page.locator("#app h1").first().waitFor();
}));

const FAULTS = {
  "lists a file that is not there": (worker) => worker.replace("const FILES = {", `const FILES = {\n  "gone.js": "${"0".repeat(64)}",`),
  "lists another file than is there": (worker) => worker.replace(/("\.\/": ")[0-9a-f]{8}/, "$100000000"),
  "cannot be run": () => "this is no script(",
};

for (const [what, fault] of Object.entries(FAULTS)) {
  test(`a worker that ${what} leaves the page working`, { ...ONLINE, survives: `a worker that ${what}` }, async () => {
    const broken = await version("1.0.0");
    await edit(join(broken.folder, "service-worker.js"), fault);
    await serving(broken.folder, async ({ page }) => {
      // Longer than the page waits until it has itself kept; by the same clock.
      await page.evaluate(() => new Promise((done) => { setTimeout(done, 3_000); }));
      await until(() => page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => !found?.installing && !found?.waiting)));
      assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
      await openExample(page);
      await enter(page, FIGURE, "26.210");
      await shows(page, "score-secured", "150");
      await kept(page);
    });
    await broken.remove();
  });
}

test("a new version that cannot be fetched whole changes nothing", { ...ONLINE, survives: "a new version that cannot be fetched whole" }, () => withVersions(async ({ page, address, server, next }) => {
  await edit(join(next, "service-worker.js"), FAULTS["lists another file than is there"]);
  server.show(next);
  await lookForUpdate(page).catch(() => {});
  await until(() => page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => !found.installing)));
  assert.equal(await page.locator("#new-version").count(), 0);
  await page.goto(address);
  await page.locator("#app h1").first().waitFor();
  assert.equal(await build(page), "1.0.0");
}));

// Version 1.0.0 is served and kept by the browser; 2.0.0 lies ready.
async function withVersions(use) {
  const [first, next] = await Promise.all([version("1.0.0"), version("2.0.0")]);
  await serving(first.folder, async (visit) => {
    await controlled(visit.page);
    await use({ ...visit, next: next.folder });
  });
  await Promise.all([first.remove(), next.remove()]);
}

async function serving(folder, use) {
  const server = await serve(folder);
  try {
    await elsewhere(async ({ context }) => {
      const page = await visit(context, server.address);
      await use({ page, context, server, address: server.address });
    }, { open: false, broken: true });
  } finally {
    await server.stop();
  }
}

async function visit(context, address) {
  const page = await context.newPage();
  await page.goto(address);
  await page.locator("#app h1").first().waitFor();
  return page;
}

function controlled(page) {
  return page.evaluate(() => new Promise((resolve) => {
    if (navigator.serviceWorker.controller) resolve();
    else navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true });
  }));
}

// What the browser does by itself now and then.
function lookForUpdate(page) {
  return page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => found.update()).then(() => {}));
}

async function build(page) {
  return (await page.locator("meta[name=release]").getAttribute("content")).split(" ")[0];
}
