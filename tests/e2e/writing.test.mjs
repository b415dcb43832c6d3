// A contract is written in the page: by keyboard alone, from nothing to a file
// without errors; rewritten, undone, and kept where something is unfinished.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { look } from "./look.mjs";
import { test, until } from "./page.mjs";
import {
  CONTRACT, at, downloaded, focused, goTo, holds, kept, openExample, openFile, press, settles, shows, tabTo,
} from "./steps.mjs";
import { Year } from "./without_mouse.mjs";

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

/** Pastes a text into a field, as a program hands it over. */
async function pasteInto(page, id, text) {
  await at(page, id).evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

async function station(page, name) {
  await press(page, `station-${name}`, { back: true });
  await page.locator(`[id="station-${name}"][aria-current="step"]`).waitFor();
  // From there the Tab key goes on to its first field, past the list of stations.
  await focused(page, "station");
}

// A title, a requirement as a phrase, and a weight.
const GOALS = [
  ["Færre langvarige forløb", "højst 26000,5 forløb i december 2010", "100"],
  ["Sagsbehandlingstid i dage", "mellem 10 og 20 dage i 2010", "100"],
  ["Ny strategi for data", "vurderes", "0-100"],
  ["Ledelsens vurdering", "bedømmes", "100"],
  ["Nyt system i to trin", "Koncept senest 30.6.2010, I drift senest 1.12.2010", "100"],
  ["Kvalitet i afgørelser", "mindst 95 pct. i 2010", "100"],
];

/** What has more than one reading, and is asked about. */
const ASKED = ["Ledelsens vurdering", "Nyt system i to trin"];

/** What the contract is filled in with, and what comes of it. */
const RESULTS = [
  ["goal/goal-1/value", "28000,5"],
  ["goal/goal-2/value", "15"],
  ["goal/goal-3/points", "80"],
  ["goal/goal-3/reason", "Strategien kom i mål."],
  ["goal/goal-5/part-1/date", "20.06.2010"],
  ["goal/goal-5/part-2/date", "15.12.2010"],
  ["goal/goal-6/value", "96"],
];

const WORDS = {
  da: { score: "480", earned: "96.750,00 kr.", decided: "Departementschefen fastsætter resultatlønnen for 2010 til 96.750,00 kr." },
  en: { score: "480", earned: "DKK 96,750.00", decided: "The permanent secretary sets the performance pay for 2010 at DKK 96,750.00" },
};

/** Writes the contract by keyboard, on the way that the page shows. */
async function write(page) {
  await press(page, "new-contract");
  await press(page, "empty-contract");
  await at(page, "write/title").waitFor();
  await focused(page, "main-content");
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
  for (const [place, [title, requirement, weight]] of GOALS.entries()) {
    await focused(page, `write/goals/${place}/title`);
    await page.keyboard.type(title);
    await page.keyboard.press("Tab");
    await page.keyboard.type(requirement);
    await page.keyboard.press("Tab");
    await page.keyboard.type(weight);
    if (ASKED.includes(title)) {
      // The question stands between the two fields.
      const readings = page.locator(`[id="write/goals/${place}/target/phrase/said"] button`);
      await readings.first().waitFor();
      for (let back = 0; back < await readings.count(); back += 1) await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Enter");
      await readings.first().waitFor({ state: "detached" });
      await focused(page, `write/goals/${place}/target/phrase`);
    }
    if (place + 1 < GOALS.length) await page.keyboard.press("Enter");
  }
  await shows(page, "weights-sum", "Vægtene giver 600 af 600 point");

  // A straight line, and the share of each part.
  await press(page, "unfold-goal-0", { back: true });
  await pick(page, "/goals/0/scoring/rule", "linear", "r");
  await fill(page, "/goals/0/scoring/zero_at", "30000,5");
  await press(page, "unfold-goal-4");
  await pick(page, "/goals/4/scoring/rule", "parts", "a");

  await station(page, "resultatloen");
  await fill(page, "/pay/from", "1.1.2010");
  await fill(page, "/pay/to", "31.12.2010");
  await fill(page, "/pay/points/institution", "700");
  await fill(page, "/pay/points/individual", "300");
  await fill(page, "/pay/max_percent", "15");
  await pick(page, "/pay/adjustment/direction", "down", "k");

  await station(page, "fund");
  await settles(() => page.locator("#waiting, .finding--error").count(), 0);
}

test("a contract of six goals is written by keyboard without an error left, in so many keys", async ({ page }) => {
  const keys = counting(page);
  await page.locator("#lang-da").click();
  await page.evaluate(() => {
    globalThis.clicks = 0;
    addEventListener("pointerdown", () => { globalThis.clicks += 1; });
  });
  await write(page);
  const { text } = await downloaded(page, () => page.keyboard.press("Control+s"));
  const { contract } = JSON.parse(text);
  assert.match(contract.id, /^kontrakt-\d{4}$/);
  assert.deepEqual({ ...contract, id: WRITTEN.id }, WRITTEN);
  // The letters are what the contract says; the rest is the way from field to field.
  const { tabs, ...others } = keys;
  assert.deepEqual({ ...others, clicks: await page.evaluate(() => globalThis.clicks) }, { letters: 399, others: 21, clicks: 0 });
  // What stands on the way, such as a message, takes a Tab or two more.
  assert.ok(tabs <= 225, `${tabs} times Tab`);
});

for (const [lang, words] of Object.entries(WORDS)) {
  test(`the contract that was written is filled in and decided by keyboard: ${lang}`, async ({ page }) => {
    const written = `${JSON.stringify(WRITTEN, null, 2)}\n`;
    await openFile(page, "kontrakt.json", written);
    await at(page, "goal/goal-1/value").waitFor();
    const person = new Year(page, lang);
    await press(page, `lang-${lang}`, { back: true });
    // What was not touched is saved byte for byte.
    await goTo(page, "kontrakt");
    await at(page, "edit-contract").click();
    await at(page, "station-fil").click();
    assert.equal((await downloaded(page, () => at(page, "contract-file").click())).text, written);
    await person.isOf("31.01.2011", 2);
    for (const [field, said] of RESULTS) await person.fill(field, said);
    await person.rates("goal/goal-4", 1, "Ledelsen har set på det.");
    await person.fill("overall", "300");
    await person.fill("overall-reason", "Alt lykkedes.");
    await shows(page, "score-secured", words.score);
    await person.goesTo("resultatloen");
    await press(page, "add-base-line");
    await person.fill("base/0/title", "Lønrammeløn");
    await person.fill("base/0/value", "750000");
    await shows(page, "pay-earned", words.earned);
    await person.begins(0, 0);
    await person.isOf("31.01.2011", 2);
    await person.goesTo("afgoerelse");
    await person.fill("event-note", "Afgørelsen er truffet");
    await person.fill("event-by", "Departementschefen");
    await person.fill("event-on", "31.01.2011");
    await press(page, "add-event");
    await person.prints("afgoerelse", { draft: false });
    const lead = async () => (await page.locator(".paper__lead").textContent()).replaceAll("\u00a0", " ");
    await settles(async () => (await lead()).includes(words.decided), true);
  });
}

test("a requirement that could mean several things is asked about, and a table is pasted into the goals", async ({ page }) => {
  await openExample(page);
  await goTo(page, "kontrakt");
  await at(page, "edit-contract").click();
  await at(page, "station-maal").click();
  await at(page, "write/goals/1/target/phrase").fill("24.940 forløb");
  await page.keyboard.press("Tab");
  const said = at(page, "write/goals/1/target/phrase/said");
  await said.getByRole("button", { name: "Mindst 24.940 forløb" }).click();
  await holds(page, "write/goals/1/target/phrase", "Mindst 24.940 forløb");
  await focused(page, "write/goals/1/target/phrase");
  // What comes from a document stays as its words too.
  await pasteInto(page, "write/goals/0/target/phrase", "højst 25.000 ledige i december 2009");
  await pasteInto(page, "write/goals/0/target/phrase", "Nr.\tMål\tKrav\tVægt\n\tFærre klager\thøjst 25 klager\t10\n\tTilfredshed\tmindst 85 pct.\t15");
  await page.locator("#paste[open]").waitFor();
  await shows(page, "paste-overview", "Mål: 2. Klare: 2. Skal afgøres: 0. Risici: 0. Vægtene giver 25.");
  await at(page, "paste-take").click();
  await page.locator("#paste").waitFor({ state: "detached" });
  await focused(page, "write/goals/18/title");
  await holds(page, "write/goals/19/target/phrase", "Mindst 85 pct.");
  await page.keyboard.press("Control+z");
  await at(page, "write/goals/18/title").waitFor({ state: "detached" });
});

test("Ctrl+D copies a requirement down, with its parts", async ({ page }) => {
  await openExample(page);
  await goTo(page, "kontrakt");
  await at(page, "edit-contract").click();
  await at(page, "station-maal").click();
  await at(page, "write/goals/2/target/phrase").focus();
  await page.keyboard.press("Control+d");
  await holds(page, "write/goals/2/target/phrase", "Højst 26.675 forløb i december 2009");
  const parts = JSON.parse(CONTRACT).goals.findIndex(({ target }) => target.kind === "all_of");
  const below = `write/goals/${parts + 1}/target/phrase`;
  await holds(page, `write/goals/${parts}/target/phrase`, "Alle 2 dele");
  await at(page, below).focus();
  await page.keyboard.press("Control+d");
  await holds(page, below, "Alle 2 dele");
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
  await at(page, "station-gennemse").click();
  await at(page, "lock-waits").getByRole("link", { name: "Gå til Fund" }).click();
  await shows(page, "waiting", "Mål 2");
  await at(page, "station-fil").click();
  await at(page, "file-waiting").waitFor();
  await kept(page);
  await page.reload();
  await page.locator("#drafts button").first().click();
  // It is gone on with where it was left.
  await at(page, "file-waiting").waitFor();
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

test("a goal that is dragged onto another takes its place", async ({ page }) => {
  await openExample(page);
  await goTo(page, "kontrakt");
  await at(page, "edit-contract").click();
  await at(page, "station-maal").click();
  await page.locator(".goals__handle").nth(2).dragTo(at(page, "write/goals/0/title"));
  await holds(page, "write/goals/0/label", "Mål 3");
  await holds(page, "write/goals/1/label", "Mål 1");
  await page.keyboard.press("Control+z");
  await holds(page, "write/goals/0/label", "Mål 1");
});

test("a goal that is dragged under another heading belongs to it, and one that is let go elsewhere stays", async ({ page }) => {
  await openExample(page);
  await goTo(page, "kontrakt");
  await at(page, "edit-contract").click();
  await at(page, "station-maal").click();
  const headings = () => page.locator(".goals__group th").allTextContents().then(String);
  const before = await headings();
  const { mouse } = page;
  const middle = async (what) => {
    await what.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await what.boundingBox();
    return [x + width / 2, y + height / 2];
  };
  const drag = async (goal, to) => {
    await mouse.move(...await middle(page.locator(".goals__handle").nth(goal)));
    await mouse.down();
    const [x, y] = await middle(to);
    await mouse.move(x, y, { steps: 5 });
    await mouse.move(x + 1, y);
  };
  const marks = () => page.locator("[data-over]").count();
  // Outside of the table, and given up.
  await drag(2, page.locator("h1").first());
  await mouse.up();
  await drag(2, at(page, "write/goals/0/title"));
  await settles(marks, 1);
  await page.keyboard.press("Escape");
  await settles(marks, 0);
  await mouse.up();
  assert.equal(await page.locator("#undo").isDisabled(), true);
  // What else is dropped on a row afterwards is no goal.
  await at(page, "write/goals/0/title").evaluate((field) => {
    const drop = { dataTransfer: new DataTransfer(), bubbles: true, cancelable: true };
    field.dispatchEvent(new DragEvent("drop", drop));
  });
  await holds(page, "write/goals/0/label", "Mål 1");
  // The first goal under the second heading.
  await drag(5, at(page, "write/goals/3/title"));
  await mouse.up();
  await holds(page, "write/goals/3/label", "Produktkrav 1");
  assert.equal(await headings(), before, "no heading stands there twice");
  await at(page, "unfold-goal-3").click();
  await holds(page, "write/goals/3/group", await at(page, "write/goals/3/group").evaluate((one) => [...one.options].find(({ text }) => text === "Strategiske mål").value));
  await page.keyboard.press("Control+z");
  await holds(page, "write/goals/5/label", "Produktkrav 1");
  assert.equal(await headings(), before);
  await settles(() => page.locator("#undo").isDisabled(), true);
});

test("a heading says what the weights under it are beside last year's", async ({ page }) => {
  const next = CONTRACT.replace('"ams-2009"', '"ams-2010", "renews": "ams-2009"').replace('"weight": 150', '"weight": 175');
  await openFile(page, "ams-2010.json", next);
  await at(page, "goal/goal-2/value").waitFor();
  await goTo(page, "kontrakt");
  await at(page, "contract-aendringer").click();
  await at(page, "changes-input").setInputFiles({ name: "ams-2009.json", mimeType: "application/json", buffer: Buffer.from(CONTRACT) });
  await at(page, "changes").waitFor();
  await goTo(page, "kontrakt");
  await at(page, "edit-contract").click();
  await at(page, "station-maal").click();
  const heading = page.locator(".goals__group", { hasText: "Strategiske mål" });
  await heading.getByText("+25 mod sidste år").waitFor();
  await at(page, "write/goals/1/weight").fill("150");
  await heading.getByText("±0 mod sidste år").waitFor();
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
  await page.locator(".goal-panel__curve circle").waitFor();
  await page.locator(".goal-panel__curve figcaption", { hasText: "ved 26.675: 150 point" }).waitFor();
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
