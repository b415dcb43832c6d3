// The engine natively and as WebAssembly in the browser, beside others that do
// the same work in the same browser and in Node; each in turns.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { BROWSER } from "../tests/e2e/browser.mjs";
import { LARGE } from "../tests/e2e/large.mjs";
import { serveCompressed } from "./server.mjs";
import { rounds } from "./statistics.mjs";

const ROUNDS = 5;
const ROOT = new URL("../", import.meta.url);

/** Measures the engine's cases, and those of the peers that were bundled into a folder. */
export async function measureEngine(samples, bundles) {
  const folder = (name) => fileURLToPath(new URL(name, bundles));
  const server = await serveCompressed({ "/engine/": folder("engine"), "/calculation/": folder("calculation") }, {});
  const browser = await chromium.launch(BROWSER);
  try {
    for (let round = 0; round < rounds(ROUNDS); round += 1) {
      console.error(`bench: the engine, round ${round + 1} of ${rounds(ROUNDS)}`);
      keep(samples, "native", native());
      keep(samples, "wasm", await inBrowser(browser, server.address("/engine/")));
      keep(samples, "browser", await peersInBrowser(browser, server.address("/calculation/")));
      keep(samples, "node", peersInNode(folder("calculation.mjs")));
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}

function keep(samples, where, cases) {
  for (const { case: name, ms } of cases) samples.add(`${name} ${where}`, ms);
}

function native() {
  const printed = execFileSync("cargo", ["run", "--quiet", "--profile", "bench", "--example", "engine"], {
    cwd: fileURLToPath(ROOT),
    encoding: "utf8",
  });
  return printed.trim().split("\n").map((line) => JSON.parse(line));
}

// The page of the engine says on the console what each case takes.
async function inBrowser(browser, address) {
  const page = await browser.newPage();
  page.setDefaultTimeout(300_000);
  const cases = [];
  page.on("console", (message) => cases.push(JSON.parse(message.text())));
  await page.goto(address);
  await page.waitForFunction(() => globalThis.done);
  await page.close();
  return cases;
}

async function peersInBrowser(browser, address) {
  const page = await browser.newPage();
  page.setDefaultTimeout(300_000);
  await page.goto(address);
  const cases = await page.evaluate((texts) => globalThis.measure(texts), texts());
  await page.close();
  return cases;
}

// In a process of its own, as the native engine is.
function peersInNode(script) {
  const measure = `import(process.argv[1]).then(() => {
    const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
    console.log(JSON.stringify(globalThis.measure(texts)));
  })`;
  const printed = execFileSync(process.execPath, ["--eval", measure, script], {
    encoding: "utf8",
    input: JSON.stringify(texts()),
  });
  return JSON.parse(printed);
}

function texts() {
  const read = (name) => readFileSync(new URL(name, ROOT), "utf8");
  return { example: read("contracts/ams-2009.json"), large: LARGE, schema: read("schema/contract.schema.json") };
}
