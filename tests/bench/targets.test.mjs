// What a run of the bench comes to: quartiles, and whether a target is reached.

import assert from "node:assert/strict";
import test from "node:test";
import { milliseconds, spread } from "../../benches/figures.mjs";
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
});

test("samples of several rounds count together", () => {
  const samples = new Samples();
  samples.add("key", [1, 2]);
  samples.add("key", [3]);
  assert.equal(samples.of("key").median, 2);
  assert.equal(samples.of("other"), null);
});

test("a target held against a peer is reached at its ratio, and missed beyond it", () => {
  const peer = { "cold rjsf 1000": [1000] };
  assert.deepEqual(row(START, { ...peer, "cold kontrakt 1000": [500] }), {
    what: START, target: "half of RJSF", reached: true, figure: "500 ms", against: "1,000 ms", ratio: 0.5,
  });
  assert.equal(row(START, { ...peer, "cold kontrakt 1000": [501] }).reached, false);
});

test("who is not ready in time has lost", () => {
  const late = "not within 60 s";
  const peer = row(START, { "cold kontrakt 1000": [500], "cold rjsf 1000": late });
  assert.deepEqual([peer.reached, peer.against, peer.ratio], [true, late, null]);
  const own = row(START, { "cold kontrakt 1000": late, "cold rjsf 1000": [500] });
  assert.deepEqual([own.reached, own.figure, own.ratio], [false, late, null]);
});

test("nothing that was not measured is reached", () => {
  for (const { what, reached, figure } of targets(new Samples())) {
    assert.deepEqual([reached, figure], [false, "not measured"], what);
  }
});
