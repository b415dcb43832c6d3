// A contract is written in the page: by keyboard alone, from nothing to a file
// without errors; rewritten, undone, and kept where something is unfinished.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { look } from "./look.mjs";
import { test, until } from "./page.mjs";
import {
  at, downloaded, focused, goTo, holds, kept, openExample, press, settles, shows, tabTo,
} from "./steps.mjs";

/** What the test below writes, of which native tests say that it has no errors and matches the schema. */
const WRITTEN = JSON.parse(await readFile(fileURLToPath(new URL("../schema/written.json", import.meta.url)), "utf8"));

/** Counts the keys that are pressed, each letter as one. */
function counting(page) {
  const keys = { tabs: 0, letters: 0, others: 0 };
  const { keyboard } = page;
  const [pressed, typed] = [keyboard.press.bind(keyboard), keyboard.type.bind(keyboard)];
  keyboard.press = (key, options) => {
    keys[key.endsWith("Tab") ? "tabs" : "others"] += 1;
    return pressed(key, options);
  };
  keyboard.type = (text, options) => {
    keys.letters += [...text].length;
    return typed(text, options);
  };
  return keys;
}

/** Goes to a field by the Tab key and types. */
async function fill(page, field, text, options) {
  await tabTo(page, `write${field}`, options);
  await page.keyboard.type(text);
}

/** Chooses by the first letter of a choice, which goes from one that begins with it to the next. */
async function pick(page, field, code, letter) {
  const id = `write${field}`;
  await tabTo(page, id);
  for (let tries = 0; tries < 6 && await at(page, id).inputValue() !== code; tries += 1) await page.keyboard.press(letter);
  await holds(page, id, code);
}

async function station(page, name) {
  await press(page, `station-${name}`, { back: true });
  await page.locator(`[id="station-${name}"][aria-current="step"]`).waitFor();
}

const GOALS = [
  ["Færre langvarige forløb", "100"],
  ["Sagsbehandlingstid i dage", "100"],
  ["Ny strategi for data", "0-100"],
  ["Ledelsens vurdering", "100"],
  ["Nyt system i to trin", "100"],
  ["Kvalitet i afgørelser", "100"],
];

test("a contract of six goals is written by keyboard without an error left", async ({ page }) => {
  const keys = counting(page);
  await page.locator("#lang-da").click();
  await press(page, "new-contract");
  await press(page, "empty-contract");
  await at(page, "write/title").waitFor();

  await tabTo(page, "write/title");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Resultatkontrakt 2010");
  await fill(page, "/institution", "Styrelsen");
  await fill(page, "/department", "Departementet");
  await fill(page, "/period/from", "1.1.2010");
  await fill(page, "/period/to", "31.12.2010");
  await fill(page, "/period/binding_year", "2010");
  await fill(page, "/points/total", "600");

  await station(page, "maal");
  await press(page, "add-goal");
  for (const [place, [title, weight]] of GOALS.entries()) {
    await focused(page, `write/goals/${place}/title`);
    await page.keyboard.type(title);
    await page.keyboard.press("Tab");
    await page.keyboard.type(weight);
    if (place + 1 < GOALS.length) await page.keyboard.press("Enter");
  }
  await shows(page, "weights-sum", "Vægtene giver 600 af 600 point");

  const open = async (place) => {
    await press(page, `unfold-goal-${place}`, { back: place === 0 });
    await at(page, `write/goals/${place}/target/kind`).waitFor();
  };
  // A straight line.
  await open(0);
  await pick(page, "/goals/0/target/kind", "at_most", "h");
  await fill(page, "/goals/0/target/value", "26000,5");
  await fill(page, "/goals/0/target/measured", "december 2010");
  await fill(page, "/goals/0/unit", "forløb");
  await pick(page, "/goals/0/scoring/rule", "linear", "r");
  await fill(page, "/goals/0/scoring/zero_at", "30000,5");
  // A range of figures.
  await open(1);
  await pick(page, "/goals/1/target/kind", "between", "m");
  await fill(page, "/goals/1/target/min", "10");
  await fill(page, "/goals/1/target/max", "20");
  await fill(page, "/goals/1/target/measured", "2010");
  await fill(page, "/goals/1/unit", "dage");
  // Judged within a range of points.
  await open(2);
  await pick(page, "/goals/2/target/kind", "assessed", "v");
  // A rating.
  await open(3);
  await pick(page, "/goals/3/target/kind", "rated", "b");
  await at(page, "write/goals/3/target/levels/1/share").waitFor();
  // A deadline in two parts.
  await open(4);
  await pick(page, "/goals/4/target/kind", "all_of", "a");
  await fill(page, "/goals/4/target/parts/0/title", "Koncept");
  await pick(page, "/goals/4/target/parts/0/kind", "by", "s");
  await fill(page, "/goals/4/target/parts/0/date", "30.6.2010");
  await press(page, "write/goals/4/target/parts/add");
  await focused(page, "write/goals/4/target/parts/1/title");
  await page.keyboard.type("I drift");
  await pick(page, "/goals/4/target/parts/1/kind", "by", "s");
  await fill(page, "/goals/4/target/parts/1/date", "1.12.2010");
  await pick(page, "/goals/4/scoring/rule", "parts", "a");
  await open(5);
  await pick(page, "/goals/5/target/kind", "at_least", "m");
  await fill(page, "/goals/5/target/value", "95");
  await fill(page, "/goals/5/target/measured", "2010");
  await fill(page, "/goals/5/unit", "pct.");

  await station(page, "resultatloen");
  await fill(page, "/pay/from", "1.1.2010");
  await fill(page, "/pay/to", "31.12.2010");
  await fill(page, "/pay/points/institution", "700");
  await fill(page, "/pay/points/individual", "300");
  await fill(page, "/pay/max_percent", "15");
  await pick(page, "/pay/adjustment/direction", "down", "k");

  await station(page, "fund");
  await settles(() => page.locator("#waiting, .finding--error").count(), 0);

  const { text } = await downloaded(page, () => page.keyboard.press("Control+s"));
  const { contract } = JSON.parse(text);
  assert.match(contract.id, /^kontrakt-\d{4}$/);
  assert.deepEqual({ ...contract, id: WRITTEN.id }, WRITTEN);
  // The letters are what the contract says, the rest is the way from field to field.
  assert.ok(keys.letters < 650 && keys.others < 60 && keys.tabs < 900, JSON.stringify(keys));
});

test("what is unfinished stays beside the contract, is listed, and comes back with the draft", async ({ page }) => {
  await openExample(page);
  await goTo(page, "kontrakt");
  await at(page, "edit-contract").click();
  await at(page, "station-maal").click();
  await at(page, "write/goals/1/weight").fill("ca. 150");
  await page.keyboard.press("Tab");
  await page.locator("[id='write/goals/1/weight'][aria-invalid=true]").waitFor();
  await at(page, "station-fund").click();
  await shows(page, "waiting", "Mål 2");
  await at(page, "station-fil").click();
  await at(page, "file-waiting").waitFor();
  await kept(page);
  await page.reload();
  await page.locator("#drafts button").first().click();
  await at(page, "goal/goal-2/value").waitFor();
  await goTo(page, "kontrakt");
  await at(page, "edit-contract").click();
  await at(page, "station-maal").click();
  await holds(page, "write/goals/1/weight", "ca. 150");
});

test("a goal is moved, copied and removed by key and button, and all of it undone", async ({ page }) => {
  await openExample(page);
  await goTo(page, "kontrakt");
  await at(page, "edit-contract").click();
  await at(page, "station-maal").click();
  await at(page, "write/goals/1/title").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await focused(page, "write/goals/0/title");
  await holds(page, "write/goals/0/label", "Mål 2");
  await at(page, "unfold-goal-0").click();
  await at(page, "copy-goal-0").click();
  await focused(page, "write/goals/1/title");
  await holds(page, "write/goals/1/label", "Mål 2");
  await at(page, "remove-goal-0").click();
  await holds(page, "write/goals/1/label", "Mål 1");
  for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press("Control+z");
  await holds(page, "write/goals/0/label", "Mål 1");
  await settles(() => page.locator("#undo").isDisabled(), true);
});

test("what a rule and the pay agreement give is tried before anyone signs", async ({ page }) => {
  await openExample(page);
  await goTo(page, "kontrakt");
  await at(page, "edit-contract").click();
  await at(page, "station-maal").click();
  await at(page, "unfold-goal-1").click();
  await at(page, "try/goals/1").fill("26.675");
  await shows(page, "try/goals/1/said", "Giver 150 af 150 point");
  await at(page, "try/goals/1").fill("26.676");
  await shows(page, "try/goals/1/said", "Giver 0 af 150 point");
  await at(page, "station-resultatloen").click();
  await at(page, "write/pay/max_percent").fill("15");
  await at(page, "try-points").fill("900");
  await at(page, "try-base").fill("1150000");
  await shows(page, "try-pay", "900 af 1.000 point og 1.150.000,00 kr. i grundløn giver 155.250,00 kr.");
});

test("a contract is locked with its fingerprint, and written again once it is unlocked", async ({ page }) => {
  await openExample(page);
  await goTo(page, "kontrakt");
  await at(page, "edit-contract").click();
  await at(page, "station-gennemse").click();
  const fingerprint = await at(page, "fingerprint").textContent();
  await at(page, "lock-contract-on").fill("19.12.2008");
  await at(page, "lock-contract").click();
  await at(page, "contract-locked").waitFor();
  const { text } = await downloaded(page, () => page.keyboard.press("Control+s"));
  assert.deepEqual(JSON.parse(text).contract.locked, { on: "2008-12-19", sha256: fingerprint });
  await at(page, "station-grundlag").click();
  await page.locator("[id='write/title'][readonly]").waitFor();
  await at(page, "station-gennemse").click();
  await at(page, "unlock-contract").click();
  await at(page, "lock-contract").waitFor();
  await at(page, "station-grundlag").click();
  await page.locator("[id='write/title']:not([readonly])").waitFor();
});

for (const viewport of [{ width: 1280, height: 900 }, { width: 320, height: 640 }]) for (const colorScheme of ["light", "dark"]) {
  test(`every station is accessible, ${colorScheme}, ${viewport.width} px wide`, { context: { colorScheme, viewport } }, async ({ page }) => {
    await openExample(page);
    await goTo(page, "kontrakt");
    await at(page, "edit-contract").click();
    const found = [];
    for (const name of ["grundlag", "maal", "resultatloen", "risici", "fund", "aendringer", "gennemse", "fil"]) {
      await at(page, `station-${name}`).click();
      await page.locator(`[id="station-${name}"][aria-current="step"]`).waitFor();
      if (name === "maal") {
        await at(page, "unfold-goal-1").click();
        await until(() => at(page, "write/goals/1/target/kind").count());
      }
      found.push(...await look(page, name));
    }
    assert.deepEqual(found, []);
  });
}
