// A contract begins with tables that are pasted from a document: what was read
// is shown, what is in doubt is asked, and nothing is written before it is
// taken.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test, violations } from "./page.mjs";
import { at, focused, goTo, kept, press, save, settles, shows } from "./steps.mjs";

const read = (name) => readFileSync(new URL(`../pasted/${name}`, import.meta.url), "utf8");

// Pastes as a program hands it over: as HTML, as text, or as both.
async function paste(page, html, text = "") {
  await at(page, "paste-field").evaluate((field, [html, text]) => {
    const clipboardData = new DataTransfer();
    if (html) clipboardData.setData("text/html", html);
    if (text) clipboardData.setData("text/plain", text);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, [html, text]);
}

async function open(page) {
  await at(page, "new-contract").waitFor();
  if (!await at(page, "paste-table").isVisible()) await press(page, "new-contract");
  await press(page, "paste-table");
  await page.locator("#paste[open]").waitFor();
  await focused(page, "paste-heading");
}

async function pasteAll(page) {
  for (const name of ["tabel-2.html", "tabel-4-og-5.html", "bilag-3.html"]) await paste(page, read(name));
  await paste(page, "", read("tabel-3.txt"));
}

// Takes the contract, which opens at what it says, and goes to its results.
async function take(page, goal) {
  await press(page, "paste-take");
  await page.locator("#paste").waitFor({ state: "detached" });
  await page.locator('[id="place-kontrakt"][aria-current="page"]').waitFor();
  await goTo(page, "resultater");
  await at(page, `goal/${goal}/value`).waitFor();
}

const goals = (page) => page.locator("#paste-goals tbody tr");

test("the tables of a document become a contract that is not saved yet", async ({ page }) => {
  await open(page);
  await pasteAll(page);
  await settles(() => goals(page).count(), 18);
  await shows(page, "paste-overview", "Mål: 18. Klare: 11. Skal afgøres: 7. Risici: 15. Vægtene giver 1.000; tabellen siger 1.000.");
  // The requirement and the text of the goal name different months: the person says which counts.
  const second = goals(page).nth(1);
  assert.equal(await second.getAttribute("data-open"), "true");
  await second.getByRole("radio", { name: "Højst 26.675 forløb i december 2009" }).check();
  await settles(() => second.getAttribute("data-open"), "false");
  await second.locator(".paste__read").getByText("Højst 26.675 forløb i december 2009").waitFor();
  // A goal that is not wanted is left out.
  await goals(page).nth(4).getByRole("checkbox").uncheck();
  await shows(page, "paste-take", "Lav en kontrakt af 17 mål");
  await take(page, "maal-2");
  assert.equal(await page.title().then((title) => title.includes("Resultatkontrakt 2009")), true);
  assert.equal(await page.locator("[id='row-maal-5']").count(), 0);
  // It is work that no file holds: the browser keeps it as a draft at once, and it is saved whole.
  await kept(page);
  const saved = JSON.parse((await save(page)).text);
  assert.equal(saved.contract.goals.length, 17);
  assert.deepEqual(saved.contract.goals[1].target, { kind: "at_most", value: 26675, measured: "2009-12" });
  assert.equal(saved.contract.risk.entries.length, 15);
});

test("a contract made of a table survives the browser's closing", async ({ page, address }) => {
  await open(page);
  await paste(page, "", "Mål\tKrav 2027\tVægt\nFærre klager\thøjst 25 klager\t100");
  await take(page, "faerre-klager");
  await kept(page);
  await page.goto("about:blank");
  await page.goto(address);
  await page.locator("#drafts li", { hasText: "Resultatkontrakt 2027" }).getByRole("button", { name: /^Fortsæt/ }).click();
  await page.getByText("Færre klager").first().waitFor();
});

test("what was pasted is there again when the dialogue was closed, and is gone once it became a contract", async ({ page }) => {
  await open(page);
  await paste(page, "", "Mål\tKrav 2027\tVægt\nFærre klager\thøjst 25 klager\t100");
  await settles(() => goals(page).count(), 1);
  await page.keyboard.press("Escape");
  await page.locator("#paste").waitFor({ state: "detached" });
  await focused(page, "paste-table");
  await open(page);
  await settles(() => goals(page).count(), 1);
  await take(page, "faerre-klager");
  await page.goto(`${page.url().split("#")[0]}#/`);
  await open(page);
  await settles(() => goals(page).count(), 0);
});

test("a column that is not known is named by the person, and text without a table is said to be none", async ({ page }) => {
  await open(page);
  await paste(page, "", "–");
  await shows(page, "paste-overview", "Der var ingen tabel i det, der blev sat ind.");
  await paste(page, "<table><tr><td>højst 5 klager</td></tr></table>");
  await page.locator("#paste-unused").waitFor();
  assert.equal(await goals(page).count(), 0);
  await at(page, "paste-column-0-0").selectOption("Mål");
  await settles(() => goals(page).count(), 1);
  await goals(page).locator(".paste__read", { hasText: "Højst 5 klager" }).waitFor();
});

test("five thousand rows are pasted, and the first of them are shown", async ({ page }) => {
  await open(page);
  const rows = Array.from({ length: 5_000 }, (_, at) => `Sag ${at + 1}\thøjst ${at + 1} dage\t0,2`);
  await paste(page, "", ["Mål\tKrav 2027\tVægt", ...rows].join("\n"));
  await shows(page, "paste-overview", "Mål: 5.000. Klare: 5.000. Skal afgøres: 0. Risici: 0. Vægtene giver 1.000.");
  assert.equal(await goals(page).count(), 200);
});

const office = (name) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: readFileSync(new URL(`../office/${name}`, import.meta.url)),
});

// Hands over files by the button, as a person does.
async function choose(page, ...names) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press(page, "paste-file")]);
  await chooser.setFiles(names.map(office));
}

test("the tables of a document are chosen by the button and become a contract", async ({ page }) => {
  await open(page);
  await choose(page, "python-docx.docx");
  await settles(() => goals(page).count(), 2);
  await shows(page, "paste-overview", "Mål: 2. Klare: 2. Skal afgøres: 0. Risici: 2. Vægtene giver 100; tabellen siger 100.");
  await page.getByRole("heading", { name: /Strategiske mål/ }).waitFor();
  assert.equal(await page.locator("#paste-about-file").count(), 0);
  await take(page, "maal-1");
  assert.equal(await page.title().then((title) => title.includes("Resultatkontrakt 2027")), true);
});

test("a workbook brings each sheet that is known, and another sheet or row can be chosen", async ({ page }) => {
  await open(page);
  await choose(page, "openpyxl-goals.xlsx");
  await settles(() => goals(page).count(), 5);
  assert.equal(await at(page, "paste-0-sheet").inputValue(), "Mål");
  assert.equal(await at(page, "paste-1-sheet").inputValue(), "Risici");
  await at(page, "paste-about-file").getByText("Formlen i F8 har intet resultat i filen.").waitFor();
  // The English table is not wanted.
  await page.getByRole("button", { name: "Fjern tabellen" }).nth(2).click();
  await settles(() => goals(page).count(), 4);
  await at(page, "paste-0-sheet").selectOption("Forside");
  await settles(() => goals(page).count(), 0);
  await at(page, "paste-0-sheet").selectOption("Mål");
  await settles(() => goals(page).count(), 4);
  await at(page, "paste-0-header").locator("summary").click();
  await at(page, "paste-0-header-9").check();
  await settles(() => goals(page).count(), 0);
  await at(page, "paste-0-header-3").check();
  await settles(() => goals(page).count(), 4);
  await at(page, "paste-0-header-0").check();
  await shows(page, "paste-take", "Lav en kontrakt af 4 mål");
});

test("a file that is dropped on the dialogue stays in it", async ({ page }) => {
  await open(page);
  const bytes = [...readFileSync(new URL("../office/libreoffice-goals.ods", import.meta.url))];
  const transfer = await page.evaluateHandle((bytes) => {
    const held = new DataTransfer();
    held.items.add(new File([new Uint8Array(bytes)], "libreoffice-goals.ods"));
    return held;
  }, bytes);
  await page.dispatchEvent("#paste-lead", "drop", { dataTransfer: transfer });
  await settles(() => goals(page).count(), 5);
  await page.locator("#paste[open]").waitFor();
  assert.equal(await page.locator("#import, .refused").count(), 0, "the page opens nothing");
});

for (const [locale, said] of [["da-DK", ["adgangskode", "et format, som ikke læses her", "kan ikke læses", "for stor", "ingen tabel"]], ["en-GB", ["password", "a format that is not read here", "cannot be read", "too large", "no table"]]]) {
  test(`a file that cannot be used is named with what helps: ${locale}`, { context: { locale } }, async ({ page }) => {
    await open(page);
    const bad = (name) => readFileSync(new URL(`../golden/bad/${name}`, import.meta.url));
    const files = [
      ["locked.docx", bad("office-encrypted.xlsx")],
      ["old.doc", office("libreoffice.doc").buffer],
      ["broken.xlsx", bad("office-broken.xlsx")],
      ["bomb.xlsx", bad("office-too-large.xlsx")],
      ["letter.txt", Buffer.from(" ")],
    ];
    for (const [place, [name, buffer]] of files.entries()) {
      await at(page, "paste-input").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
      await at(page, "paste-about-file").getByText(name).waitFor();
      await at(page, "paste-about-file").getByText(said[place]).waitFor();
    }
    assert.equal(await goals(page).count(), 0);
  });
}

for (const locale of ["da-DK", "en-GB"]) {
  for (const width of [1280, 320]) {
    test(`files are accessible: ${locale}, ${width} px`, { context: { locale, viewport: { width, height: 800 } } }, async ({ page }) => {
      await open(page);
      await choose(page, "openpyxl-goals.xlsx", "python-docx.docx");
      await settles(() => goals(page).count(), 7);
      for (const summary of await page.locator("#paste summary").all()) await summary.click();
      await at(page, "paste-input").setInputFiles(office("libreoffice.doc"));
      await at(page, "paste-about-file").getByText("libreoffice.doc").waitFor();
      assert.deepEqual(await violations(page), []);
      const wide = await page.evaluate(() => {
        const dialog = document.querySelector("#paste");
        return dialog.scrollWidth > dialog.clientWidth || document.scrollingElement.scrollWidth > innerWidth;
      });
      assert.equal(wide, false, "nothing scrolls sideways");
    });
  }
}

for (const locale of ["da-DK", "en-GB"]) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 320]) {
      const context = { locale, colorScheme, viewport: { width, height: 800 } };
      test(`the dialogue is accessible: ${locale}, ${colorScheme}, ${width} px`, { context }, async ({ page }) => {
        await open(page);
        await pasteAll(page);
        await settles(() => goals(page).count(), 18);
        for (const summary of await page.locator("#paste summary").all()) await summary.click();
        assert.deepEqual(await violations(page), []);
        const wide = await page.evaluate(() => {
          const dialog = document.querySelector("#paste");
          return dialog.scrollWidth > dialog.clientWidth || document.scrollingElement.scrollWidth > innerWidth;
        });
        assert.equal(wide, false, "nothing scrolls sideways");
      });
    }
  }
}

test("what has the focus is not hidden behind the buttons of the dialogue, also where the page is enlarged", { context: { viewport: { width: 640, height: 450 } } }, async ({ page }) => {
  await open(page);
  await paste(page, read("tabel-2.html"));
  await goals(page).first().waitFor();
  await at(page, "paste-field").focus();
  for (let tabs = 0; tabs < 25; tabs += 1) {
    await page.keyboard.press("Tab");
    const hidden = await page.evaluate(() => {
      const field = document.activeElement;
      if (!field.matches("#paste input, #paste button")) return null;
      const { left, top, width, height } = field.getBoundingClientRect();
      const shown = document.elementFromPoint(left + width / 2, top + height / 2);
      return field.contains(shown) || shown?.contains(field) ? null : shown?.className;
    });
    assert.equal(hidden, null);
  }
});
