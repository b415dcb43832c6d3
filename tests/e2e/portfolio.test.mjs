// Many contracts side by side: a folder comes in, rows can be sorted and compared, and a case is entered and left.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT, inPaper, kontrakt, paperRows } from "./command.mjs";
import { axe, test } from "./page.mjs";
import { CONTRACT, at, focused, settles } from "./steps.mjs";

const ASSESSMENT = await readFile(new URL("../../contracts/ams-2009.assessment.json", import.meta.url), "utf8");
/** What the command prints of the examples with pay. It is asked before any test begins, since it may have to be built. */
const PAPER = await kontrakt("portfolio", "contracts", "--html", "--pay");
const COPENHAGEN = await readFile(new URL("../../contracts/copenhagen-2009.json", import.meta.url), "utf8");

/** A case of the example's contract under another identifier, reached so far. */
const caseOf = (id, value, asOf = "2010-01-15") => {
  const contract = { ...JSON.parse(CONTRACT), id, institution: `Styrelse ${id}` };
  const assessment = { ...JSON.parse(ASSESSMENT), contract: { id }, as_of: asOf };
  assessment.results["goal-2"] = { value };
  return JSON.stringify({ format: "resultatsag", version: 1, contract, assessments: [assessment] });
};

/** A folder on the disk with these files, while it is used. */
async function inFolder(files, use) {
  const folder = await mkdtemp(join(tmpdir(), "portefoelje-"));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const FILES = {
  "a.json": caseOf("a", 26000),
  "b.json": caseOf("b", 40000),
  "b-kopi.json": caseOf("b", 40000, "2009-11-30"),
  "kbh.json": COPENHAGEN,
  "noter.docx": "PK\x03\x04 word/document.xml",
  "ødelagt.json": "{\"format\": \"resultatkontrakt\", \"version\": 1",
};

async function goTo(page) {
  await at(page, "to-portfolio").click();
  await at(page, "choose-folder").waitFor();
}

async function choose(page, folder) {
  await page.locator("#folder-input").setInputFiles(folder);
  await at(page, "portfolio-read").waitFor();
}

const names = (page, table) => page.locator(`#${table} th[scope=row] button`).allInnerTexts();

test("a folder is read, sorted by content, and each file that is not used is named", async ({ page }) => {
  await inFolder(FILES, async (folder) => {
    await goTo(page);
    await axe(page);
    await choose(page, folder);
    await focused(page, "portfolio-read");
    assert.match(await at(page, "portfolio-read").innerText(), /6 filer læst: 3 kontrakter, 3 filer bruges ikke\. Pr\. 15\.01\.2010\./);
    assert.deepEqual(await names(page, "weighted"), ["Styrelse b", "Styrelse a"], "most lost first");
    assert.equal((await names(page, "unweighted")).length, 1);
    const left = await page.locator("#portfolio-left-out + ul").innerText();
    assert.match(left, /b-kopi\.json er samme kontrakt som b\.json: vurderingen dér går forud\./);
    assert.match(left, /noter\.docx er et tekstdokument, ikke en kontrakt\./);
    assert.match(left, /ødelagt\.json har fejl/);
    await axe(page);
    await at(page, "portfolio-order-3").click();
    assert.deepEqual(await names(page, "weighted"), ["Styrelse a", "Styrelse b"]);
    await at(page, "portfolio-filter-1").click();
    await settles(() => page.locator("#unweighted").count(), 0);
  });
});

test("pay is shown once it is switched on, and marked", async ({ page }) => {
  await inFolder(FILES, async (folder) => {
    await goTo(page);
    await choose(page, folder);
    assert.equal(await at(page, "portfolio-confidential").count(), 0);
    assert.doesNotMatch(await page.locator("#weighted").innerText(), /kr\./);
    await at(page, "portfolio-pay").click();
    await at(page, "portfolio-confidential").waitFor();
    assert.match(await page.locator("#weighted").innerText(), /kr\./);
    await axe(page);
  });
});

test("a case is entered by key, and the way back leads to its row", async ({ page }) => {
  await inFolder(FILES, async (folder) => {
    await goTo(page);
    await choose(page, folder);
    await at(page, "portfolio-row-a.json").focus();
    await page.keyboard.press("Enter");
    await page.locator("#place-resultater").waitFor();
    assert.equal(await at(page, "goal/goal-2/value").inputValue(), "26.000");
    await at(page, "back-to-portfolio").click();
    await focused(page, "portfolio-row-a.json");
    await axe(page);
    await page.goBack();
    await page.locator("#place-resultater").waitFor();
  });
});

test("the figures of a row are those of its case", async ({ page }) => {
  await inFolder(FILES, async (folder) => {
    await goTo(page);
    await choose(page, folder);
    const row = page.locator("#weighted tr").filter({ hasText: "Styrelse a" });
    assert.match(await row.innerText(), /49,5\s%/);
    await at(page, "portfolio-row-a.json").click();
    await page.locator("#place-resultater").waitFor();
    await settles(async () => (await at(page, "score-secured").textContent()).includes("495"), true);
  });
});

test("both examples open by one click, and walk in both languages", async ({ page }) => {
  await page.locator("#lang-en").click();
  await goTo(page);
  await at(page, "portfolio-example-copenhagen").click();
  await at(page, "portfolio-read").waitFor();
  assert.match(await at(page, "portfolio-read").innerText(), /10 contracts.*made up/s);
  assert.equal((await names(page, "unweighted")).length, 10);
  await at(page, "close-portfolio").click();
  await at(page, "portfolio-example-regions").click();
  await page.locator("#weighted").waitFor();
  assert.equal((await names(page, "weighted")).length, 5);
  await axe(page);
  await page.locator("#weighted th[scope=row] button").first().click();
  await page.locator("#place-resultater").waitFor();
});

/** A case of which several parties have their own assessment, each with a figure of its own. */
const assessedBy = (id, values) => {
  const contract = { ...JSON.parse(CONTRACT), id, institution: `Styrelse ${id}` };
  const assessments = Object.entries(values).map(([by, value]) => {
    const assessment = { ...JSON.parse(ASSESSMENT), contract: { id }, by };
    assessment.results["goal-2"] = { value };
    return assessment;
  });
  return JSON.stringify({ format: "resultatsag", version: 1, contract, assessments });
};

test("the rows rest on whose assessment is chosen, and say where that party has none", async ({ page }) => {
  const files = {
    "a.json": assessedBy("a", { director: 26000, department: 40000 }),
    "b.json": assessedBy("b", { director: 26000 }),
    "c.json": assessedBy("c", { department: 26000, agreed: 40000 }),
  };
  await inFolder(files, async (folder) => {
    await goTo(page);
    await choose(page, folder);
    const rows = async () => Object.fromEntries(await page.locator("#weighted tbody tr").evaluateAll((all) => all.map((row) => {
      const cells = [...row.children].map((cell) => cell.innerText.replaceAll("\u00a0", " ").trim());
      return [row.querySelector("button").textContent.trim().at(-1), [cells[1], cells[6]]];
    })));
    const basis = (name, expected) => settles(async () => (await rows())[name][1].includes(expected), true);
    const [low, high] = ["34,5 %", "49,5 %"];
    assert.deepEqual((await rows()).a, [low, "departementet 15.01.2010"]);
    assert.match(await at(page, "portfolio-middle").innerText(), /i 3 kontrakter med point/);
    await at(page, "portfolio-whose-1").focus();
    await page.keyboard.press("Enter");
    await basis("b", "ingen vurdering fra departementet");
    await focused(page, "portfolio-whose-1");
    assert.equal(await at(page, "portfolio-whose-1").getAttribute("aria-pressed"), "true");
    assert.deepEqual(await rows(), {
      a: [low, "departementet 15.01.2010"], b: ["–", "ingen vurdering fra departementet"], c: [high, "departementet 15.01.2010"],
    });
    assert.match(await at(page, "portfolio-middle").innerText(), /i 2 kontrakter med point/);
    assert.equal((await names(page, "weighted")).at(-1), "Styrelse b", "one without figures comes last");
    await axe(page);
    const paper = await printedRows(page);
    assert.deepEqual(paper.at(-1).slice(0, 4), ["Styrelse b", "–", "–", "–"]);
    await at(page, "read-again").click();
    await focused(page, "portfolio-read");
    await basis("b", "ingen vurdering fra departementet");
    await at(page, "portfolio-whose-2").click();
    await basis("c", "ingen vurdering fra direktøren");
    assert.deepEqual((await rows()).a, [high, "direktøren 15.01.2010"]);
    await at(page, "portfolio-whose-0").click();
    await basis("c", "aftalt");
    assert.deepEqual((await rows()).c, [low, "aftalt 15.01.2010"]);
  });
});

test("two contracts that were dropped together can be seen side by side", async ({ page }) => {
  await page.locator("#file-input").setInputFiles([
    { name: "ams.json", mimeType: "application/json", buffer: Buffer.from(CONTRACT) },
    { name: "kbh.json", mimeType: "application/json", buffer: Buffer.from(COPENHAGEN) },
  ]);
  await at(page, "choose-all").click();
  await at(page, "portfolio-read").waitFor();
  assert.match(await at(page, "portfolio-read").innerText(), /2 filer læst: 2 kontrakter\./);
  assert.equal(await at(page, "together").count(), 0);
});

test("at 320 pixels nothing is cut off", { context: { viewport: { width: 320, height: 640 } } }, async ({ page }) => {
  await goTo(page);
  await at(page, "portfolio-example-regions").click();
  await page.locator("#weighted").waitFor();
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(over, 0);
  await axe(page);
});

test("a thousand cases are read while the page answers, stand in a window, and can be stopped", async ({ page }) => {
  const files = Array.from({ length: 1000 }, (_, number) => ({
    name: `sag-${String(number).padStart(4, "0")}.json`, mimeType: "application/json",
    buffer: Buffer.from(caseOf(`s${number}`, 26000 + number)),
  }));
  await inFolder(Object.fromEntries(files.map(({ name, buffer }) => [name, buffer])), async (folder) => {
    await goTo(page);
    await page.locator("#folder-input").setInputFiles(folder);
    await at(page, "stop-reading").click();
    await settles(() => at(page, "portfolio-reading").count(), 0);
    assert.equal(await at(page, "portfolio-read").count(), 0);
    await page.locator("#folder-input").setInputFiles(folder);
    await at(page, "portfolio-read").waitFor({ timeout: 120_000 });
    assert.match(await at(page, "portfolio-read").innerText(), /1\.000 filer læst: 1\.000 kontrakter\./);
    assert.ok((await names(page, "weighted")).length < 200, "rows that are far away are not drawn");
  });
});

/** Every row of the tables, by its name, as its figures; rows that are far away are scrolled to. */
async function figures(page) {
  const found = new Map();
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < await height(); top += 400) {
    await page.evaluate((to) => new Promise((done) => {
      scrollTo(0, to);
      requestAnimationFrame(() => requestAnimationFrame(done));
    }), top);
    const seen = await page.locator(".portfolio-table th[scope=row] button").evaluateAll((all) => all.map((one) => {
      const cells = [...one.closest("tr").children];
      return [one.textContent.trim(), [1, 2, 3, 5].map((place) => cells[place].textContent.trim())];
    }));
    for (const [name, cells] of seen) found.set(name, cells);
  }
  return found;
}

/** Of a row the name, what is secured, open and lost, the deadlines, and the pay where it is shown. */
const compared = (cells) => [0, 1, 2, 3, 5, 7].map((place) => cells[place]).filter((text) => text !== undefined);

/** The rows of the paper that would be printed now. */
async function printedRows(page) {
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const rows = await paperRows(page);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await settles(() => page.locator(".sheets").count(), 0);
  return rows;
}

test("every figure of the examples on the page, on its paper and on the command's is the same", async ({ page }) => {
  await goTo(page);
  await choose(page, join(ROOT, "contracts"));
  await at(page, "portfolio-pay").click();
  await at(page, "portfolio-confidential").waitFor();
  const shown = await page.locator(".portfolio-table:not([aria-labelledby]) tbody tr").evaluateAll((all) => all.map((row) => {
    const [name, ...cells] = [...row.children].map((cell) => cell.textContent.trim());
    return [row.querySelector("button").textContent.trim() || name, ...cells];
  }));
  const paper = await printedRows(page);
  assert.deepEqual(paper, await inPaper(page.context(), PAPER, paperRows));
  assert.ok(paper.length > 25 && paper.some((cells) => cells[7].includes("kr.")), `${paper}`);
  // Two contracts of one institution are told apart by their titles, which stand below the names on the page.
  const begins = (text, name) => text.startsWith(name.slice(0, text.length));
  assert.ok(paper.every(([name], at) => begins(name.split("…")[0], shown[at][0])), `${paper}`);
  const figures = (cells) => compared(cells).slice(1);
  assert.deepEqual(shown.map(figures), paper.map(figures));
});

test("every figure on the page is that of the paper, which is that of the command", async ({ page }) => {
  const generated = Array.from({ length: 200 }, (_, number) => {
    const file = JSON.parse(caseOf(`s${number}`, 20000 + number * 97));
    for (const [place, goal] of Object.keys(file.assessments[0].results).entries()) {
      if ((number >> place) % 3 === 0) delete file.assessments[0].results[goal];
    }
    file.contract.institution = `Styrelse ${String(number).padStart(3, "0")}`;
    return [`sag-${number}.json`, JSON.stringify(file)];
  });
  await inFolder(Object.fromEntries([...generated, ["kbh.json", COPENHAGEN]]), async (folder) => {
    await goTo(page);
    await choose(page, folder);
    const shown = await figures(page);
    assert.equal(shown.size, 201);
    const paper = await printedRows(page);
    assert.equal(paper.length, 201);
    for (const cells of paper) assert.deepEqual([cells[0], ...shown.get(cells[0]) ?? []], compared(cells));
    assert.deepEqual(paper, await inPaper(page.context(), await kontrakt("portfolio", folder, "--html"), paperRows));
  });
});

test("twenty-five contracts print on one page across, with every figure and no pay", async ({ page }) => {
  const names = Array.from({ length: 25 }, (_, number) => `Styrelsen for regionale forhold og tilsyn nummer ${number + 1}`);
  const files = names.map((name, number) => {
    const file = JSON.parse(caseOf(`styrelse-${number + 1}`, 26000 + number * 1000));
    file.contract.institution = name;
    // All serve the first one's goal, which is on the page as well.
    if (number > 0) file.contract.goals[1].contributes_to = "styrelse-1#goal-2";
    else file.contract.goals[1].rollup = "sum";
    return [`${number}.json`, JSON.stringify(file)];
  });
  await inFolder(Object.fromEntries(files), async (folder) => {
    await goTo(page);
    await choose(page, folder);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 1);
    const [, width, height] = pdf.match(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/).map(Number);
    assert.ok(width > height, `${width} × ${height}`);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const paper = await page.locator(".sheets .paper").textContent();
    const shown = await page.locator("#weighted td.number").allInnerTexts();
    for (const figure of shown) assert.ok(paper.includes(figure), `${figure} is not on the paper`);
    for (const name of names) assert.ok(paper.includes(name.slice(0, 30)), name);
    assert.match(paper, /Mål, der tjener et mål/);
    assert.doesNotMatch(paper, /kr\./);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await settles(() => page.locator(".sheets").count(), 0);
  });
});
