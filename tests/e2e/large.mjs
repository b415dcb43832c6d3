// The largest contract that is read, and how the page answers while it is at work.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** How many goals it has. */
export const GOALS = 10_000;

/** The text of the contract, some 7 MB. */
export const LARGE = execFileSync("cargo", ["run", "--quiet", "--example", "large"], {
  cwd: fileURLToPath(new URL("../..", import.meta.url)),
  encoding: "utf8",
  maxBuffer: 16 * 1024 * 1024,
});

const FOLDER = mkdtempSync(join(tmpdir(), "resultatkontrakt-"));
process.once("exit", () => rmSync(FOLDER, { recursive: true }));

/** A file to be handed to the page's input. One that is not on the disk would be put together in the page, which is
 * busy with it for longer than with the reading. */
export function file(name, text) {
  const path = join(FOLDER, name);
  writeFileSync(path, text);
  return path;
}

/** Begins to watch how long the page is busy at a time, and what its progress bar says. */
export async function watch(page) {
  await page.evaluate(() => {
    const seen = { longest: 0, whileReading: 0, values: [] };
    globalThis.seen = seen;
    let last = performance.now();
    // Kept where it is not collected.
    const channel = globalThis.echo = new MessageChannel();
    // A message to oneself is answered when the page has nothing before it to do.
    channel.port1.onmessage = () => {
      const now = performance.now();
      const bar = document.getElementById("opening-progress");
      seen.longest = Math.max(seen.longest, now - last);
      if (bar && now - last > seen.whileReading) seen.whileReading = now - last;
      if (bar && bar.value !== seen.values.at(-1)) seen.values.push(bar.value);
      last = now;
      if (!seen.over) setTimeout(() => channel.port2.postMessage(null), 0);
    };
    channel.port2.postMessage(null);
  });
}

/** What was seen since, in milliseconds, and the values of the bar; watching goes on. */
export async function seen(page) {
  return page.evaluate(() => ({ ...globalThis.seen }));
}
