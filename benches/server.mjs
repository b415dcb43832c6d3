// A server that compresses, as one on the internet does: brotli at its best,
// made before anybody asks, and headers as the configurations in `deploy/` set
// them. Pages are isolated, so that the browser tells exact times and memory.

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const COMPRESSED_ALREADY = new Set([".png", ".woff2"]);
// How a server compresses what it has not seen before.
const QUICKLY = 5;
const NAMED_BY_CONTENT = /-[0-9a-f]{16}(_bg)?\.(js|wasm|css)$/;

/**
 * Serves folders on a free port of this machine, and texts beside each of them.
 *
 * @param {Record<string, string>} folders by the path that each is served under, such as `{ "/kontrakt/": "…" }`
 * @param {Record<string, string>} texts by their path within every folder
 * @returns {Promise<{address: (path: string) => string, stop: () => Promise<void>}>}
 */
export async function serveCompressed(folders, texts) {
  const answers = new Map();
  const shared = Object.entries(texts).map(([name, text]) => {
    const content = Buffer.from(text);
    return [name, answer(name, content, compressed(content, QUICKLY))];
  });
  for (const [base, folder] of Object.entries(folders)) {
    for (const [name, made] of shared) answers.set(base + name, made);
    for (const name of filesOf(folder)) answers.set(base + name, fromFile(folder, name));
    answers.set(base, answers.get(`${base}index.html`));
  }
  const server = createServer((request, response) => {
    const found = answers.get(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    if (!found) response.writeHead(404).end();
    else if (request.headers["if-none-match"] === found.headers.ETag) response.writeHead(304, found.headers).end();
    else response.writeHead(200, found.headers).end(found.body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: (path) => `http://127.0.0.1:${server.address().port}${path}`,
    stop: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

/** How many bytes a folder's files are on their way to a browser, all of them. */
export function weightOf(folder) {
  return filesOf(folder).reduce((sum, name) => sum + fromFile(folder, name).body.length, 0);
}

function filesOf(folder) {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(folder, name)).isFile() && ![".br", ".gz"].includes(extname(name)));
}

// What was compressed when the page was built is sent as it is.
function fromFile(folder, name) {
  const path = join(folder, name);
  const ready = existsSync(`${path}.br`) ? readFileSync(`${path}.br`) : undefined;
  return answer(name, readFileSync(path), ready);
}

function answer(name, content, ready) {
  const ending = extname(name);
  const asItIs = COMPRESSED_ALREADY.has(ending);
  const body = asItIs ? content : ready ?? compressed(content, constants.BROTLI_MAX_QUALITY);
  const headers = {
    "Content-Type": TYPES[ending] ?? "application/octet-stream",
    "Content-Length": body.length,
    "Cache-Control": NAMED_BY_CONTENT.test(name) ? "public, max-age=31536000, immutable" : "no-cache",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    ETag: `"${createHash("sha256").update(content).digest("hex").slice(0, 16)}"`,
    Vary: "Accept-Encoding",
  };
  if (!asItIs) headers["Content-Encoding"] = "br";
  return { headers, body };
}

function compressed(content, quality) {
  return brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
}
