// What the browser's main thread does from the address until a page is usable, ours beside the peer that starts fastest.

import { host } from "./pages.mjs";
import { GOALS, LINES } from "./starts.mjs";
import { rounds } from "./statistics.mjs";
import { visit } from "./visit.mjs";

/** The lines that are profiled, and how often. */
export const PROFILED = LINES.filter(({ name }) => name !== "mbit").map((line) => ({ ...line, rounds: line.slower ? 3 : 7 }));

/** The pages that are profiled. */
export const COMPARED = ["kontrakt", "rjsf"];

/** The kinds of work, and which of the browser's events are of each; what is within an event and of no kind is the same. */
const KINDS = [
  ["instantiate", /^wasm\.(AsyncInstantiate|SyncInstantiate|InstanceBuilder|CompileWasmImport|CompileJSToWasm)/],
  ["compile", /^(v8\.wasm\.compile|v8\.(compile|parse)|V8\.(Compile|Parse|PreParse|CollectSource)|wasm\.)/i],
  ["style and layout", /^(UpdateLayoutTree|Layout|PrePaint|Paint|Layerize|Commit|ParseAuthorStyleSheet|RecalcStyle|HitTest)$/],
  ["run", /^(FunctionCall|EvaluateScript|v8\.(run|callFunction|evaluateModule)|RunMicrotasks|TimerFire|FireAnimationFrame|EventDispatch|MinorGC|MajorGC|V8\.GC.*)$/],
  ["network", /^(Resource(SendRequest|ReceiveResponse|ReceivedData|Finish)|ParseHTML|(DocumentLoader|NavigationBodyLoader|PageTiming).*)$/],
];

/** The parts of a start, in the order of the table. What is no work on the thread is waiting: for the network, other threads, the disk. */
export const PARTS = ["waiting", "network", "compile", "instantiate", "run", "style and layout", "other"];

const CATEGORIES = [
  "blink.user_timing", "devtools.timeline", "disabled-by-default-devtools.timeline", "loading", "v8", "v8.wasm",
  "disabled-by-default-v8.compile", "disabled-by-default-v8.wasm.detailed",
];

/** Profiles the starts of ours and of one peer, in turns. */
export async function measureProfile(samples, pages) {
  await host(pages, async ({ browser, opened }) => {
    for (const line of PROFILED) {
      for (let round = 0; round < rounds(line.rounds); round += 1) {
        console.error(`bench: profile, ${line.title}, round ${round + 1} of ${rounds(line.rounds)}`);
        for (const page of pages.filter(({ name }) => COMPARED.includes(name))) {
          const found = await traced(browser, opened(page, GOALS), line);
          for (const part of PARTS) samples.add(`profile ${part} ${page.name} ${line.name}`, found ? [found[part]] : []);
        }
      }
    }
  });
}

async function traced(browser, page, line) {
  const context = await browser.newContext();
  try {
    const opened = await visit(context, page, line, CATEGORIES);
    return parts(await opened.trace(), page.address, opened.usable);
  } finally {
    await context.close();
  }
}

/**
 * How long each part of a start took, in milliseconds; together they are the time until usable.
 *
 * @param {object[]} events a trace of the browser
 * @param {string} address whose start it is
 * @param {number} usable milliseconds until the page was usable
 * @returns {Record<string, number> | null} null where a busy browser lost the events of the start
 */
export function parts(events, address, usable) {
  const start = events.find(({ name, args }) => name === "navigationStart" && args.data?.documentLoaderURL === address);
  if (!start) return null;
  const { pid, tid, ts: begin } = start;
  const end = begin + usable * 1_000;
  const work = events
    .filter((event) => event.ph === "X" && event.pid === pid && event.tid === tid && event.ts >= begin && event.ts < end)
    .sort((one, other) => one.ts - other.ts || other.dur - one.dur);
  const found = Object.fromEntries(PARTS.map((part) => [part, 0]));
  const around = [];
  for (const { name, ts, dur, tdur = dur } of work) {
    while (around.length > 0 && around.at(-1).end <= ts) around.pop();
    const outer = around.at(-1);
    const kind = KINDS.find(([, names]) => names.test(name))?.[0] ?? outer?.kind ?? "other";
    found[kind] += tdur / 1_000;
    if (outer) found[outer.kind] -= tdur / 1_000;
    around.push({ kind, end: ts + dur });
  }
  const busy = PARTS.reduce((sum, part) => sum + found[part], 0);
  return { ...found, waiting: usable - busy };
}
