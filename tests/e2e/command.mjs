// What the command says of the same files, for tests that hold the page against it.

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What the command writes; the first call may have to build it. */
export async function kontrakt(...given) {
  const { stdout } = await run("cargo", ["run", "--quiet", "--locked", "--bin", "kontrakt", "--", ...given], { cwd: ROOT, maxBuffer: 1 << 26 });
  return stdout;
}

/** Reads a paper that the command wrote, in a page of its own: the page's policy makes no documents of text. */
export async function inPaper(context, html, read) {
  const sheet = await context.newPage();
  try {
    await sheet.setContent(html);
    return await read(sheet);
  } finally {
    await sheet.close();
  }
}

/** The rows of a portfolio's paper, each as the texts of its cells. */
export const paperRows = (page) => page.locator(".paper tbody tr").evaluateAll((all) => all
  .map((row) => [...row.children].map((cell) => cell.textContent.trim()))
  .filter((cells) => cells.length > 5));
