// A page as it comes out of a printer without colours.

import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** How many pages there are, the greys of the first one from 0 to 255, and the text; `folder` takes what lies between. */
export async function printed(page, folder) {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  const file = join(folder, "side.pdf");
  await writeFile(file, pdf);
  await run("pdftoppm", ["-gray", "-r", "72", "-singlefile", file, join(folder, "side")]);
  const picture = await readFile(join(folder, "side.pgm"));
  const [head] = picture.toString("latin1", 0, 40).match(/^P5\s+\d+\s+\d+\s+255\s/);
  const { stdout } = await run("pdftotext", ["-layout", file, "-"]);
  return { pages, greys: new Set(picture.subarray(head.length)), text: stdout };
}

/** Whether what is secured, open and lost can be told apart: nearly black, light grey, and the white of the paper. */
export const areToldApart = (greys) => [...greys].some((grey) => grey < 60) && [...greys].some((grey) => grey > 215 && grey < 240);
