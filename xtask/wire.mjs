// What the files of a built page weigh as they go over the wire: compressed with
// brotli where the build left that form beside them.

import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Each file by its name, with its bytes on the disk and over the wire. */
export function overTheWire(folder) {
  const size = (name) => statSync(join(folder, name)).size;
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(folder, name)).isFile() && !/\.(br|gz)$/.test(name))
    .sort()
    .map((name) => ({
      name,
      bytes: size(name),
      sent: size(existsSync(join(folder, `${name}.br`)) ? `${name}.br` : name),
    }));
}
