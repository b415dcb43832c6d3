// The open contract beside another one: what is tightened, loosened, new or gone, as a list and as a paper.

import assert from "node:assert/strict";
import { axe, test } from "./page.mjs";
import { CONTRACT, at, downloaded, goTo, openExample, settles, shows } from "./steps.mjs";

/** The contract of the next year: a goal tightened, one loosened, one gone, one new, another weight and another title. */
function nextYear() {
  const next = JSON.parse(CONTRACT);
  const goal = (id) => next.goals.find((one) => one.id === id);
  Object.assign(next, { id: "ams-2010", title: "Resultatkontrakt for AMS 2010–2013", renews: "ams-2009" });
  next.period = { from: "2010-01-01", to: "2013-12-31", binding_year: 2010 };
  goal("goal-2").target = { kind: "at_most", value: 24940, measured: "2010-12" };
  goal("goal-5").title = "Et andet navn";
  goal("product-3").weight = 50;
  goal("product-7").id = "product-70";
  next.pay.max_percent = 20;
  next.risk.entries[0].action = "Noget andet";
  return JSON.stringify(next);
}

const choose = (page, name, text) => page.locator("#changes-input").setInputFiles({
  name, mimeType: "application/json", buffer: Buffer.from(text),
});

async function toChanges(page) {
  await goTo(page, "kontrakt");
  await at(page, "contract-aendringer").click();
  await page.locator('[id="contract-aendringer"][aria-current="page"]').waitFor();
}

test("two contracts are compared by goal, filtered, and taken along as a paper", async ({ page }) => {
  await openExample(page, { assessed: true });
  await toChanges(page);
  await at(page, "compare-nothing").waitFor();
  await choose(page, "ams-2010.json", nextYear());
  await shows(page, "changes-between", "Fra Resultatkontrakt for AMS 2009–2012 til Resultatkontrakt for AMS 2010–2013");
  await shows(page, "changes-counted", "Mål og områder: 1 nye, 1 udgår, 1 skærpes, 0 lempes.");
  for (const [kind, line] of [
    ["tightened", "skærpes 6,5"], ["renamed", "Et andet navn"], ["new", "ny"], ["gone", "udgår"],
    ["weight", "+25"], ["pay", "20 %"], ["risk", "Noget andet"],
  ]) {
    await at(page, `changes-${kind}`).click();
    await settles(() => at(page, `changes-${kind}`).getAttribute("aria-pressed"), "true");
    const rows = (await page.locator("#changes tbody").first().innerText()).replaceAll("\u00a0", " ");
    assert.ok(rows.includes(line), `${kind}: ${rows}`);
  }
  await at(page, "turn-round").click();
  await shows(page, "changes-counted", "Mål og områder: 1 nye, 1 udgår, 0 skærpes, 1 lempes.");
  await at(page, "turn-round").click();

  await at(page, "changes-paper").click();
  await page.locator(".paper h1", { hasText: "Ændringsnotat" }).waitFor();
  await axe(page);
  const { name, text } = await downloaded(page, () => at(page, "paper-markdown").click());
  assert.match(name, /^ams-2009-aendringsnotat-/);
  assert.ok(text.replaceAll("\u00a0", " ").includes("skærpes 6,5 pct."), text);
});

test("a file that is no contract is named as what it is, and nothing else changes", async ({ page }) => {
  await openExample(page, { assessed: true });
  await toChanges(page);
  await choose(page, "ams-2010.json", nextYear());
  await at(page, "changes").waitFor();
  const assessment = { format: "resultatvurdering", version: 1, contract: { id: "ams-2009" }, results: {} };
  await choose(page, "vurdering.json", JSON.stringify(assessment));
  await at(page, "compare-refused").getByText("Kun kontrakter og sager").waitFor();
  await choose(page, "itu.json", CONTRACT.replace('"at_most"', '"at_moost"'));
  await at(page, "compare-refused").getByText("at_moost").first().waitFor();
  await axe(page);
  await goTo(page, "papirer");
  await at(page, "ready-aendringsnotat").locator("a").click();
  await choose(page, "samme.json", CONTRACT);
  await at(page, "no-changes").waitFor();
  await at(page, "end-compare").click();
  await at(page, "compare-nothing").waitFor();
});

test("a paper is copied as a table that a document takes", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openExample(page, { assessed: true });
  await goTo(page, "papirer");
  await at(page, "paper-kontraktudkast").click();
  await at(page, "paper-copy").click();
  await shows(page, "paper-told", "Papiret er kopieret. Sæt det ind i Word.");
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item.getType("text/html")).text();
  });
  assert.match(html, /<table/);
  assert.ok(html.replaceAll("\u00a0", " ").includes("Højst 26.675 forløb i december 2009"), html.slice(0, 2_000));
});
