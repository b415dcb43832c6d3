// LibreOffice Calc, without its windows, with the same model: opening a sheet
// of the largest contract, working it out, and writing what it comes to.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rounds } from "./statistics.mjs";

const ROWS = 10_000;
const ROUNDS = 3;

/** Measures Calc where it is installed; says that it is not where it is not. */
export function measureSpreadsheet(samples) {
  if (spawnSync("soffice", ["--version"]).status !== 0) {
    samples.refuse("spreadsheet", "not installed here");
    return;
  }
  const scratch = mkdtempSync(join(tmpdir(), "resultatkontrakt-"));
  try {
    writeFileSync(join(scratch, "sheet.fods"), sheet());
    // The first start makes a profile.
    convert(scratch);
    for (let round = 0; round < rounds(ROUNDS); round += 1) {
      const start = performance.now();
      convert(scratch);
      samples.add("spreadsheet", [performance.now() - start]);
    }
    const total = readFileSync(join(scratch, "sheet.csv"), "utf8").trim().split("\n").at(-1);
    if (total !== `,,,${ROWS / 2}`) throw new Error(`Calc comes to ${total}`);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function convert(scratch) {
  const profile = `-env:UserInstallation=file://${scratch}/profile`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", "csv", "--outdir", scratch, join(scratch, "sheet.fods")], {
    stdio: "ignore",
  });
}

// A row for each goal: the result, what it has to be, the weight, the points.
// Every other goal is reached. Formulas without values have to be worked out.
function sheet() {
  const number = (value) => `<table:table-cell office:value-type="float" office:value="${value}"/>`;
  const formula = (text) => `<table:table-cell table:formula="of:=${text}"/>`;
  const row = (cells) => `<table:table-row>${cells.join("")}</table:table-row>`;
  const goals = Array.from({ length: ROWS }, (_, at) => row([
    number(at % 2 === 0 ? 1000 : 100), number(1000), number(1),
    formula(`IF([.A${at + 1}]&gt;=[.B${at + 1}];[.C${at + 1}];0)`),
  ]));
  const empty = '<table:table-cell table:number-columns-repeated="3"/>';
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet><table:table table:name="Mål">${goals.join("\n")}
${row([empty, formula(`SUM([.D1:.D${ROWS}])`)])}</table:table></office:spreadsheet></office:body></office:document>
`;
}
