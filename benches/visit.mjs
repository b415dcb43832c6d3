// One visit to a page that has a field for each goal and a total: how long it takes to be usable, what it loads, holds
// and works, and how long a pressed key takes until the new total is painted.

import { errors } from "playwright-core";

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
 * Opens an address and waits until its first field can be typed in and its total is painted.
 *
 * @param {import("playwright-core").BrowserContext} context
 * @param {{ address: string, field: string, score: string | null }} what the selectors of the two; there may be no total
 * @param {{ rate?: number, latency?: number, slower?: number }} line how slow the network and the processor are
 * @param {string[] | null} traced what the browser writes down meanwhile: categories of its events
 * @returns {Promise<Visit>}
 */
export async function visit(context, what, line = {}, traced = null) {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const tools = await context.newCDPSession(page);
  await tools.send("Performance.enable");
  await slowDown(tools, line);
  await page.addInitScript(watchMemory);
  await page.addInitScript(watchStart, what);
  const events = [];
  if (traced) {
    tools.on("Tracing.dataCollected", ({ value }) => events.push(...value));
    const traceConfig = { recordMode: "recordAsMuchAsPossible", includedCategories: traced, excludedCategories: ["*"] };
    await tools.send("Tracing.start", { traceConfig });
  }
  await tools.send("Runtime.enable");
  await tools.send("Runtime.addBinding", { name: "tellUsable" });
  const [usable] = await Promise.all([told(tools), page.goto(what.address, { waitUntil: "commit" })]);
  return new Visit(page, tools, what, { ...usable, events });
}

async function slowDown(tools, { rate, latency, slower }) {
  if (rate) {
    await tools.send("Network.enable");
    const throughput = { downloadThroughput: rate, uploadThroughput: rate };
    await tools.send("Network.emulateNetworkConditions", { offline: false, latency, ...throughput });
  }
  if (slower) await tools.send("Emulation.setCPUThrottlingRate", { rate: slower });
}

// The page says itself when it is usable: who keeps asking disturbs what is measured.
function told(tools) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new errors.TimeoutError("not usable in time")), PATIENCE);
    tools.on("Runtime.bindingCalled", async ({ name, payload }) => {
      if (name !== "tellUsable") return;
      clearTimeout(late);
      resolve({ usable: Number(payload), busy: await metric(tools, "TaskDuration") });
    });
  });
}

// A sum over the main thread so far, in milliseconds.
async function metric(tools, wanted) {
  const { metrics } = await tools.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === wanted).value * 1_000;
}

class Visit {
  #page;
  #tools;
  #what;
  #busyBefore;
  #events;

  /** Milliseconds from the address to the first field and the total, painted. */
  usable;

  constructor(page, tools, what, { usable, busy, events }) {
    this.#page = page;
    this.#tools = tools;
    this.#what = what;
    this.#busyBefore = busy;
    this.#events = events;
    this.usable = usable;
  }

  /**
   * What a person waited for: milliseconds to the first paint and until usable, of work on the main thread meanwhile; what
   * had been asked for by then, and how many bytes had come over the wire without the contract's; and how far things
   * jumped so far, as browsers count it.
   */
  async start() {
    await this.#page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    const seen = await this.#page.evaluate((usable) => {
      const asked = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
        .filter(({ startTime }) => startTime < usable);
      const own = asked.filter(({ name, responseEnd }) => responseEnd <= usable && !new URL(name).pathname.includes("/contracts/"));
      // Browsers count 300 for the head of an answer, and nothing for what they or a worker had kept.
      const sent = ({ transferSize }) => Math.max(0, transferSize - 300);
      return {
        paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
        requests: asked.length,
        bytes: own.reduce((sum, one) => sum + sent(one), 0),
        shift: globalThis.shift,
      };
    }, this.usable);
    return { ...seen, usable: this.usable, busy: this.#busyBefore };
  }

  /** The events that were traced so far; tracing ends. */
  async trace() {
    const complete = new Promise((resolve) => { this.#tools.once("Tracing.tracingComplete", resolve); });
    await this.#tools.send("Tracing.end");
    await complete;
    return this.#events;
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

  /** Bytes that the page holds, after a collection of garbage: objects, elements, WebAssembly's memory. */
  async memory() {
    let found;
    const asked = this.#page.evaluate(async () => {
      const { bytes } = await performance.measureUserAgentSpecificMemory();
      return bytes + [...globalThis.memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
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

  /** Goes to another place of the page, whose field and total are looked at from then on. */
  async turnTo(place, what) {
    await this.#page.evaluate((place) => { location.hash = place; }, place);
    await this.#page.locator(what.field).waitFor();
    this.#what = { ...this.#what, ...what };
  }

  /** Takes all out of a field. */
  empty(field) {
    return this.#page.locator(field).fill("");
  }

  /** Waits until the browser has a copy of the page of its own, and lets the worker that serves it end. */
  async leaveWorker() {
    await this.#page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await this.#tools.send("ServiceWorker.enable");
    await this.#tools.send("ServiceWorker.stopAllWorkers");
  }

  /** Closes the page; its browser context stays. */
  close() {
    return this.#page.close();
  }

  #busy() {
    return metric(this.#tools, "TaskDuration");
  }
}

// Runs in the page before anything of its own: the browser's count leaves out
// what WebAssembly holds.
function watchMemory() {
  globalThis.memories = new Set();
  for (const way of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[way];
    WebAssembly[way] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      const { exports } = made.instance ?? made;
      if (exports.memory) globalThis.memories.add(exports.memory);
      return made;
    };
  }
}

// Runs in the page before anything of its own. What is painted before the page is alive counts once it can be used.
function watchStart({ field, score }) {
  const isUsable = () => {
    const first = document.querySelector(field);
    return first?.matches(":enabled") && !first.closest("[inert], [aria-busy=true]")
      && (score === null || /\d/.test(document.querySelector(score)?.textContent));
  };
  const look = new MutationObserver(() => {
    if (!isUsable()) return;
    look.disconnect();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => globalThis.tellUsable(String(performance.now()));
      channel.port2.postMessage(null);
    });
  });
  look.observe(document, { attributeFilter: ["aria-busy", "disabled", "inert"], childList: true, subtree: true });
  globalThis.shift = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) globalThis.shift += hadRecentInput ? 0 : value;
  }).observe({ type: "layout-shift", buffered: true });
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
