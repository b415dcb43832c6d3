// The portfolio on paper: up to twenty-five contracts stand on one A4 page across, however long their names are and
// however much is said of them, and what is printed in grey can be told apart.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "./page.mjs";
import { areToldApart, printed } from "./printed.mjs";
import { at } from "./steps.mjs";

const LONG = "Styrelsen for Regional Arbejdsmarkedsudvikling, Erhvervsuddannelser og Tilsyn med Særlige Ordninger";

const USUAL = "Styrelsen for regional arbejdsmarkedsudvikling, uddannelser og tilsyn";

/** A case with deadlines that have passed, risks, an assessment of another edition, and a contribution that leads nowhere. */
function caseOf(number, { weighted, name = LONG }) {
  const id = `kontrakt-om-arbejdsmarked-${number}`;
  const goals = Array.from({ length: 8 }, (_, at) => ({
    id: `maal-${at}`, label: `Mål ${at}`, title: `${LONG} har afsluttet arbejdet med det ${at}. område, og departementet har godkendt det`,
    ...(weighted ? { weight: 100 } : {}), target: { kind: "by", date: `2009-0${at + 1}-28` },
    ...(at === 0 ? { contributes_to: [`kontrakt-om-arbejdsmarked-${number}#findes-ikke`] } : {}),
  }));
  const contract = {
    format: "resultatkontrakt", version: 1, id, title: `Resultatkontrakt for ${name} nummer ${number}`, institution: `${name} nummer ${number}`,
    period: { from: "2009-01-01", to: "2009-12-31" }, ...(weighted ? { points: { total: 800 } } : {}), goals,
    risk: { entries: goals.map((goal) => ({ goal: goal.id, title: "Risiko", materiality: 3, vulnerability: 3 })) },
  };
  const assessment = {
    format: "resultatvurdering", version: 1, contract: { id }, by: "department", status: "final",
    as_of: number % 2 ? "2009-09-15" : "2010-01-15", results: { "maal-0": { date: "2009-01-20" } },
  };
  return { contract, assessment };
}

const asCase = ({ contract, assessment }) => JSON.stringify({ format: "resultatsag", version: 1, contract, assessments: [assessment] });

async function inFolder(count, use) {
  const folder = await mkdtemp(join(tmpdir(), "portefoelje-"));
  try {
    for (let number = 1; number <= count; number += 1) {
      await writeFile(join(folder, `${number}.json`), asCase(caseOf(number, { weighted: number % 5 !== 0 })));
    }
    await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

for (const count of [1, 8, 12, 17, 25]) {
  test(`${count} contracts of which much is said print on one page across`, async ({ page }) => {
    await inFolder(count, async (folder) => {
      await at(page, "to-portfolio").click();
      await page.locator("#folder-input").setInputFiles(folder);
      await at(page, "portfolio-read").waitFor();
      const { pages, greys, text } = await printed(page, folder);
      assert.equal(pages, 1);
      assert.equal(text.match(/Styrelsen for/g).length >= count, true, "every contract has its row");
      assert.match(text, /Overskredne frister/);
      assert.match(text, /SHA-256/);
      assert.ok(areToldApart(greys), `${[...greys]}`);
    });
  });
}

test("twenty-five names of usual length stand in full, beside assessments in files of their own", async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), "portefoelje-"));
  try {
    for (let number = 1; number <= 25; number += 1) {
      const { contract, assessment } = caseOf(number, { weighted: number % 5 !== 0, name: USUAL });
      await writeFile(join(folder, `${number}.json`), JSON.stringify(contract));
      await writeFile(join(folder, `${number}-departementets-vurdering.json`), JSON.stringify(assessment));
    }
    await at(page, "to-portfolio").click();
    await page.locator("#folder-input").setInputFiles(folder);
    await at(page, "portfolio-read").waitFor();
    const { pages, text } = await printed(page, folder);
    assert.equal(pages, 1);
    for (let number = 1; number <= 25; number += 1) assert.match(text, new RegExp(`${USUAL} nummer ${number}\\s`));
    assert.equal(text.replace(/\s+/g, " ").match(/\.json [0-9a-f]{8}…/g).length, 25, text);
  } finally {
    await rm(folder, { recursive: true });
  }
});
