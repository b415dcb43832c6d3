// Code comes in pieces: the first view's first, the rest when the browser is idle or a part is asked for.

import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DIST } from "./browser.mjs";
import { axe, test, until } from "./page.mjs";
import { CONTRACT, TITLE, at, enter, openExample } from "./steps.mjs";

const BUDGET = JSON.parse(readFileSync(new URL("../../xtask/budget.json", import.meta.url), "utf8"));

const SERVED = ["root", "path"];

/** Every file of code but the one that the page starts with. */
const PIECES = /\/[^/]+-[0-9a-f]{16}\.wasm$/;

/** Without what keeps the page, which fetches the pieces too. */
const ALONE = { open: false, broken: true, ways: SERVED, context: { serviceWorkers: "block" } };

const FIGURE = "goal/goal-2/value";

/** Every place of the example but its results, with what its heading says. */
const PLACES = {
  "resultatloen": "Resultatløn",
  "risici": "Risici",
  "vurderinger": "Vurderinger",
  "afgoerelse": "Afgørelse",
  "papirer": "Papirer",
  "hvad-nu-hvis": "Hvad nu hvis",
  "kontrakt": TITLE,
};

async function visits(page, address) {
  await page.route("**/contracts/**", (route) => route.fulfill({ body: CONTRACT }));
  await page.goto(`${address}?contract=ams-2009`);
  await at(page, FIGURE).waitFor();
}

/** A network in which the pieces cannot be had; gives what brings it back. */
async function cut(page) {
  await page.route(PIECES, (route) => route.abort());
  return () => page.unroute(PIECES);
}

const missing = (page) => page.getByText("Denne del af siden kunne ikke hentes");

test("the first view asks for no more than its budget, and is in use without the rest", ALONE, async ({ page, address, server }) => {
  const held = [];
  await page.route(PIECES, (route) => { held.push(route); });
  server.asked.length = 0;
  await visits(page, address);
  const open = () => at(page, "score-open").textContent();
  const before = await open();
  await enter(page, FIGURE, "26.210");
  await until(async () => await open() !== before);
  const sent = [...new Set(server.asked)].filter((name) => !/^(fonts|icons|manifest|favicon)/.test(name)).map((name) => {
    const path = join(DIST, name || "index.html");
    return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size;
  });
  const all = sent.reduce((sum, size) => sum + size, 0);
  assert.ok(all <= BUDGET.first_view, `${all} bytes`);
  assert.ok(all > BUDGET.first_view / 2, `${all} bytes`);
  await until(() => held.length > 0);
  await Promise.all(held.map((route) => route.continue()));
});

test("a place whose code cannot be fetched says so, and tries again once there is a network", ALONE, async ({ page, address }) => {
  const mend = await cut(page);
  await visits(page, address);
  for (const place of Object.keys(PLACES)) {
    await at(page, `place-${place}`).click();
    await missing(page).waitFor();
  }
  await axe(page);
  await page.locator(".fetch-again").click();
  await missing(page).waitFor();
  await page.getByRole("heading", { level: 1, name: "Kontrakt" }).waitFor();
  await mend();
  await page.locator(".fetch-again").click();
  await page.getByRole("heading", { level: 1, name: TITLE }).waitFor();
  await until(() => page.evaluate(() => document.activeElement.id === "main-content"));
});

test("details, help and the ways into the page wait for their code as well", ALONE, async ({ page, address }) => {
  const mend = await cut(page);
  await visits(page, address);
  const opener = at(page, "open-goal-2");
  await opener.click();
  await missing(page).waitFor();
  await mend();
  await page.locator(".fetch-again").click();
  await at(page, "goal/goal-2/evidence").waitFor();
  await cut(page);
  await page.goto(address);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await missing(page).waitFor();
  await page.unroute(PIECES);
  await page.locator(".fetch-again").click();
  await openExample(page);
});

test("every place is there without a network, once the browser was idle", ALONE, async ({ page, context, address }) => {
  await visits(page, address);
  const rest = () => page.evaluate(() => performance.getEntriesByType("resource")
    .some(({ name, responseEnd }) => name.includes("/rest-") && responseEnd > 0));
  await until(rest);
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  for (const [place, heading] of Object.entries(PLACES)) {
    await at(page, `place-${place}`).click();
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  }
  await at(page, "place-resultater").click();
  await at(page, "open-goal-2").click();
  await at(page, "goal/goal-2/evidence").waitFor();
  await at(page, "help").click();
  await page.getByRole("heading", { level: 1, name: "Hjælp" }).waitFor();
  await at(page, "start-over").click();
  await openExample(page);
});
