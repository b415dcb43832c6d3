// A page that is used as Playwright's are, as far as the steps in `../e2e` go, on any browser that takes WebDriver's
// commands. Whatever it waits for, it looks for again and again.

import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "../e2e/until.mjs";
import { ELEMENT } from "./webdriver.mjs";

/** What keys are called in WebDriver. */
const KEYS = {
  ArrowDown: "\uE015", ArrowLeft: "\uE012", ArrowRight: "\uE014", ArrowUp: "\uE013", Control: "\uE009", Delete: "\uE017",
  End: "\uE010", Enter: "\uE007", Escape: "\uE00C", Home: "\uE011", Shift: "\uE008", Space: " ", Tab: "\uE004",
};

/** A window of the browser; `folder` is where its downloads come to lie. */
export class Page {
  constructor(send, window, folder) {
    this.send = async (name, parameters) => {
      await send("SwitchToWindow", { handle: window });
      return send(name, parameters);
    };
    this.folder = folder;
    this.keyboard = {
      press: (keys) => this.#press(keys.split("+").map((key) => KEYS[key] ?? key)),
      type: (text) => this.#type([...text]),
    };
  }

  goto(url) {
    return this.send("Navigate", { url });
  }

  reload() {
    return this.send("Refresh");
  }

  close() {
    return this.send("CloseWindow");
  }

  locator(selector, { hasText = "" } = {}) {
    return new Locator(this, selector, hasText);
  }

  title() {
    return this.evaluate(() => document.title);
  }

  /** What a function gives in the page, or a script that gives nothing. */
  async evaluate(code, argument = null) {
    const body = typeof code === "string" ? `${code};` : `return (${code})(given);`;
    const script = `const [given, done] = arguments;
      Promise.resolve().then(() => { ${body} }).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await this.send("ExecuteAsyncScript", { script, args: [argument] });
    if (error !== undefined) throw new Error(error);
    return value;
  }

  /** The next file that comes to lie in the folder for downloads, whole. */
  async waitForEvent(event) {
    if (event !== "download") throw new Error(`${event} is not told here`);
    const before = new Set(readdirSync(this.folder));
    // Firefox writes under a name of its own first: a file counts once it has stayed as it is for a few looks.
    let last;
    let looks = 0;
    const name = await until(() => {
      const one = readdirSync(this.folder).find((file) => !before.has(file) && !file.endsWith(".part")
        && !existsSync(join(this.folder, `${file}.part`)));
      const size = one && statSync(join(this.folder, one), { throwIfNoEntry: false })?.size;
      const found = size ? `${one} ${size}` : undefined;
      looks = found !== undefined && found === last ? looks + 1 : 0;
      last = found;
      return looks >= 5 ? one : undefined;
    });
    return { suggestedFilename: () => name, path: async () => join(this.folder, name) };
  }

  #press(keys) {
    return this.#perform([...keys.map(down), ...keys.toReversed().map(up)]);
  }

  #type(letters) {
    return this.#perform(letters.flatMap((letter) => [down(letter), up(letter)]));
  }

  async #perform(actions) {
    await this.send("PerformActions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }
}

const down = (value) => ({ type: "keyDown", value });
const up = (value) => ({ type: "keyUp", value });

/** The elements that a selector finds, now or later, among them those with a text in them, or one of a pattern. */
class Locator {
  constructor(page, selector, text) {
    Object.assign(this, { page, selector, text });
  }

  first() {
    return this;
  }

  /** What a function makes of all elements there are. */
  evaluateAll(use) {
    const found = `[...document.querySelectorAll(given.selector)].filter((one) => one.textContent.search(given.pattern) >= 0)`;
    const { selector, text } = this;
    const pattern = text instanceof RegExp ? text.source : text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return this.page.evaluate(`return (${use})(${found})`, { selector, pattern });
  }

  evaluate(use) {
    return this.evaluateAll(`([one]) => (${use})(one)`);
  }

  count() {
    return this.evaluateAll((all) => all.length);
  }

  innerText() {
    return this.evaluateAll(([one]) => one?.innerText ?? "");
  }

  /** Waits until it is there and takes up room. */
  async waitFor() {
    try {
      await until(() => this.evaluateAll((all) => all.some((one) => one.getClientRects().length > 0)));
    } catch {
      throw new Error(`${this.selector} ${this.text} never appeared`);
    }
  }

  /** Clicks it once it can be clicked: it may be drawn anew. WebKit's driver finds nothing below the window. */
  async click() {
    await this.waitFor();
    await until(async () => {
      try {
        await this.evaluateAll(([one]) => one?.scrollIntoView({ block: "center", behavior: "instant" }));
        await this.page.send("ElementClick", { id: await this.#element() });
        return true;
      } catch (error) {
        if (!/^(?:stale element reference|element not interactable)/.test(error.message)) throw error;
        return false;
      }
    });
  }

  async focus() {
    await this.waitFor();
    await this.evaluateAll(([one]) => one.focus());
  }

  async selectText() {
    await this.waitFor();
    await this.evaluateAll(([one]) => {
      one.focus();
      one.select();
    });
  }

  /** Hands a file to an input; one that is only a text is written down first. */
  async setInputFiles(file) {
    const path = typeof file === "string" ? file : join(this.page.folder, "..", file.name);
    if (typeof file !== "string") writeFileSync(path, file.buffer);
    const id = await until(() => this.#element().catch(() => null));
    await this.page.send("ElementSendKeys", { id, text: path, value: [...path] });
  }

  async #element() {
    const [found] = await this.page.send("FindElements", { using: "css selector", value: this.selector });
    return found[ELEMENT];
  }
}
