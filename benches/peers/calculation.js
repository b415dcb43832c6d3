// What the engine does, by others: HyperFormula works out a sheet of goals,
// JSON.parse and ajv read a contract and check it against its schema.

import Ajv from "ajv/dist/2020.js";
import { HyperFormula } from "hyperformula";

const LEAST_SAMPLE = 20;
const FEWEST = 3;
const MOST = 9;
const LONG_ENOUGH = 600;

/**
 * Times every case of `benches/engine/main.rs` that a peer has, in milliseconds.
 *
 * @param {{ example: string, large: string, schema: string }} texts two contracts, and what they are checked against
 * @returns {{ case: string, ms: number[] }[]}
 */
globalThis.measure = ({ example, large, schema }) => {
  const valid = new Ajv({ strict: false, formats: { date: /^\d{4}-\d\d-\d\d$/ } }).compile(JSON.parse(schema));
  const read = (text) => () => {
    if (!valid(JSON.parse(text))) throw new Error(`ajv finds ${JSON.stringify(valid.errors[0])}`);
  };
  return [18, 10_000].flatMap(sheet).concat(sample("read 18", read(example)), sample("read 10000", read(large)));
};

// A row for each goal: the result, what it has to be, the weight, the points;
// in a row of its own the sum.
function sheet(size) {
  const rows = Array.from({ length: size }, (_, at) => [100, 1000, 1, `=IF(A${at + 1}>=B${at + 1},C${at + 1},0)`]);
  const model = [...rows, [null, null, null, `=SUM(D1:D${size})`]];
  const build = () => HyperFormula.buildFromArray(model, { licenseKey: "gpl-v3", maxRows: 20_000 });
  const built = build();
  const score = () => built.getCellValue({ sheet: 0, row: size, col: 3 });
  let reached = 0;
  const edit = () => {
    reached = 1 - reached;
    built.setCellContents({ sheet: 0, row: Math.floor(size / 2), col: 0 }, [[reached ? 1000 : 100]]);
    if (score() !== reached) throw new Error("HyperFormula does not follow the result");
  };
  return [sample(`edit ${size}`, edit), sample(`whole ${size}`, () => build().destroy())];
}

// A sample is as many runs as a coarse clock needs.
function sample(name, run) {
  const timed = (runs) => {
    const start = performance.now();
    for (let done = 0; done < runs; done += 1) run();
    return performance.now() - start;
  };
  let runs = 1;
  while (timed(runs) < LEAST_SAMPLE) runs *= 2;
  const ms = [];
  for (let spent = 0; ms.length < FEWEST || (ms.length < MOST && spent < LONG_ENOUGH); spent += ms.at(-1) * runs) {
    ms.push(timed(runs) / runs);
  }
  return { case: name, ms };
}
