// A contract in a link: made on request, with nothing in it but the contract,
// and opened with care, since a link is text from a stranger.

import assert from "node:assert/strict";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { axe, elsewhere, start, test, until, WAY } from "./page.mjs";
import { CONTRACT, TITLE, at, begin, downloaded, enter, focused, goTo, holds, kept, openExample, openFile, openGoal, press } from "./steps.mjs";

const FIGURE = "goal/goal-2/value";
const WITHOUT_PAY = (({ pay, ...contract }) => contract)(JSON.parse(CONTRACT));

const packed = (text) => deflateRawSync(Buffer.from(text), { level: 9 }).toString("base64url");
const unpacked = (link) => inflateRawSync(Buffer.from(link.slice(link.indexOf("#del=") + 5), "base64url")).toString("utf8");
const contract = (change) => {
  const all = JSON.parse(CONTRACT);
  change(all);
  return JSON.stringify(all);
};

// The link that the page makes of what is open.
async function shared(page) {
  await goTo(page, "kontrakt");
  await page.locator("#share-contract").click();
  await focused(page, "share");
  return page.locator("#share-link").inputValue();
}

// Follows a link in a page that may have something open.
async function follows(page, link) {
  await page.evaluate((hash) => { location.hash = hash; }, link.slice(link.indexOf("#")));
}

async function arrives(page, address, fragment) {
  await page.goto(`${address}#del=${fragment}`);
  await page.locator("#app h1").first().waitFor();
}

const addressOf = (page) => page.evaluate(() => location.href);

test("a link opens the contract, blank, and clears itself from the address", async ({ page }) => {
  await openExample(page, { assessed: true });
  const link = await shared(page);
  assert.deepEqual(JSON.parse(unpacked(link)), WITHOUT_PAY);
  assert.ok((await page.locator("#share-length").textContent()).includes(link.length.toLocaleString("da-DK")));

  await elsewhere(async ({ page: other, address }) => {
    await arrives(other, address, link.slice(link.indexOf("#del=") + 5));
    await holds(other, FIGURE, "");
    await goTo(other, "kontrakt");
    await other.locator(".place-heading", { hasText: TITLE }).waitFor();
    assert.ok(!(await addressOf(other)).includes("del="));
    // Neither a reload nor the way back brings it again.
    await other.goBack();
    assert.ok(!(await addressOf(other)).includes("del="));
    await start(other);
    assert.equal(await at(other, FIGURE).count(), 0);
  }, { open: false });
});

test("nothing of results, notes or pay is in the link", async ({ page }) => {
  await openExample(page);
  await openGoal(page, "goal-2");
  const planted = {
    [FIGURE]: "26.210,000000731",
    "goal/goal-2/note": "hemmelig-note",
    "goal/goal-2/evidence": "hemmeligt-bilag",
    "goal/product-2/points": "117,25",
    "goal/product-2/reason": "hemmelig-begrundelse",
  };
  for (const [field, text] of Object.entries(planted)) await enter(page, field, text);
  await goTo(page, "resultatloen");
  await begin(page, "add-base-line", "base/0/title");
  for (const [field, text] of Object.entries({
    "base/0/title": "hemmelig-løn", "base/0/value": "1.150.731,10", "max-percent": "14,73",
  })) await enter(page, field, text);
  await kept(page);
  const text = unpacked(await shared(page));
  for (const secret of ["hemmelig", "000000731", "117.25", "1150731", "14.73", "pay", "as_of", "assessments", "resultatvurdering"]) {
    assert.ok(!text.includes(`"${secret}`) && !text.includes(secret === "pay" ? "\"pay\"" : secret), secret);
  }
  assert.deepEqual(JSON.parse(text), WITHOUT_PAY);
});

test("the link is made on request alone, copied by a button, and said in both languages", { context: { permissions: WAY === "file" ? [] : ["clipboard-read", "clipboard-write"] } }, async ({ page }) => {
  await openExample(page);
  await goTo(page, "kontrakt");
  assert.equal(await page.locator("#share-link").count(), 0);
  const link = await shared(page);
  await page.locator("#share", { hasText: "Resultater, vurderinger og løn er ikke med" }).waitFor();
  await page.locator("#share", { hasText: "aftale om resultatløn er heller ikke med" }).waitFor();
  assert.equal(await page.locator("#share", { hasText: "åbnet som en lokal fil" }).count(), WAY === "file" ? 1 : 0);
  await axe(page);
  await page.evaluate(() => { navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }; });
  await press(page, "share-copy");
  await page.locator("#share-said", { hasText: "Linket er kopieret." }).waitFor();
  assert.equal(await page.evaluate(() => globalThis.copied), link);
  await page.locator("#lang-en").click();
  await page.locator("#share", { hasText: "Results, assessments and pay are not part of it" }).waitFor();
  await axe(page);
  await press(page, "share-close");
  await focused(page, "share-contract");
});

test("where the clipboard is closed, the link is selected", async ({ page }) => {
  await page.evaluate(() => { Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }); });
  await openExample(page);
  const link = await shared(page);
  await page.locator("#share-copy").click();
  await page.locator("#share-said", { hasText: "tryk Ctrl+C" }).waitFor();
  assert.equal(await page.evaluate(() => getSelection().toString() || document.activeElement.value.slice(
    document.activeElement.selectionStart, document.activeElement.selectionEnd,
  )), link);
});

test("a contract that is too long for a link goes as a file", async ({ page }) => {
  let seed = 1;
  const noise = () => { seed = (seed * 48271) % 2147483647; return seed.toString(36); };
  const long = contract((all) => { all.goals[1].description = Array.from({ length: 6800 }, noise).join(" "); });
  await openFile(page, "lang.json", long);
  await at(page, FIGURE).waitFor();
  await goTo(page, "kontrakt");
  await page.locator("#share-contract").click();
  await page.locator("#share-length", { hasText: "ud over 32.000 tegn" }).waitFor();
  assert.equal(await page.locator("#share-link").count(), 0);
  const file = await downloaded(page, () => page.locator("#share-file").click());
  const { pay, ...rest } = JSON.parse(long);
  assert.equal(file.name, "ams-2009.json");
  assert.deepEqual(JSON.parse(file.text), rest);
  assert.ok(pay);
});

test("over an open case a link asks first, and what is open stays if it is to", async ({ page }) => {
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  const other = `#del=${packed(contract((all) => { all.id = "anden"; all.title = "En anden kontrakt"; }))}`;
  await follows(page, other);
  const question = page.locator("#offered");
  await question.getByText(/En anden kontrakt \([\d.,]+ kB\)/).waitFor();
  await focused(page, "accept-received");
  assert.ok(!(await addressOf(page)).includes("del="));
  await axe(page);
  await page.locator("#leave-received").click();
  await question.waitFor({ state: "detached" });
  await at(page, "back-to-open").click();
  await holds(page, FIGURE, "26.210");
  await follows(page, other);
  await focused(page, "accept-received");
  await page.keyboard.press("Enter");
  await page.locator(".top-bar__title", { hasText: "En anden kontrakt" }).waitFor();
});

// What is wrong with the link, and the words for it in both languages.
const HOSTILE = [
  ["nothing", "", "klippet over", "was cut"],
  ["letters that none has", "%3Cscript%3E", "klippet over", "was cut"],
  ["garbage", "AAAA", "klippet over", "was cut"],
  ["a link that was cut", packed(CONTRACT).slice(0, 3000), "klippet over", "was cut"],
  ["a bomb", packed(" ".repeat(64 * 1024 * 1024)), "mere end de 8 MB", "larger than the 8 MB"],
  ["an assessment", packed('{"format":"resultatvurdering","version":1,"contract":{"id":"ams-2009"},"as_of":"2009-12-31"}'), "fører til en vurdering", "leads to an assessment"],
  ["a case with results", packed(JSON.stringify({ format: "resultatsag", version: 1, contract: JSON.parse(CONTRACT), assessments: [] })), "fører til en vurdering", "leads to an assessment"],
  ["no JSON", packed("Dette er en tekst."), "ikke gyldig JSON", "not valid JSON"],
  ["a newer version", packed(contract((all) => { all.version = 99; })), "version 99", "version 99"],
];

test("a hostile link is told of in both languages, and what is open stays", async ({ page }) => {
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  for (const [what, fragment, danish, english] of HOSTILE) {
    await follows(page, `#del=${fragment}`);
    const told = page.locator("#message, #refused").filter({ hasText: danish });
    await told.waitFor().catch(() => assert.fail(`${what}: nothing says ${danish}`));
    await page.locator("#lang-en").click();
    await page.locator("#message, #refused").filter({ hasText: english }).waitFor();
    await page.locator("#lang-da").click();
    await told.getByRole("button", { name: "Luk" }).click();
    await told.waitFor({ state: "detached" });
  }
  await at(page, "back-to-open").click();
  await holds(page, FIGURE, "26.210");
});

test("what looks like HTML in a link is text on the page", { open: false }, async ({ page, address }) => {
  const planted = '<img src=x onerror="globalThis.planted=1"><b>Fed</b>';
  const hostile = contract((all) => { all.title = planted; });
  await arrives(page, address, packed(hostile));
  await page.locator(".top-bar__title", { hasText: planted }).waitFor();
  await follows(page, `#del=${packed(hostile)}`);
  await page.locator("#offered-question", { hasText: planted }).waitFor();
  assert.equal(await page.locator("#app img, #app b").count(), 0);
  assert.equal(await page.evaluate(() => "planted" in globalThis), false);
});

test("a link on a narrow screen fits", { context: { viewport: { width: 320, height: 640 } } }, async ({ page }) => {
  await openExample(page);
  await shared(page);
  await axe(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 320, `${wide} px`);
  await until(() => page.locator("#share-link").isVisible());
});
