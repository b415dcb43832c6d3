// Copies of the built page that differ as two versions do.

import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DIST } from "./browser.mjs";

/**
 * A copy of the page in a folder of its own, as a version of this name, its worker with the hashes of what
 * is there now.
 *
 * @returns {Promise<{folder: string, remove: () => Promise<void>}>}
 */
export async function version(name) {
  const folder = await mkdtemp(join(tmpdir(), "resultatkontrakt-"));
  await cp(DIST, folder, { recursive: true });
  const index = join(folder, "index.html");
  const before = await readFile(index, "utf8");
  const after = before.replace(/(<meta name="release" content=")[^ ]+/, `$1${name}`);
  await writeFile(index, after);
  await edit(join(folder, "service-worker.js"), (worker) => worker
    .replace(sha256(before), sha256(after))
    .replace(/const VERSION = "[^"]+"/, `const VERSION = "${name}"`));
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

/** Changes a text file, and fails where that changes nothing. */
export async function edit(file, change) {
  const before = await readFile(file, "utf8");
  const after = change(before);
  if (after === before) throw new Error(`nothing was changed in ${file}`);
  await writeFile(file, after);
}

function sha256(text) {
  return createHash("sha256").update(text).digest("hex");
}
