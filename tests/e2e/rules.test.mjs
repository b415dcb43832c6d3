// Worked example 2: what three rules earn, to the last decimal, on the page and
// in the command, in both languages.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "./page.mjs";
import { at, openFile, shows } from "./steps.mjs";

const done = (id) => ({ id, title: id, kind: "done" });
const CONTRACT = {
  format: "resultatkontrakt", version: 1, id: "rules", title: "Regler",
  points: { total: 375, decimals: 2 },
  goals: [
    {
      id: "linear", title: "Lineær", weight: 150, target: { kind: "at_most", value: 26675 },
      scoring: { rule: "linear", zero_at: 32533 },
    },
    {
      id: "parts", title: "Dele", weight: 125, scoring: { rule: "parts" },
      target: { kind: "all_of", parts: ["x", "y", "z"].map(done) },
    },
    { id: "relative", title: "Relativ", weight: 100, target: { kind: "at_most", baseline: 2085, percent: -9.4 } },
  ],
};
const [yes, no] = [{ done: true }, { done: false }];
const ASSESSMENT = {
  format: "resultatvurdering", version: 1, contract: { id: "rules" }, by: "director", status: "final",
  results: { linear: { value: 29000 }, parts: { parts: { x: yes, y: no, z: no } }, relative: { value: "1889.01" } },
};
const CASE = { format: "resultatsag", version: 1, contract: CONTRACT, assessments: [ASSESSMENT] };

test("worked example 2 comes out exactly on the page, in both languages", async ({ page }) => {
  await openFile(page, "rules.json", JSON.stringify(CASE));
  await shows(page, "points-linear", "90,47 / 150");
  await shows(page, "points-parts", "41,67 / 125");
  await shows(page, "points-relative", "100 / 100");
  await at(page, "open-relative").click();
  await at(page, "details-relative").getByText("2.085 × (100 − 9,4) / 100 = 1.889,01").waitFor();

  await page.getByRole("button", { name: "English" }).click();
  await shows(page, "points-linear", "90.47 / 150");
  await shows(page, "points-parts", "41.67 / 125");
  await at(page, "details-relative").getByText("2,085 × (100 − 9.4) / 100 = 1,889.01").waitFor();
});

test("worked example 2 comes out exactly in the command, in both languages", { open: false }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "rules-"));
  try {
    const file = join(folder, "rules.json");
    await writeFile(file, JSON.stringify(CASE));
    const root = fileURLToPath(new URL("../../", import.meta.url));
    const score = (...options) =>
      execFileSync("cargo", ["run", "--quiet", "--bin", "kontrakt", "--", "score", file, ...options], { cwd: root, encoding: "utf8" });
    const { goals } = JSON.parse(score("--json"));
    assert.deepEqual(goals.map((goal) => goal.points.min), ["90.47", "41.67", "100"]);
    assert.equal(goals[2].steps[0], "2.085 × (100 − 9,4) / 100 = 1.889,01");
    assert.match(score("--lang", "en"), /90\.47 \/ 150/);
    assert.match(score("--lang", "da"), /90,47 \/ 150/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
