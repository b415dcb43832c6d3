// The ways into a portfolio: a folder that is chosen, one that is dropped, many files. What cannot be used is named, and the
// resultatrevision compares the contracts of a portfolio.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, readdir, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { ROOT, inPaper, kontrakt } from "./command.mjs";
import { look } from "./look.mjs";
import { axe, test } from "./page.mjs";
import { areToldApart, printed } from "./printed.mjs";
import { CONTRACT, at, focused, goTo as goToPlace, holds, press, settles, tabTo } from "./steps.mjs";

const CONTRACTS = join(ROOT, "contracts");
const UNITS = join(CONTRACTS, "copenhagen-units-2009");
const ASSESSMENT = await readFile(join(ROOT, "contracts/ams-2009.assessment.json"), "utf8");

/** What the command writes of a unit beside the others. It is asked before any test begins, since it may have to be built. */
const REVISION = await kontrakt(
  "report", "resultatrevision", "contracts/copenhagen-units-2009/afklaring.json", "--beside", "contracts/copenhagen-units-2009",
);

/** A contract of one goal. */
const small = (id, more = "") => `{"format": "resultatkontrakt", "version": 1, "id": "${id}", "title": "Kontrakt ${id}",
  "goals": [{"id": "a", "title": "A", "target": {"kind": "done"}${more}}]}`;

/** A case of the example's contract. */
const caseOf = (id, { asOf = "2010-01-15", value = 26000 } = {}) => {
  const assessment = { ...JSON.parse(ASSESSMENT), contract: { id }, as_of: asOf };
  assessment.results["goal-2"] = { value };
  const contract = { ...JSON.parse(CONTRACT), id };
  return JSON.stringify({ format: "resultatsag", version: 1, contract, assessments: [assessment] });
};

/** A folder on the disk with these files, while it is used. */
async function inFolder(files, use) {
  const folder = await mkdtemp(join(tmpdir(), "portefoelje-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function goTo(page) {
  await at(page, "to-portfolio").click();
  await at(page, "choose-folder").waitFor();
}

const read = (page) => at(page, "portfolio-read").innerText();
const isRead = (page, expected) => settles(async () => (await at(page, "portfolio-read").allInnerTexts()).some((text) => text.includes(expected)), true);
const names = (page, table) => page.locator(`#${table} th[scope=row] button`).allInnerTexts();

/** Drops files and folders of the disk on the page, as from another window. */
async function drop(page, paths) {
  const tools = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) await tools.send("Input.dispatchDragEvent", { type, x: 200, y: 200, data });
}

/** Gives the browser a picker of folders that answers with a folder of these files; `write` changes one as another program would. */
async function withPicker(page, files) {
  await page.evaluate((files) => {
    const content = new Map(Object.entries(files));
    const folder = (name, before) => ({
      kind: "directory",
      name,
      async* values() {
        const within = [...content.keys()].filter((path) => path.startsWith(before)).map((path) => path.slice(before.length));
        for (const path of new Set(within.map((path) => path.split("/")[0]))) {
          yield within.includes(path)
            ? { kind: "file", name: path, getFile: async () => new File([content.get(before + path)], path) }
            : folder(path, `${before}${path}/`);
        }
      },
    });
    globalThis.write = (path, text) => content.set(path, text);
    globalThis.showDirectoryPicker = async () => folder("mappe", "");
  }, files);
}

test("the ten examples open as a folder, are sorted, and one is entered and left", async ({ page }) => {
  await goTo(page);
  await page.locator("#folder-input").setInputFiles(UNITS);
  await isRead(page, "10 filer læst: 10 kontrakter.");
  await at(page, "portfolio-order-3").click();
  const sorted = await names(page, "unweighted");
  assert.equal(sorted.length, 10);
  assert.deepEqual(sorted, sorted.toSorted((one, other) => one.localeCompare(other, "da")));
  await at(page, "portfolio-row-afklaring.json").click();
  await page.locator("#place-resultater").waitFor();
  await at(page, "back-to-portfolio").click();
  await focused(page, "portfolio-row-afklaring.json");
});

test("without a mouse: ten examples and those above them come in, a sum is taken over, and one sheet is printed in grey", async ({ page }) => {
  const within = async (folder) => (await readdir(join(CONTRACTS, folder))).map((name) => `${folder}/${name}`);
  const above = ["ams-2009.json", "ams-2009.assessment.json", "ministry-2009.json", "ministry-2009.assessment.json"];
  const paths = [...above, ...await within("regions-2009"), ...await within("copenhagen-units-2009")];
  const files = Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await readFile(join(CONTRACTS, path), "utf8")])));
  await inFolder(files, async (folder) => {
    await press(page, "to-portfolio");
    await tabTo(page, "choose-folder");
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
    await chooser.setFiles(folder);
    await isRead(page, "18 filer læst: 16 kontrakter, 2 vurderinger i egne filer.");
    await focused(page, "portfolio-read");
    assert.match(await read(page), new RegExp(`Læst fra mappen »${basename(folder)}« kl\\. \\d\\d\\.\\d\\d\\.`));
    await press(page, "portfolio-order-3");
    const sorted = await names(page, "unweighted");
    assert.deepEqual(sorted, sorted.toSorted((one, other) => one.localeCompare(other, "da")));
    const row = await page.locator("#unweighted th[scope=row] button", { hasText: "Center for afklaring" }).getAttribute("id");
    await press(page, row);
    await page.locator("#place-resultater").waitFor();
    await press(page, "back-to-portfolio", { back: true });
    await focused(page, row);
    const take = await page.locator("#portfolio-levels ~ section button").getAttribute("id");
    await press(page, take);
    await holds(page, "goal/goal-1/value", "26.300");
    await press(page, "back-to-portfolio", { back: true });
    await focused(page, take);
    const { pages, greys, text } = await printed(page, folder);
    assert.equal(pages, 1);
    assert.ok(areToldApart(greys), `${[...greys]}`);
    const places = sorted.map((name) => text.indexOf(name));
    assert.ok(!places.includes(-1), `${sorted}\n${text}`);
    assert.deepEqual(places, places.toSorted((one, other) => one - other), "in the order of the page");
  });
});

test("a folder is dropped anywhere, and read again as it is by then", async ({ page }) => {
  await inFolder({ "a.json": small("a"), "under/b.json": small("b"), ".skjult/c.json": small("c") }, async (folder) => {
    await drop(page, [folder]);
    await isRead(page, "2 filer læst: 2 kontrakter.");
    assert.deepEqual(await names(page, "unweighted"), ["Kontrakt a", "Kontrakt b"]);
    await writeFile(join(folder, "under/b.json"), small("ny"));
    await writeFile(join(folder, "d.json"), small("d"));
    await at(page, "read-again").click();
    await isRead(page, "3 filer læst: 3 kontrakter.");
    assert.deepEqual((await names(page, "unweighted")).toSorted(), ["Kontrakt a", "Kontrakt d", "Kontrakt ny"]);
  });
});

test("many files are dropped anywhere", async ({ page }) => {
  const files = Object.fromEntries(Array.from({ length: 14 }, (_, at) => [`k${at}.json`, small(`k${at}`)]));
  await inFolder(files, async (folder) => {
    await drop(page, Object.keys(files).map((name) => join(folder, name)));
    await isRead(page, "14 filer læst: 14 kontrakter.");
  });
});

test("a folder is chosen in the browser's own picker, and read again as it is by then", async ({ page }) => {
  await withPicker(page, { "a.json": small("a"), "under/b.json": small("b"), "noter.txt": "Noter" });
  await goTo(page);
  await at(page, "choose-folder").click();
  await isRead(page, "3 filer læst: 2 kontrakter, 1 fil bruges ikke.");
  await page.evaluate((text) => globalThis.write("under/c.json", text), small("c"));
  await at(page, "read-again").click();
  await isRead(page, "4 filer læst: 3 kontrakter, 1 fil bruges ikke.");
  await page.locator("#unweighted th[scope=row] button", { hasText: "Kontrakt c" }).click();
  await page.locator("#place-resultater").waitFor();
});

test("where the browser refuses its picker, files are asked for otherwise", async ({ page }) => {
  await page.evaluate(() => {
    globalThis.showDirectoryPicker = async () => { throw new DOMException("", "SecurityError"); };
  });
  await goTo(page);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), at(page, "choose-folder").click()]);
  await chooser.setFiles(UNITS);
  await isRead(page, "10 kontrakter.");
  await page.evaluate(() => {
    globalThis.showDirectoryPicker = async () => { throw new DOMException("", "AbortError"); };
  });
  await at(page, "choose-folder").click();
  await isRead(page, "10 kontrakter.");
});

const STRANGERS = ["PK\x03\x04 word/document.xml", "%PDF-1.7", '{"name": "noget andet"}', "id;resultat\n1;2\n", "Noter", ""];

test("whatever cannot be used is named, and stops none of the others", async ({ page }) => {
  const other = JSON.parse(ASSESSMENT);
  other.contract = { id: "ams", sha256: "00" };
  const files = {
    "ams.json": caseOf("ams"),
    "kopi.json": caseOf("ams"),
    "bm-it.json": JSON.stringify(other),
    "ødelagt.json": '{"format": "resultatkontrakt", "version": 1, "goals": [',
    "ring-1.json": small("et", ', "contributes_to": ["to#a"]'),
    "ring-2.json": small("to", ', "contributes_to": ["et#a"]'),
    "stor.json": "",
    ...Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`fremmed-${at}.dat`, STRANGERS[at % STRANGERS.length]])),
  };
  await inFolder(files, async (folder) => {
    await truncate(join(folder, "stor.json"), 9 << 20);
    await goTo(page);
    await page.locator("#folder-input").setInputFiles(folder);
    await isRead(page, "207 filer læst: 3 kontrakter, 204 filer bruges ikke.");
    const list = page.locator("#portfolio-left-out + ul");
    const first = (await list.locator("li").allInnerTexts()).slice(0, 4);
    assert.deepEqual(first.map((line) => line.slice(0, 2)), ["! ", "! ", "! ", first[3].slice(0, 2)]);
    assert.doesNotMatch(first[3], /^!/, "what should have been used comes first");
    await page.locator("#portfolio-left-out ~ button").click();
    await settles(() => list.locator("li").count(), 204);
    const said = await list.innerText();
    assert.match(said, /^kopi\.json er samme kontrakt som ams\.json: de to er ens\.$/m);
    assert.match(said, /^! bm-it\.json er en vurdering af en anden udgave af kontrakten i ams\.json\.$/m);
    assert.match(said, /^! ødelagt\.json har fejl \(1, den første i linje 1\)\.$/m);
    assert.match(said, /^! stor\.json fylder 9 MB; en fil må højst fylde 8 MB\.$/m);
    assert.match(said, /^fremmed-0\.dat er et tekstdokument, ikke en kontrakt\.$/m);
    assert.match(await page.locator("#portfolio-across + ul").innerText(), /bidrager til hinanden i en ring: /);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 800 });
        assert.deepEqual(await look(page, `${colorScheme}, ${width}`), []);
      }
    }
  });
});

test("a later folder says what changed since the one before", async ({ page }) => {
  const [before, after] = [caseOf("ams", { asOf: "2009-09-30", value: 40000 }), caseOf("ams")];
  await inFolder({ "før/ams.json": before, "nu/ams.json": after }, async (folder) => {
    await goTo(page);
    await page.locator("#folder-input").setInputFiles(join(folder, "før"));
    await isRead(page, "30.09.2009");
    assert.equal(await at(page, "portfolio-changed").count(), 0);
    await page.locator("#folder-input").setInputFiles(join(folder, "nu"));
    await isRead(page, "15.01.2010");
    assert.match(await page.locator("#portfolio-changed + ul").innerText(), /sikret .*→ 49,5\s% siden 30\.09\.2009/);
  });
});

test("ten thousand contracts are read, and long lists come a thousand lines at a time", async ({ page }) => {
  const nowhere = ', "contributes_to": ["k0#findes-ikke"]';
  const files = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`k${at}.json`, small(`k${at}`, at > 0 && at <= 1_500 ? nowhere : "")]));
  await inFolder(files, async (folder) => {
    await goTo(page);
    await page.locator("#folder-input").setInputFiles(folder);
    await at(page, "portfolio-read").waitFor({ timeout: 100_000 });
    assert.match(await read(page), /10\.000 filer læst: 10\.000 kontrakter\./);
    assert.ok((await names(page, "unweighted")).length < 200, "rows that are far away are not drawn");
    const [lines, more] = [page.locator("#portfolio-across + ul li"), page.locator("#portfolio-across ~ button")];
    assert.equal(await lines.count(), 10);
    await more.focus();
    await page.keyboard.press("Enter");
    await settles(() => lines.count(), 1_010);
    assert.ok(await more.evaluate((button) => document.activeElement === button), "the focus stays");
    await page.keyboard.press("Enter");
    await settles(() => lines.count(), 1_500);
    await focused(page, "portfolio-across");
  });
});

/** A text without its spaces: a file has lines between its elements. */
const letters = (text) => text.replace(/\s/g, "");

test("the resultatrevision compares the contracts of the portfolio, as the command does", async ({ page }) => {
  const command = await inPaper(page.context(), REVISION, (sheet) => sheet.locator(".paper__body").textContent());
  assert.match(command, /Sammenlignet med 9 kontrakter: /);
  await goTo(page);
  await page.locator("#folder-input").setInputFiles(UNITS);
  await isRead(page, "10 kontrakter.");
  await at(page, "portfolio-row-afklaring.json").click();
  await goToPlace(page, "papirer");
  await at(page, "paper-resultatrevision").click();
  await at(page, "print-paper").waitFor();
  assert.equal(letters(await page.locator(".paper .paper__body").textContent()), letters(command));
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await axe(page);
    }
  }
  await page.locator("#lang-en").click();
  await page.locator(".paper__title", { hasText: "Review of results 2009" }).waitFor();
  await axe(page);
});

test("opened alone, the resultatrevision says that nobody stands beside", async ({ page }) => {
  await page.locator("#file-input").setInputFiles(join(UNITS, "afklaring.json"));
  await page.locator("#place-resultater").waitFor();
  await goToPlace(page, "papirer");
  await at(page, "paper-resultatrevision").click();
  await page.locator(".paper", { hasText: "Der er ingen sammenlignelige enheder" }).waitFor();
});
