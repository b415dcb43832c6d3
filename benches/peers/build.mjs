// Bundles the peers for the measurements: each as a folder with a page and its
// files, as small as its own instructions make it. `cargo xtask bench` calls it
// with the folder of the installed packages and the folder to write into.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const [packages, target] = process.argv.slice(2);
const { buildSync } = createRequire(join(packages, "package.json"))("esbuild");
const own = (name) => fileURLToPath(new URL(name, import.meta.url));

rmSync(target, { recursive: true, force: true });
page("survey", { styles: "survey-core/survey-core.fontless.min.css" });
page("rjsf", {});
page("calculation", {});
bundle("calculation.js", { outfile: join(target, "calculation.mjs"), platform: "node" });

// A page with one script, and its styles where it has some.
function page(name, { styles }) {
  const folder = join(target, name);
  mkdirSync(folder, { recursive: true });
  const script = hashed(folder, "app.js", bundled(`${name}.js`));
  const sheet = styles && hashed(folder, "app.css", readFileSync(join(packages, "node_modules", styles)));
  const link = sheet ? `<link rel="stylesheet" href="./${sheet}">` : "";
  writeFileSync(join(folder, "index.html"), `<!doctype html>
<html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title><link rel="icon" href="data:,">${link}<script type="module" src="./${script}"></script></head>
<body><div id="app"></div></body></html>
`);
}

// Writes a file under a name that a server may let browsers keep for ever.
function hashed(folder, name, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const [stem, ending] = basename(name).split(".");
  writeFileSync(join(folder, `${stem}-${hash}.${ending}`), content);
  return `${stem}-${hash}.${ending}`;
}

function bundled(name) {
  return bundle(name, { write: false, platform: "browser" }).outputFiles[0].contents;
}

function bundle(name, options) {
  return buildSync({
    entryPoints: [own(name)],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    nodePaths: [join(packages, "node_modules")],
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
    ...options,
  });
}
