// What is given away is what it says: the list of its crates, and policies that nothing can be said against.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { listed } from "../../xtask/crates.mjs";

const require = createRequire(import.meta.url);
const { CspEvaluator } = require("csp_evaluator/dist/evaluator.js");
const { Severity } = require("csp_evaluator/dist/finding.js");
const { CspParser } = require("csp_evaluator/dist/parser.js");

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const DIST = join(ROOT, "dist");
const TARGET = "wasm32-unknown-unknown";

const read = (...path) => readFileSync(join(...path), "utf8");
const policyIn = (page) => page.match(/Content-Security-Policy" content="([^"]*)"/)[1];

/** What the evaluator says of a policy. */
function remarks(policy) {
  return new CspEvaluator(new CspParser(policy).csp).evaluate()
    .map(({ directive, value, severity }) => `${Severity[severity]}: ${directive} ${value}`);
}

test("the list of crates is what Cargo compiles into the page", () => {
  const { components } = JSON.parse(read(DIST, "resultatkontrakt.crates.cdx.json"));
  const tree = execFileSync("cargo", [
    "tree", "--locked", "--target", TARGET, "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}",
  ], { cwd: ROOT, encoding: "utf8" });
  const compiled = tree.trim().split("\n").map((line) => line.match(/^(\S+) v(\S+)/).slice(1, 3).join(" "));
  const crates = components.map(({ name, version }) => `${name} ${version}`);
  assert.deepEqual(crates.toSorted(), [...new Set(compiled)].filter((one) => !one.startsWith("resultatkontrakt ")).sort());
});

test("the code names no crate that the list lacks", () => {
  const { components } = JSON.parse(read(DIST, "resultatkontrakt.crates.cdx.json"));
  const known = new Set(components.map(({ name, version }) => `${name}-${version}`));
  const code = readdirSync(join(DIST, "page")).find((name) => name.endsWith("_bg.wasm"));
  const named = new Set([...read(DIST, "page", code).matchAll(/crates\/([A-Za-z0-9_-]+-\d+\.\d+\.\d+)\/src/g)].map(([, name]) => name));
  assert.ok(named.size > 3, `${named.size} crates are named`);
  assert.deepEqual([...named].filter((name) => !known.has(name)), []);
});

test("a crate that is not in the page goes from the list, and one that is missing there is told of", () => {
  const one = (name, ...dependsOn) => ({ "bom-ref": name, name, version: "1.0.0", dependsOn });
  const list = {
    metadata: { component: one("page") },
    components: [one("kept"), one("stray")],
    dependencies: [{ ref: "page", dependsOn: ["kept", "stray"] }, { ref: "stray", dependsOn: ["kept"] }, { ref: "kept" }],
  };
  const { components, dependencies } = listed(list, ["page 1.0.0", "kept 1.0.0"]);
  assert.deepEqual(components.map(({ name }) => name), ["kept"]);
  assert.deepEqual(dependencies, [{ ref: "page", dependsOn: ["kept"] }, { ref: "kept" }]);
  assert.throws(() => listed(list, ["page 1.0.0", "lost 1.0.0"]), /lacks lost/);
});

test("the evaluator has no remark about the page in one file", () => {
  assert.deepEqual(remarks(policyIn(read(DIST, "resultatkontrakt.html"))), []);
});

test("the evaluator has none about the hosted page and its header, but what hangs on what else the folder holds", () => {
  const header = read(ROOT, "deploy/_headers").match(/^ *Content-Security-Policy: (.*)$/m)[1];
  // `'self'` could be got round by a file of somebody else's that runs as a script. The folder holds the page's files alone,
  // and contracts, which no browser runs: their type is another, and `nosniff` forbids guessing.
  const known = ["MEDIUM_MAYBE: script-src 'self'"];
  for (const policy of [policyIn(read(DIST, "page/index.html")), header]) assert.deepEqual(remarks(policy), known);
});
