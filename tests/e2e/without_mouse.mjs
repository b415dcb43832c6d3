// Somebody who goes through a year of a contract by keyboard alone.

import assert from "node:assert/strict";
import { focused, press, settles, tabTo } from "./steps.mjs";

/** Somebody who goes through the year without a mouse. */
export class Year {
  constructor(page, lang) {
    this.page = page;
    this.lang = lang;
  }

  /** Fills in the field that the Tab key leads to, in place of what stands there; answers yes where that is asked. */
  async fill(id, said) {
    const { keyboard } = this.page;
    await tabTo(this.page, id);
    if (said === true) {
      await keyboard.press("Space");
      return;
    }
    const number = () => (this.lang === "da" ? String(said).replace(".", ",") : String(said));
    await keyboard.press("Control+a");
    await keyboard.type(typeof said === "number" ? number() : said);
    await keyboard.press("Tab");
  }

  /** Goes to a place by its link. */
  async goesTo(name) {
    await press(this.page, `place-${name}`, { back: true });
    await this.page.locator(`[id="place-${name}"][aria-current="page"]`).waitFor();
  }

  /** Says of which day the assessment on the screen is, and goes on with its stage by so many steps. */
  async isOf(day, steps) {
    await this.goesTo("resultater");
    await press(this.page, "chip-name", { back: true });
    await tabTo(this.page, "status");
    for (let step = 0; step < steps; step += 1) await this.page.keyboard.press("ArrowDown");
    await this.fill("as-of", day);
    await this.page.keyboard.press("Escape");
  }

  /** Fixes the target of a goal and enters its result. */
  async fixes(goal, target, result) {
    await press(this.page, `fix-${goal}`);
    await focused(this.page, `goal/${goal}/addendum-value`);
    await this.fill(`goal/${goal}/addendum-value`, target);
    await this.fill(`goal/${goal}/addendum-agreed`, "12.03.2009");
    await this.fill(`goal/${goal}/addendum-source`, "Allonge 1");
    await this.fill(`goal/${goal}/value`, result);
  }

  /** Begins an assessment from the one at this place, by the party so many steps above the one that is proposed. */
  async begins(from, steps) {
    await this.goesTo("vurderinger");
    await press(this.page, "part-vurderinger");
    const before = await this.page.locator("#assessments tbody tr").count();
    const start = await this.page.locator("[id^=start-from-]").nth(from).getAttribute("id");
    await press(this.page, start);
    await focused(this.page, "begin-by");
    for (let step = 0; step < steps; step += 1) await this.page.keyboard.press("ArrowUp");
    await press(this.page, "begin-now");
    await settles(() => this.page.locator("#assessments tbody tr").count(), before + 1);
  }

  /** Opens a paper and prints it. */
  async prints(paper, { draft }) {
    const { page } = this;
    await this.goesTo("papirer");
    await press(page, `paper-${paper}`);
    await page.locator(".paper").first().waitFor();
    const told = (await page.locator(".paper").first().innerText()).slice(0, 1_000);
    assert.equal(await page.locator(".paper__draft").count() > 0, draft, told);
    await page.evaluate(() => {
      globalThis.printed = 0;
      globalThis.print = () => { globalThis.printed += 1; };
    });
    await press(page, "print-paper");
    await settles(() => page.evaluate(() => globalThis.printed), 1);
    assert.ok((await page.pdf({ preferCSSPageSize: true })).length > 10_000, paper);
  }
}
