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

/** Begins to watch how long the page lets a person wait, and what its progress bar says. */
export async function watch(page) {
  await page.evaluate(() => {
    const seen = globalThis.seen = { longest: 0, values: [] };
    // As soon as a key would be answered: before all else that waits, but in the middle of nothing.
    const delay = 5;
    const ask = () => {
      const due = performance.now() + delay;
      scheduler.postTask(() => {
        seen.longest = Math.max(seen.longest, performance.now() - due);
        const bar = document.getElementById("opening-progress");
        if (bar && bar.value !== seen.values.at(-1)) seen.values.push(bar.value);
        ask();
      }, { priority: "user-blocking", delay });
    };
    ask();
  });
}

/** What was seen since: the longest wait in milliseconds, that of this moment too, and the values of the bar. Watching
 * goes on. */
export async function seen(page) {
  return page.evaluate(() => scheduler.postTask(() => globalThis.seen, { priority: "background", delay: 50 }));
}
