// A static server for the built page: files of one folder, nothing else.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/**
 * Serves a folder on a free port of this machine, under `base` (a path that
 * begins and ends with a slash).
 *
 * `asked` lists what was asked for so far, from the base on; `show` puts another
 * folder in the place of this one. `headers` go with each answer; where they name an
 * address for reports, `reports` lists what came.
 *
 * @returns {Promise<{address: string, asked: string[], reports: string[], online: (on: boolean) => void, show: (other: string) => void, stop: () => Promise<void>}>}
 */
export async function serve(folder, base = "/", headers = {}) {
  let isOnline = true;
  let shown = folder;
  const asked = [];
  const reports = [];
  const server = createServer(async (request, response) => {
    if (!isOnline) {
      request.socket.destroy();
      return;
    }
    if (request.method === "POST") {
      for await (const part of request) reports.push(String(part));
      response.writeHead(204).end();
      return;
    }
    asked.push(new URL(request.url, "http://localhost").pathname.slice(base.length));
    const file = await fileFor(shown, base, request.url);
    if (file === null) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
      "Cache-Control": "no-store",
      ...headers,
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}${base}`,
    asked,
    reports,
    // A server that is not online breaks off every connection, as a cable that is pulled out.
    online: (on) => {
      isOnline = on;
      if (!on) server.closeAllConnections();
    },
    // Another folder in the place of this one, as when a new version is put on a server.
    show: (other) => { shown = other; },
    stop: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

// The file that an address means, or null.
async function fileFor(folder, base, url) {
  const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  if (!path.startsWith(base)) return null;
  const file = join(folder, normalize(`/${path.slice(base.length)}`));
  const found = await stat(file).catch(() => null);
  if (found?.isDirectory()) return fileFor(folder, base, `${path.replace(/\/$/, "")}/index.html`);
  return found?.isFile() ? file : null;
}

/** A port of this machine that nothing listens on. */
export function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
