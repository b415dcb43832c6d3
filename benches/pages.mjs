// The pages that are measured side by side: ours and its peers, each with the same contract.

import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { BROWSER, DIST, ONE_FILE } from "../tests/e2e/browser.mjs";
import { contractOf, SIZES } from "./contract.mjs";
import { serveCompressed } from "./server.mjs";

/** Our own page: where it lies, what in it is the first field and the total, and that it keeps itself in the browser. */
const OWN = { name: "kontrakt", folder: DIST, field: '[id="goal/g1/value"]', score: ".summary", keeps: true };

/** Ours before any contract is open: it can be given a file. */
const START = { field: "#file-input", score: null };

/** Our page and those of others, from the folder that they were bundled into. */
export function pagesIn(bundles) {
  const folder = (name) => fileURLToPath(new URL(name, bundles));
  return [
    OWN,
    { name: "survey", folder: folder("survey"), field: "input[type=number]", score: '[data-name="score"]' },
    { name: "rjsf", folder: folder("rjsf"), field: "#root_g1", score: "#score" },
  ];
}

/**
 * Serves the pages with contracts of every size, opens a browser, and closes both afterwards.
 *
 * @param {(hosted: { browser: import("playwright-core").Browser, opened: Function, start: object, file: object }) => Promise<void>} work
 *   given the browser; `opened`, which makes of a page and a size what a visit goes to; our start page, hosted and as one file
 */
export async function host(pages, work) {
  const folders = Object.fromEntries(pages.map(({ name, folder }) => [`/${name}/`, folder]));
  const contracts = Object.fromEntries(SIZES.map((size) => [`contracts/bench-${size}.json`, contractOf(size)]));
  const server = await serveCompressed(folders, contracts);
  const browser = await chromium.launch(BROWSER);
  try {
    await work({
      browser,
      opened: (page, size) => ({ ...page, address: server.address(`/${page.name}/?contract=bench-${size}`) }),
      start: { ...START, name: "start", address: server.address(`/${OWN.name}/`), keeps: true },
      file: { ...START, name: "file", address: pathToFileURL(ONE_FILE).href },
    });
  } finally {
    await browser.close();
    await server.stop();
  }
}
