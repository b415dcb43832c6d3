// One visit to a page that has a field for each goal and a score: how long it
// takes to be usable, what it loads, holds and works, and how long a pressed
// key takes until the new score is painted.

/** How long a page may take to be usable, in milliseconds. */
export const PATIENCE = 60_000;

// When a page has come to rest: so little work in so long.
const REST = { every: 250, busy: 0.02, times: 2 };
const KEYS_AT_MOST = 15_000;
// A key comes at any time between two frames: so many milliseconds later with
// each, around the length of one.
const STAGGER = 7;
const FRAME = 17;

/**
 * Opens an address and waits until its first field and its score are painted.
 *
 * @param {import("playwright-core").BrowserContext} context
 * @param {{ address: string, field: string, score: string }} what the selectors of the two
 * @returns {Promise<Visit>}
 */
export async function visit(context, what) {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const tools = await context.newCDPSession(page);
  await tools.send("Performance.enable");
  await page.addInitScript(watchMemory);
  await page.addInitScript(watchStart, what);
  await page.goto(what.address, { waitUntil: "commit" });
  const usable = await page.waitForFunction(() => globalThis.usable, null, { polling: 50 });
  return new Visit(page, tools, what, await usable.jsonValue());
}

class Visit {
  #page;
  #tools;
  #what;

  /** Milliseconds from the address to the first field and the score, painted. */
  usable;

  constructor(page, tools, what, usable) {
    this.#page = page;
    this.#tools = tools;
    this.#what = what;
    this.usable = usable;
  }

  /** Milliseconds that the page's main thread has worked until the page came to rest, or patience ended. */
  async rest() {
    const end = Date.now() + PATIENCE;
    for (let quiet = 0, before = await this.#busy(); quiet < REST.times && Date.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, REST.every));
      const now = await this.#busy();
      quiet = now - before < REST.busy * REST.every ? quiet + 1 : 0;
      before = now;
    }
    return this.#busy();
  }

  /** Bytes that came over the wire for the page, without the contract. */
  loaded() {
    return this.#page.evaluate(() => [
      ...performance.getEntriesByType("navigation"),
      ...performance.getEntriesByType("resource"),
    ].filter(({ name }) => !name.includes("/contracts/") || name.includes("?contract="))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0));
  }

  /** Bytes that the page holds, after a collection of garbage: objects, elements, WebAssembly's memory. */
  async memory() {
    let found;
    const asked = this.#page.evaluate(async () => {
      const { bytes } = await performance.measureUserAgentSpecificMemory();
      return bytes + globalThis.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
    });
    const told = asked.then((bytes) => { found = bytes; });
    // The browser counts at its next collection, which it may put off for long.
    while (found === undefined) {
      await this.#tools.send("HeapProfiler.collectGarbage");
      await Promise.race([told, new Promise((resolve) => setTimeout(resolve, REST.every))]);
    }
    return found;
  }

  /**
   * Presses keys in the first field that turn its goal: a 0 behind the figure, and its removal.
   *
   * @returns {Promise<{ painted: number[], busy: number }>} milliseconds of each, and of work for one
   */
  async keys(count) {
    const page = this.#page;
    await page.locator(this.#what.field).first().fill("100");
    await this.rest();
    await page.evaluate(watchScore, this.#what.score);
    const [painted, before, begun] = [[], await this.#busy(), Date.now()];
    while (painted.length < count && (painted.length < 4 || Date.now() - begun < KEYS_AT_MOST)) {
      await new Promise((resolve) => setTimeout(resolve, (painted.length * STAGGER) % FRAME));
      await page.keyboard.press(painted.length % 2 === 0 ? "0" : "Backspace");
      const time = await page.waitForFunction(() => globalThis.painted);
      painted.push(await time.jsonValue());
      await page.evaluate(() => { globalThis.painted = 0; });
    }
    return { painted, busy: (await this.#busy() - before) / painted.length };
  }

  /** Waits until the browser has a copy of the page of its own. */
  installed() {
    return this.#page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  }

  /** Closes the page; its browser context stays. */
  close() {
    return this.#page.close();
  }

  async #busy() {
    const { metrics } = await this.#tools.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1_000;
  }
}

// Runs in the page before anything of its own: the browser's count leaves out
// what WebAssembly holds.
function watchMemory() {
  globalThis.memories = [];
  for (const way of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[way];
    WebAssembly[way] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      const { exports } = made.instance ?? made;
      if (exports.memory) globalThis.memories.push(exports.memory);
      return made;
    };
  }
}

// Runs in the page before anything of its own.
function watchStart({ field, score }) {
  const look = new MutationObserver(() => {
    if (document.querySelector(field) === null || document.querySelector(score) === null) return;
    look.disconnect();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => { globalThis.usable = performance.now(); };
      channel.port2.postMessage(null);
    });
  });
  look.observe(document, { childList: true, subtree: true });
}

// Runs in the page. A message that is sent in the frame after the score has
// changed arrives when that frame has been handed over for painting.
function watchScore(score) {
  let pressed = 0;
  addEventListener("keydown", (event) => { pressed = event.timeStamp; }, true);
  new MutationObserver(() => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => { globalThis.painted = performance.now() - pressed; };
    channel.port2.postMessage(null);
  })).observe(document.querySelector(score), { characterData: true, childList: true, subtree: true });
}
