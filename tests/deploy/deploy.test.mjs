// The configurations in deploy/, each in its real server: headers, types,
// compression and caching, and the page itself in a browser.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { get } from "node:http";
import { extname } from "node:path";
import nodeTest from "node:test";
import { chromium } from "playwright-core";
import { BROWSER, DIST } from "../e2e/browser.mjs";
import { until } from "../e2e/until.mjs";
import { PRESENT, SENDS_BROTLI, served } from "./servers.mjs";

const HEADERS = {
  "content-security-policy": "default-src 'none'; script-src 'self' 'sha256-vjBwlmNpZ8CYAvH/2ZsBtPuajEu+RlHk3IXVmsEY2Ac=' 'sha256-7EyqFQWBG4z4Bg/vSci8JGlhRe+Vwncg0+2zZrpRg/0=' 'sha256-91ppBb7qGRZOZx4Uy7X9NGGa6peKOVlkYdCoSBnqmAA=' 'sha256-VW4mCx9Gpai45JunFJsDmstN3Zg/F5OH4rJD1SPnGxo=' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types service-worker",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "x-frame-options": "DENY",
  "x-permitted-cross-domain-policies": "none",
  "permissions-policy": "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), otp-credentials=(), payment=(), picture-in-picture=(), publickey-credentials-create=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), storage-access=(), usb=(), xr-spatial-tracking=()",
};

const TYPES = {
  ".css": /^text\/css/,
  ".html": /^text\/html/,
  ".js": /^text\/javascript/,
  ".png": /^image\/png/,
  ".svg": /^image\/svg\+xml/,
  ".wasm": /^application\/wasm/,
  ".webmanifest": /^application\/manifest\+json/,
  ".woff2": /^font\/woff2/,
};

const ON_DISK = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(DIST.length + 1));
const FILES = ON_DISK.filter((name) => !/\.(br|gz)$/.test(name));

/** The files that lie there compressed as well. */
const COMPRESSED = FILES.filter((name) => /\.(css|html|js|svg|wasm|webmanifest)$/.test(name));

/** What browsers take, in words of their own. */
const BROWSER_TAKES = "gzip, deflate, br, zstd";

const test = (name, use) => nodeTest(name, { timeout: 240_000 }, use);

test("nginx is there to be tested", () => assert.ok(PRESENT.includes("nginx"), "install nginx"));

for (const server of PRESENT) {
  test(`${server} gives each file its headers, type and time to live`, () => served(server, async (address) => {
    for (const file of FILES) {
      const { status, headers } = await answer(address + file);
      assert.equal(status, 200, file);
      for (const [name, value] of Object.entries(HEADERS)) assert.equal(headers[name], value, `${file}: ${name}`);
      assert.match(headers["content-type"], TYPES[extname(file)], file);
      const lasting = /-[0-9a-f]{16}(_bg)?\.(js|wasm|css)$/.test(file);
      assert.equal(headers["cache-control"], lasting ? "public, max-age=31536000, immutable" : "no-cache", file);
    }
    assert.match((await answer(address)).headers["content-type"], /^text\/html/);
    assert.equal((await answer(`${address}no-such-file`)).status, 404);
  }));

  test(`${server} sends the files as the build compressed them`, () => served(server, async (address) => {
    const asked = [[SENDS_BROTLI[server] ? "br" : "gzip", BROWSER_TAKES], ["gzip", "gzip"], [undefined, "identity"]];
    for (const file of COMPRESSED) {
      for (const [encoding, takes] of asked) {
        const { headers, body } = await answer(address + (file === "index.html" ? "" : file), takes);
        assert.equal(headers["content-encoding"], encoding, `${file} for ${takes}`);
        assert.match(headers.vary ?? "", /accept-encoding/i, `${file} for ${takes}`);
        assert.ok(body.equals(onDisk(file, encoding)), `${file} for ${takes} is not what the build wrote`);
      }
    }
  }));

  test(`${server} shows the page, and only on its own`, () => served(server, async (address) => {
    const browser = await chromium.launch(BROWSER);
    try {
      const page = await browser.newPage();
      const complaints = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) complaints.push(message.text());
      });
      await page.goto(address);
      await page.locator("#app h1").first().waitFor();
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
      assert.deepEqual(complaints, []);
      await page.goto("about:blank");
      await page.setContent(`<iframe src="${address}"></iframe>`);
      await until(() => page.frames()[1]?.url().startsWith("chrome-error:"));
    } finally {
      await browser.close();
    }
  }));
}

test("servers send the page's own policy", async () => {
  const page = await readFile(`${DIST}/index.html`, "utf8");
  const own = page.match(/Content-Security-Policy" content="([^"]*)"/)[1];
  const sent = HEADERS["content-security-policy"].replace(" frame-ancestors 'none';", "");
  assert.equal(sent, own);
});

test("services for static pages are told the same", async () => {
  const text = await readFile(new URL("../../deploy/_headers", import.meta.url), "utf8");
  const [path, ...lines] = text.trimEnd().split("\n");
  assert.equal(path, "/*");
  const told = Object.fromEntries(lines.map((line) => line.trim().split(/: (.*)/).slice(0, 2)));
  const lower = Object.fromEntries(Object.entries(told).map(([name, value]) => [name.toLowerCase(), value]));
  assert.deepEqual(lower, { "cache-control": "no-cache", ...HEADERS });
});

// A file as the build wrote it, in one of its forms.
function onDisk(file, encoding) {
  const end = { br: ".br", gzip: ".gz" }[encoding] ?? "";
  return readFileSync(`${DIST}/${file}${end}`);
}

// What is sent, as it comes over the wire, to who takes these encodings.
function answer(url, takes = BROWSER_TAKES) {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "Accept-Encoding": takes } }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => {
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
      });
    }).on("error", reject);
  });
}
