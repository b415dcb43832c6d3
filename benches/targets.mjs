// What the page is held to, a row for each target: its figure, what it is held against in the same run, and whether it is
// reached.

import { count, kilobytes, megabytes, milliseconds, points, spread } from "./figures.mjs";
import { LINES } from "./starts.mjs";

/** What may come over the wire before a result can be typed, in bytes. */
const BYTES = 400_000;
/** A frame at sixty a second. */
const FRAME = 1_000 / 60;
/** What a person takes for an answer at once, in milliseconds. */
const AT_ONCE = 100;
/** The longest that a large contract's place may keep the page from answering, in milliseconds. */
const LONGEST = 200;

/** @returns {{ what: string, target: string, reached: boolean, figure: string, against: string, ratio: number | null }[]} */
export function targets(samples) {
  const held = (what, target, own, other, unit, limit) => heldAgainst(samples, { what, target, own, other, unit, limit });
  const most = (what, own, unit, limit) => bounded(samples, { what, own, unit, limit, target: `at most ${written(unit, limit)}` });
  const least = (what, own, unit, limit) => bounded(samples, { what, own, unit, limit, target: `at least ${written(unit, limit)}`, isLeast: true });
  const lines = (row) => LINES.map(({ name, title }) => row(name, title));
  return [
    ...lines((line, title) => most(`brotli bytes before usable, ${title}`, `bytes kontrakt ${line} first`, kilobytes, BYTES)),
    most("requests before usable", "requests kontrakt full first", count, 5),
    ...lines((line, title) => held(
      `first contentful paint, ${title}`, "half of RJSF", `paint kontrakt ${line} first`, `paint rjsf ${line} first`, milliseconds, 0.5,
    )),
    held("start to usable, 18 goals", "RJSF", "usable kontrakt full first", "usable rjsf full first", milliseconds, 1),
    held("start to usable, 1,000 goals", "half of RJSF", "usable kontrakt 1000", "usable rjsf 1000", milliseconds, 0.5),
    held("start to usable, slow 4G, CPU ×4", "1.3 of RJSF", "usable kontrakt slow first", "usable rjsf slow first", milliseconds, 1.3),
    held("second visit, to usable", "0.8 of the first", "usable kontrakt full second", "usable kontrakt full first", milliseconds, 0.8),
    most("key to painted score, 1,000 goals", "key kontrakt 1000", milliseconds, FRAME),
    held("key to painted score, 10,000 goals", "twice that of 18", "key kontrakt 10000", "key kontrakt 18", milliseconds, 2),
    held("edit in the engine, 10,000 goals", "a tenth of HyperFormula", "edit 10000 wasm", "edit 10000 browser", milliseconds, 0.1),
    most("10,000 contracts of 18 goals in the page", "contracts wasm", milliseconds, 1_000),
    held("10,000 contracts of 18 goals in the page", "twice native", "contracts wasm", "contracts native", milliseconds, 2),
    most("reading and checking, the contract of 2009", "read 18 wasm", milliseconds, 1),
    held("reading and checking, the contract of 2009", "4 times JSON.parse and ajv", "read 18 wasm", "read 18 browser", milliseconds, 4),
    held("reading and checking, 10,000 goals", "4 times JSON.parse and ajv", "read 10000 wasm", "read 10000 browser", milliseconds, 4),
    most("an answer while 10,000 goals are opened", "opening busy", milliseconds, AT_ONCE),
    most("longest task of any place or paper, 10,000 goals", "longest of all", milliseconds, LONGEST),
    least("speed on all cores, of cores × that of one, 10,000 cases", "portfolio scaling", count, 0.8),
    held("memory of the command, 1,000 cases in files of 100 KB", "1.25 of files of 3 KB", "portfolio memory wide", "portfolio memory some", megabytes, 1.25),
    most("1,000 cases in the page, usable", "portfolio usable", milliseconds, 2_000),
    most("an answer while 1,000 cases are read", "portfolio busy", milliseconds, AT_ONCE),
    most("a sort of 1,000 cases, painted", "portfolio sort", milliseconds, FRAME),
    held("the one file, to usable", "1.3 of the hosted page", "usable file full first", "usable start full first", milliseconds, 1.3),
    held("memory, 10,000 goals", "under RJSF", "memory kontrakt 10000", "memory rjsf 10000", megabytes, 1),
    ...[["kontrakt", "open contract"], ["start", "start page"]].flatMap(([page, title]) => [
      least(`Lighthouse, performance, ${title}`, `performance ${page}`, points, 90),
      least(`Lighthouse, accessibility, ${title}`, `accessibility ${page}`, points, 100),
      least(`Lighthouse, best practices, ${title}`, `best-practices ${page}`, points, 100),
      least(`Lighthouse, SEO, ${title}`, `seo ${page}`, points, 100),
      most(`layout shift by Lighthouse, ${title}`, `cumulative-layout-shift ${page}`, count, 0),
    ]),
  ];
}

// At most so many times another figure of the same run. Who is not ready in
// time has lost.
function heldAgainst(samples, { what, target, own, other, unit, limit }) {
  const ratio = samples.ratio(own, other);
  const reached = samples.of(own) !== null && (ratio === null ? samples.why(other) !== undefined : ratio <= limit);
  return { what, target, reached, figure: shown(samples, own, unit), against: shown(samples, other, unit), ratio };
}

// At most so much, or at least.
function bounded(samples, { what, target, own, unit, limit, isLeast = false }) {
  const median = samples.of(own)?.median ?? null;
  const reached = median !== null && (isLeast ? median >= limit : median <= limit);
  const ratio = median === null || limit === 0 ? null : median / limit;
  return { what, target, reached, figure: shown(samples, own, unit), against: written(unit, limit), ratio };
}

function shown(samples, name, unit) {
  const found = samples.of(name);
  return found ? spread(found, unit) : samples.why(name) ?? "not measured";
}

function written(unit, value) {
  return `${unit.of(value)} ${unit.name}`.trim();
}
