// docs/performance.md from the samples of one run.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { SIZES } from "./contract.mjs";
import { figure, kilobytes, megabytes, milliseconds, spread } from "./figures.mjs";
import { targets } from "./targets.mjs";

const ROOT = new URL("../", import.meta.url);
const PAGES = ["kontrakt", "survey", "rjsf"];
const PLACES = ["native", "wasm", "browser", "node"];

/** The whole text; `taken` is how many milliseconds the run took, `load` what else the machine did as it began. */
export function table(samples, { taken, load }) {
  return `# How fast, and beside whom

Written by \`cargo xtask bench\`; nothing in it is written by hand. One run of ${Math.round(taken / 60_000)} minutes,
${new Date().toISOString().slice(0, 10)}, on ${machine()}, load ${load.toFixed(1)} as it began;
${versions()}. Measured was ${release()}.

Medians, the quartiles behind them. The pages take turns in the same browser, each with the same contract of equal goals
and a total that follows each key; what they load is compressed by brotli as far as it can be. Usable is a page whose
first field and total are painted. A key is really pressed, and counts until the frame with the new total is handed over.
What else the machine has to do makes all of them slower, so look at the ratios first.

## Targets

What keeps the page quick, and what bounds the rows that are not reached, is in \`docs/speed.md\`
and \`docs/dependencies.md\`.

| what | target | reached | figure | against | ratio |
| --- | --- | --- | ---: | ---: | ---: |
${targets(samples).map(row).join("\n")}

## The pages

SurveyJS draws what is out of sight when it is scrolled to, as it advises for long forms; react-jsonschema-form draws
everything, and checks with ajv when the form is sent.

${pages(samples)}

Our hosted folder is ${spread(samples.of("weight kontrakt"), kilobytes)} in all, with what is kept for use without a network.

| our start page | usable after |
| --- | ---: |
| from a server | ${spread(samples.of("start hosted"), milliseconds)} |
| from the browser's own copy | ${spread(samples.of("start hosted again"), milliseconds)} |
| as one file | ${spread(samples.of("start one file"), milliseconds)} |

The largest contract that is read, 10,000 goals of every kind: ${spread(samples.of("opening"), milliseconds)} from the choice of
its file to its first rows; the page answers after ${spread(samples.of("opening busy"), milliseconds)} at the latest meanwhile.

## The engine

The work of HyperFormula (\`edit\`, \`whole\`) and of \`JSON.parse\` with ajv (\`read\`) in the same browser and in Node. \`edit\`
changes one result, \`whole\` works everything out, \`read\` takes a text apart, checks it and keeps all places; the number
is that of the goals. \`contracts\` is 10,000 contracts of 18 goals, one after the other. Native code is compiled for speed,
WebAssembly for size, as in the page.

${engine(samples)}

LibreOffice Calc, headless, opening and working out 10,000 rows: ${spreadsheet(samples)}.
`;
}

function row({ what, target, reached, figure: own, against, ratio }) {
  return `| ${[what, target, reached ? "yes" : "**no**", own, against, ratio === null ? "" : figure(ratio)].join(" | ")} |`;
}

// What each page takes at each size, a column for each page.
function pages(samples) {
  const kinds = [
    ["loaded", "loaded", kilobytes, [18]],
    ["start to usable, cold", "cold", milliseconds, SIZES],
    ["start to usable, again", "warm", milliseconds, SIZES],
    ["work until at rest", "work", milliseconds, SIZES],
    ["key to painted total", "key", milliseconds, SIZES],
    ["work for a key", "key work", milliseconds, SIZES],
    ["memory", "memory", megabytes, SIZES],
  ];
  const lines = kinds.flatMap(([title, kind, unit, sizes]) => sizes.map((size) => {
    const cells = PAGES.map((page) => {
      const found = samples.of(`${kind} ${page} ${size}`);
      return found ? spread(found, unit) : samples.why(`cold ${page} ${size}`) ?? "";
    });
    return `| ${[title, size.toLocaleString("en"), ...cells].join(" | ")} |`;
  }));
  return ["| what | goals | Resultatkontrakt | SurveyJS | RJSF |", "| --- | ---: | ---: | ---: | ---: |", ...lines].join("\n");
}

function engine(samples) {
  const cases = [...new Set(samples.names().filter((name) => name.endsWith(" native")))];
  const lines = cases.map((name) => {
    const of = (place) => samples.of(name.replace(/native$/, place));
    return `| ${[`\`${name.replace(/ native$/, "")}\``, ...PLACES.map((place) => of(place) ? spread(of(place), milliseconds) : "")].join(" | ")} |`;
  });
  return ["| case | native | WebAssembly | peer, browser | peer, Node |", "| --- | ---: | ---: | ---: | ---: |", ...lines].join("\n");
}

function spreadsheet(samples) {
  const found = samples.of("spreadsheet");
  return found ? spread(found, milliseconds) : samples.why("spreadsheet");
}

function machine() {
  const [processor] = cpus();
  return `${cpus().length} × ${processor.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}`;
}

// Which page it was, as the built page says it.
function release() {
  const page = readFileSync(new URL("dist/page/index.html", ROOT), "utf8");
  const [version, date, sources] = page.match(/name="release" content="([^"]+)"/)[1].split(" ");
  return `version ${version} of ${date}, sources ${sources.slice(0, 16)}`;
}

function versions() {
  const said = (program, ...asked) => execFileSync(program, asked, { encoding: "utf8" }).trim();
  const { dependencies } = JSON.parse(readFileSync(new URL("benches/peers/package.json", ROOT), "utf8"));
  const peers = ["survey-js-ui", "@rjsf/core", "ajv", "hyperformula"].map((name) => `${name} ${dependencies[name]}`);
  return [
    said(process.env.CHROMIUM, "--version").replace(/ built on.*/, ""),
    `Node ${process.versions.node}`,
    said("rustc", "--version").replace(/ \(.*/, ""),
    ...peers,
  ].join(", ");
}
