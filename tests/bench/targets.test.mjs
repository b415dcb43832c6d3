// What a run of the bench comes to: quartiles, the parts of a start, and whether a target is reached.

import assert from "node:assert/strict";
import test from "node:test";
import { count, milliseconds, spread } from "../../benches/figures.mjs";
import { PARTS, parts } from "../../benches/profile.mjs";
import { Samples, summary } from "../../benches/statistics.mjs";
import { targets } from "../../benches/targets.mjs";

const START = "start to usable, 1,000 goals";

// The row of a target after a run with these samples; a text is why there are none.
function row(what, run) {
  const samples = new Samples();
  for (const [name, found] of Object.entries(run)) {
    if (typeof found === "string") samples.refuse(name, found);
    else samples.add(name, found);
  }
  return targets(samples).find((one) => one.what === what);
}

test("a median has its quartiles beside it, whatever the order of the samples", () => {
  assert.deepEqual(summary([9, 1, 5, 3, 7]), { low: 3, median: 5, high: 7, count: 5 });
  assert.deepEqual(summary([3, 1, 2]), { low: 1, median: 2, high: 3, count: 3 });
  assert.equal(spread(summary([9, 1, 5, 3, 7]), milliseconds), "5 ms (3–7)");
  assert.equal(spread(summary([1234.5]), milliseconds), "1,230 ms");
  assert.equal(spread(summary([14, 13, 14]), count), "14 (13–14)");
});

test("samples of several rounds count together", () => {
  const samples = new Samples();
  samples.add("key", [1, 2]);
  samples.add("key", [3]);
  assert.equal(samples.of("key").median, 2);
  assert.equal(samples.of("other"), null);
});

test("a ratio is that of most rounds, whatever slowed some of them", () => {
  const samples = new Samples();
  samples.add("own", [100, 400, 900]);
  samples.add("other", [200, 800, 300]);
  samples.add("once", [50]);
  assert.equal(samples.ratio("own", "other"), 0.5);
  assert.equal(samples.ratio("own", "once"), 8);
  assert.equal(samples.ratio("own", "none"), null);
});

test("a target held against a peer is reached at its ratio, and missed beyond it", () => {
  const peer = { "usable rjsf 1000": [1000] };
  assert.deepEqual(row(START, { ...peer, "usable kontrakt 1000": [500] }), {
    what: START, target: "half of RJSF", reached: true, figure: "500 ms", against: "1,000 ms", ratio: 0.5,
  });
  assert.equal(row(START, { ...peer, "usable kontrakt 1000": [501] }).reached, false);
});

test("who is not ready in time has lost", () => {
  const late = "not within 60 s";
  const peer = row(START, { "usable kontrakt 1000": [500], "usable rjsf 1000": late });
  assert.deepEqual([peer.reached, peer.against, peer.ratio], [true, late, null]);
  const own = row(START, { "usable kontrakt 1000": late, "usable rjsf 1000": [500] });
  assert.deepEqual([own.reached, own.figure, own.ratio], [false, late, null]);
});

test("a peer that was not measured is not beaten", () => {
  assert.equal(row(START, { "usable kontrakt 1000": [500] }).reached, false);
});

test("a figure at its bound reaches it, from either side", () => {
  const score = (points) => row("Lighthouse, SEO, start page", { "seo start": [points] });
  assert.deepEqual([score(100).reached, score(99).reached], [true, false]);
  const shift = (sum) => row("layout shift by Lighthouse, open contract", { "cumulative-layout-shift kontrakt": [sum] });
  assert.deepEqual([shift(0).reached, shift(0.01).reached, shift(0).ratio], [true, false, null]);
  const requests = (sum) => row("requests before usable", { "requests kontrakt full first": [sum] });
  assert.deepEqual([requests(5).reached, requests(6).reached, requests(6).against], [true, false, "5"]);
});

test("nothing that was not measured is reached", () => {
  for (const { what, reached, figure } of targets(new Samples())) {
    assert.deepEqual([reached, figure], [false, "not measured"], what);
  }
});

test("the parts of a start are the time until usable, each moment counted once", () => {
  const address = "http://localhost/kontrakt/?contract=one";
  const event = (name, ts, dur, more) => ({ name, ph: "X", pid: 1, tid: 2, ts: 1_000 + ts, dur, args: {}, ...more });
  const start = { ...event("navigationStart", 0, 0), ph: "R", args: { data: { documentLoaderURL: address } } };
  const found = parts([
    // Of other threads, and after the page was usable.
    event("Layout", 100, 500, { tid: 3 }),
    event("Layout", 10_000, 500),
    // A function that compiles another for 2 of its 4 ms, in a task of 5; half a millisecond of that the processor was away.
    event("wasm.CompileLazy", 2_500, 2_000),
    event("RunTask", 1_000, 5_000, { tdur: 4_500 }),
    event("FunctionCall", 2_000, 4_000),
    start,
  ], address, 10);
  assert.deepEqual(found, { ...Object.fromEntries(PARTS.map((part) => [part, 0])), waiting: 5.5, compile: 2, run: 2, other: 0.5 });
  assert.equal(parts([event("RunTask", 0, 5)], address, 10), null);
});
