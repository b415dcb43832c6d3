// Takes out of a CycloneDX list of crates what is not compiled into the page: the lock file knows more than a build takes.
//
//   node xtask/crates.mjs LIST.json, with the names of the page's crates and their versions on standard input, one a line

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/** The list with these crates alone, `name version` each; fails where it lacks one of them. */
export function listed(list, crates) {
  const named = ({ name, version }) => `${name} ${version}`;
  const own = list.metadata.component;
  const wanted = new Set(crates.filter((one) => one !== named(own)));
  const components = list.components.filter((one) => wanted.has(named(one)));
  const found = new Set(components.map(named));
  const missing = [...wanted].filter((one) => !found.has(one));
  if (missing.length > 0) throw new Error(`the list lacks ${missing.join(", ")}`);
  const kept = new Set([own, ...components].map((one) => one["bom-ref"]));
  const dependencies = list.dependencies.filter(({ ref }) => kept.has(ref)).map(({ dependsOn, ...rest }) => (
    dependsOn ? { ...rest, dependsOn: dependsOn.filter((one) => kept.has(one)) } : rest
  ));
  return { ...list, components, dependencies };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = process.argv[2];
  // Cargo prints `name v1.2.3`, and where a crate lies behind that.
  const crates = readFileSync(0, "utf8").trim().split("\n").map((line) => line.match(/^(\S+) v(\S+)/).slice(1, 3).join(" "));
  writeFileSync(file, `${JSON.stringify(listed(JSON.parse(readFileSync(file, "utf8")), crates), null, 2)}\n`);
}
