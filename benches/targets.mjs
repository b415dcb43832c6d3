// What the page is held to, a row for each target: its figure, what it is held
// against in the same run, and whether it is reached.

import { kilobytes, megabytes, milliseconds, spread } from "./figures.mjs";

/** What the bare form that has none of the page's content weighs, in bytes. */
const BARE_FORM = 173_000;
/** A frame at sixty a second. */
const FRAME = 1_000 / 60;
/** What a person takes for an answer at once, in milliseconds. */
const AT_ONCE = 100;

/** @returns {{ what: string, target: string, reached: boolean, figure: string, against: string, ratio: number | null }[]} */
export function targets(samples) {
  const least = (what, target, own, other, unit, limit) => held(samples, { what, target, own, other, unit, limit });
  return [
    bounded(samples, "all that the hosted page loads, brotli", "under 173 KB", "loaded kontrakt 18", kilobytes, BARE_FORM),
    least("start to usable, 18 goals", "half of RJSF", "cold kontrakt 18", "cold rjsf 18", milliseconds, 0.5),
    least("start to usable, 1,000 goals", "half of RJSF", "cold kontrakt 1000", "cold rjsf 1000", milliseconds, 0.5),
    bounded(samples, "key to painted score, 1,000 goals", "one frame", "key kontrakt 1000", milliseconds, FRAME),
    least("key to painted score, 10,000 goals", "twice that of 18", "key kontrakt 10000", "key kontrakt 18", milliseconds, 2),
    least("edit in the engine, 10,000 goals", "a tenth of HyperFormula", "edit 10000 wasm", "edit 10000 browser", milliseconds, 0.1),
    least("10,000 contracts of 18 goals in the page", "twice native", "contracts wasm", "contracts native", milliseconds, 2),
    bounded(samples, "10,000 contracts of 18 goals in the page", "one second", "contracts wasm", milliseconds, 1_000),
    least("reading and checking, 18 goals", "twice JSON.parse and ajv", "read 18 wasm", "read 18 browser", milliseconds, 2),
    least("reading and checking, 10,000 goals", "twice JSON.parse and ajv", "read 10000 wasm", "read 10000 browser", milliseconds, 2),
    bounded(samples, "an answer while 10,000 goals are opened", "100 ms", "opening busy", milliseconds, AT_ONCE),
    least("the one file, to usable", "1.3 of the hosted page", "start one file", "start hosted", milliseconds, 1.3),
    least("memory, 10,000 goals", "under RJSF", "memory kontrakt 10000", "memory rjsf 10000", megabytes, 1),
  ];
}

// At most so many times another figure of the same run. Who is not ready in
// time has lost.
function held(samples, { what, target, own, other, unit, limit }) {
  const [figure, against] = [samples.of(own), samples.of(other)];
  const ratio = figure && against ? figure.median / against.median : null;
  const reached = figure !== null && (ratio === null || ratio <= limit);
  return { what, target, reached, figure: shown(samples, own, unit), against: shown(samples, other, unit), ratio };
}

// At most so much.
function bounded(samples, what, target, own, unit, limit) {
  const ratio = samples.of(own) ? samples.of(own).median / limit : null;
  const reached = ratio !== null && ratio <= 1;
  return { what, target, reached, figure: shown(samples, own, unit), against: `${unit.of(limit)} ${unit.name}`, ratio };
}

// A page that was not usable in time has no figures beyond its start.
function shown(samples, name, unit) {
  const [, page, size] = name.split(" ");
  const found = samples.of(name);
  return found ? spread(found, unit) : samples.why(`cold ${page} ${size}`) ?? "not measured";
}
