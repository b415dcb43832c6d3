// What is opened, and in what: the built page, and the system's Chromium.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The page in one file. */
export const ONE_FILE = fileURLToPath(new URL("../../dist/resultatkontrakt.html", import.meta.url));

/** The folder of the built page. */
export const DIST = fileURLToPath(new URL("../../dist/page", import.meta.url));

/** The folder of a page whose code a test can stop. */
export const STOPPABLE = fileURLToPath(new URL("../../target/stoppable", import.meta.url));

/** How Playwright starts the browser: it shows one page and asks nobody else. */
export const BROWSER = {
  executablePath: process.env.CHROMIUM ?? onPath(["chromium", "chromium-browser", "google-chrome"]),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ],
};

// `cargo xtask` names the browser in CHROMIUM; a test that is started by hand
// looks for it here.
function onPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}
