// The file is the truth: written back where the browser lets the page, checked
// after, and never over what somebody else wrote.

import assert from "node:assert/strict";
import { comesBack, disk, withDisk } from "./handles.mjs";
import { axe, start, test, until } from "./page.mjs";
import { CONTRACT, at, downloaded, enter, focused, holds, openFile, settles, shows, type } from "./steps.mjs";

const FIGURE = "goal/goal-2/value";
const ASSESSMENT = {
  format: "resultatvurdering", version: 1, contract: { id: "ams-2009" }, as_of: "2009-12-31",
  results: { "goal-2": { value: 26500 } },
};
const CASE = JSON.stringify({
  format: "resultatsag", version: 1, contract: JSON.parse(CONTRACT), assessments: [ASSESSMENT],
});
const theirs = (value) => CASE.replace("26500", String(value));
const figure = (text) => JSON.parse(text).assessments[0].results["goal-2"].value;
const onDisk = (page, name = "sag.json") => disk.call(page, "read", name);

// The case is open from its file, and nothing is changed yet.
async function opened(page, files = { "sag.json": CASE }) {
  await withDisk(page, files);
  await start(page);
  await page.locator("#choose-file").click();
  await at(page, FIGURE).waitFor();
}

const saves = (page) => page.keyboard.press("Control+s");

async function state(page, words, name) {
  await shows(page, "file-saved", words);
  if (name) await shows(page, "file-name", name);
}

// Saved in one breath: typed, written, and in view.
async function writes(page, text) {
  await enter(page, FIGURE, text);
  await state(page, "Ikke gemt", "sag.json");
  await saves(page);
  await state(page, "Gemt", "sag.json");
}

const without = { open: false };

test("Ctrl+S writes back to the file that was opened, and says whether it holds the work", without, async ({ page }) => {
  await opened(page);
  await state(page, "Gemt", "sag.json");
  await writes(page, "26.210");
  assert.equal(figure(await onDisk(page)), 26210);
  await enter(page, FIGURE, "26.211");
  await page.locator("#save-file").click();
  await state(page, "Gemt", "sag.json");
  assert.equal(figure(await onDisk(page)), 26211);
  assert.equal(await disk.get(page, "writes"), 2);
  await axe(page);
});

test("saving leaves nothing to ask about when the page is closed, and unsaved work does", without, async ({ page, context }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  });
  await opened(page);
  await enter(page, FIGURE, "26.210");
  const asked = page.waitForEvent("dialog");
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  assert.equal(dialog.type(), "beforeunload");
  await dialog.dismiss();
  await closing;
  await saves(page);
  await state(page, "Gemt", "sag.json");
  page.on("dialog", () => assert.fail("it asked about work that is saved"));
  const closed = page.waitForEvent("close");
  await page.close({ runBeforeUnload: true });
  await closed;
  assert.equal(context.pages().length, 0);
});

test("a contract that was opened alone is not written over: the first save makes a file of its own", without, async ({ page }) => {
  await opened(page, { "ams-2009.json": CONTRACT });
  await enter(page, FIGURE, "26.210");
  await disk.set(page, { toSave: "ny-sag.json" });
  await saves(page);
  await state(page, "Gemt", "ny-sag.json");
  assert.match(await disk.get(page, "suggested"), /^ams-2009-vurdering-.*\.json$/);
  assert.equal(await onDisk(page, "ams-2009.json"), CONTRACT);
  await enter(page, FIGURE, "26.211");
  await saves(page);
  await state(page, "Gemt", "ny-sag.json");
  assert.equal(figure(await onDisk(page, "ny-sag.json")), 26211);
  assert.equal(await onDisk(page, "ams-2009.json"), CONTRACT);
});

test("»Gem som« makes another file and leaves the first as it was", without, async ({ page }) => {
  await opened(page);
  await enter(page, FIGURE, "26.210");
  await page.locator("#save-as").click();
  await state(page, "Ikke gemt", "sag.json");
  await disk.set(page, { toSave: "kopi.json" });
  await page.keyboard.press("Control+Shift+S");
  await state(page, "Gemt", "kopi.json");
  assert.equal(await onDisk(page), CASE);
  assert.equal(figure(await onDisk(page, "kopi.json")), 26210);
});

test("a file that is dropped is written back to", without, async ({ page }) => {
  await withDisk(page, { "sag.json": CASE });
  await start(page);
  await page.evaluate(async (text) => {
    const handle = await globalThis.disk.handle("sag.json");
    DataTransferItem.prototype.getAsFileSystemHandle = async () => handle;
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "sag.json"));
    document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
  }, CASE);
  await at(page, FIGURE).waitFor();
  await writes(page, "26.210");
  assert.equal(figure(await onDisk(page)), 26210);
});

test("permission is asked once", without, async ({ page }) => {
  await opened(page);
  await disk.set(page, { permission: "yes" });
  await writes(page, "26.210");
  await writes(page, "26.211");
  assert.equal(await disk.get(page, "asked"), 1);
});

test("where permission is refused the case is downloaded, and the page says so", without, async ({ page }) => {
  await opened(page);
  await disk.set(page, { permission: "no" });
  await enter(page, FIGURE, "26.210");
  const file = await downloaded(page, () => saves(page));
  assert.equal(figure(file.text), 26210);
  await page.locator("#message", { hasText: "må ikke skrive i sag.json" }).waitFor();
  await state(page, "Gemt", file.name);
  assert.equal(await onDisk(page), CASE);
  await axe(page);
});

for (const fault of ["write", "close"]) {
  test(`a ${fault} that fails half-way leaves the file as it was, and the page says so`, without, async ({ page }) => {
    await opened(page);
    await enter(page, FIGURE, "26.210");
    await disk.set(page, { fault });
    await saves(page);
    await page.locator("#message", { hasText: "sag.json kunne ikke skrives. Filen er, som den var" }).waitFor();
    await state(page, "Ikke gemt", "sag.json");
    assert.equal(await onDisk(page), CASE);
    await axe(page);
    await disk.set(page, { fault: null, toSave: "ny.json" });
    await page.locator("#message").getByRole("button", { name: "Gem som …" }).click();
    await state(page, "Gemt", "ny.json");
    assert.equal(figure(await onDisk(page, "ny.json")), 26210);
  });
}

test("what the disk kept is read back, and a difference is told", without, async ({ page }) => {
  await opened(page);
  await enter(page, FIGURE, "26.210");
  await disk.set(page, { fault: "lies" });
  await saves(page);
  await page.locator("#message", { hasText: "indeholder ikke det, der blev gemt" }).waitFor();
  await state(page, "Ikke gemt", "sag.json");
  await holds(page, FIGURE, "26.210");
});

test("a file that somebody else wrote is not overwritten until the person says so", without, async ({ page }) => {
  await opened(page);
  await enter(page, FIGURE, "26.210");
  await disk.call(page, "put", "sag.json", theirs(26600));
  await saves(page);
  const banner = page.locator("#file-changed");
  await banner.getByText("sag.json er blevet ændret på disken").waitFor();
  assert.equal(await banner.getAttribute("role"), "alert");
  await state(page, "Ændret på disken", "sag.json");
  assert.equal(figure(await onDisk(page)), 26600);
  await axe(page);
  await page.locator("#overwrite").click();
  await state(page, "Gemt", "sag.json");
  assert.equal(figure(await onDisk(page)), 26210);
  await banner.waitFor({ state: "detached" });
  await focused(page, "save-file");
});

test("what somebody else wrote is opened, and ours comes back", without, async ({ page }) => {
  await opened(page);
  await enter(page, FIGURE, "26.210");
  await disk.call(page, "put", "sag.json", theirs(26600));
  await comesBack(page);
  await page.locator("#choose-theirs").click();
  await holds(page, FIGURE, "26.600");
  await state(page, "Gemt", "sag.json");
  await page.locator("#aside", { hasText: "er lagt til side" }).waitFor();
  await axe(page);
  await page.locator("#take-back").click();
  await holds(page, FIGURE, "26.210");
  await saves(page);
  // The file still holds what somebody else wrote.
  await page.locator("#file-changed").waitFor();
  await disk.set(page, { toSave: "min.json" });
  await page.locator("#save-ours").click();
  await state(page, "Gemt", "min.json");
  assert.equal(figure(await onDisk(page)), 26600);
  assert.equal(figure(await onDisk(page, "min.json")), 26210);
});

test("a file that somebody else broke is not opened, and what is open stays", without, async ({ page }) => {
  await opened(page);
  await enter(page, FIGURE, "26.210");
  await disk.call(page, "put", "sag.json", CASE.slice(0, 400));
  await comesBack(page);
  await page.locator("#choose-theirs").click();
  await page.locator("#refused", { hasText: "sag.json" }).waitFor();
  await at(page, "back-to-open").click();
  await holds(page, FIGURE, "26.210");
});

test("a file that was only touched is the same file", without, async ({ page }) => {
  await opened(page);
  await disk.call(page, "touch", "sag.json");
  await comesBack(page);
  await writes(page, "26.210");
  assert.equal(await page.locator("#file-changed").count(), 0);
});

test("a file that is gone is told of, and the work goes to a new one", without, async ({ page }) => {
  await opened(page);
  await enter(page, FIGURE, "26.210");
  await disk.call(page, "remove", "sag.json");
  await comesBack(page);
  await page.locator("#file-changed", { hasText: "sag.json er ikke længere på disken" }).waitFor();
  await saves(page);
  await state(page, "Ændret på disken", "sag.json");
  await disk.set(page, { toSave: "igen.json" });
  await page.locator("#save-ours").click();
  await state(page, "Gemt", "igen.json");
  assert.equal(figure(await onDisk(page, "igen.json")), 26210);
});

test("keys that are held down write the file once", without, async ({ page }) => {
  await opened(page);
  await type(page, FIGURE, "26.210");
  await page.evaluate(() => {
    for (let times = 0; times < 5; times += 1) {
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "s", ctrlKey: true, bubbles: true, cancelable: true }));
    }
  });
  await state(page, "Gemt", "sag.json");
  assert.equal(await page.locator("#file-changed, #message").count(), 0);
  assert.ok(await disk.get(page, "writes") >= 1);
  assert.equal(figure(await onDisk(page)), 26210);
});

test("without the pickers the case is downloaded, and its name is in view", async ({ page }) => {
  await openFile(page, "sag.json", CASE);
  await at(page, FIGURE).waitFor();
  await state(page, "Gemt", "sag.json");
  assert.equal(await page.locator("#save-as").count(), 0);
  await enter(page, FIGURE, "26.210");
  await state(page, "Ikke gemt", "sag.json");
  const file = await downloaded(page, () => saves(page));
  assert.equal(figure(file.text), 26210);
  await state(page, "Gemt", file.name);
});

test("where the browser refuses its pickers, it asks in the old way", without, async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = async () => { throw new DOMException("not here", "SecurityError"); };
    Object.assign(globalThis, { showOpenFilePicker: refuse, showSaveFilePicker: refuse });
  });
  await start(page);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("#choose-file").click()]);
  await chooser.setFiles({ name: "sag.json", mimeType: "application/json", buffer: Buffer.from(CASE) });
  await at(page, FIGURE).waitFor();
  await enter(page, FIGURE, "26.210");
  const file = await downloaded(page, () => saves(page));
  assert.equal(figure(file.text), 26210);
});

for (const colorScheme of ["light", "dark"]) {
  const context = { colorScheme, viewport: { width: 320, height: 640 } };
  test(`what is said of the file fits a narrow screen, in English too, ${colorScheme}`, { open: false, context }, async ({ page }) => {
    await opened(page, { "et-meget-langt-navn-på-en-sag-om-arbejdsmarkedsstyrelsen.json": CASE });
    await page.locator("#lang-en").click();
    await enter(page, FIGURE, "26,210");
    await shows(page, "file-saved", "Not saved");
    await disk.call(page, "put", "et-meget-langt-navn-på-en-sag-om-arbejdsmarkedsstyrelsen.json", theirs(26600));
    await comesBack(page);
    await page.locator("#file-changed", { hasText: "was changed on disk" }).waitFor();
    // What stays in view covers whatever is scrolled below it, which is no fault of that.
    await page.evaluate(() => scrollTo(0, 0));
    await axe(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 320, `${wide} px`);
    await until(() => page.locator("#file-state").isVisible());
  });
}

test("by keyboard alone: choose, change, be warned, overwrite", without, async ({ page }) => {
  await withDisk(page, { "sag.json": CASE });
  await start(page);
  await page.locator("#choose-file").focus();
  await page.keyboard.press("Enter");
  await at(page, FIGURE).waitFor();
  await enter(page, FIGURE, "26.210");
  await disk.call(page, "put", "sag.json", theirs(26600));
  await saves(page);
  await page.locator("#overwrite").focus();
  await page.keyboard.press("Enter");
  await state(page, "Gemt", "sag.json");
  await settles(async () => figure(await onDisk(page)), 26210);
});
