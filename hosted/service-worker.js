// Keeps the page for when there is no network: exactly the files that the
// build lists below, each checked against its hash, in one cache for each
// version. A new version waits until the person says that it may take over.

"use strict";

// Written by the build: the files by address, each with its SHA-256, and a
// name for all of them together.
const FILES = {};
const VERSION = "development";

// Other copies of the page may lie on the same server, in folders of their own.
const OWN = `resultatkontrakt:${new URL("./", location.href).pathname}:`;
const CACHE = OWN + VERSION;

// Whether everything was removed on request: what still serves keeps nothing.
let forgotten = false;

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(begin()));
addEventListener("message", (event) => {
  if (event.data === "take-over") skipWaiting();
  if (event.data === "forget") forgotten = true;
});
addEventListener("fetch", (event) => {
  const name = forgotten ? null : listed(event.request);
  if (name !== null) event.respondWith(answer(name));
});

// All files or none: a version that cannot be fetched whole is not installed.
async function fill() {
  const cache = await caches.open(CACHE);
  await Promise.all(Object.keys(FILES).map(async (name) => {
    await cache.put(name, await fetched(name));
  }));
}

// The first version serves the page that installed it at once; the caches of
// versions that have gone are removed.
async function begin() {
  const names = await caches.keys();
  await Promise.all(names
    .filter((name) => name.startsWith(OWN) && name !== CACHE)
    .map((name) => caches.delete(name)));
  await clients.claim();
}

// From the cache; where that was cleared or damaged, from the network, and
// kept again.
async function answer(name) {
  const cache = await caches.open(CACHE).catch(() => null);
  const kept = await cache?.match(name).catch(() => undefined);
  if (kept && await isWhole(kept.clone(), name)) return kept;
  const response = await fetched(name).catch(() => null);
  if (response === null) return kept ?? Response.error();
  if (!forgotten) await cache?.put(name, response.clone()).catch(() => {});
  return response;
}

// A file from the server, as this version lists it.
async function fetched(name) {
  const response = await fetch(name, { cache: "no-cache" });
  if (!response.ok || !await isWhole(response.clone(), name)) {
    throw new TypeError(`${name} is not the file of this version`);
  }
  return response;
}

async function isWhole(response, name) {
  const digest = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex === FILES[name];
}

// The name in the list that a request means; null where the network answers.
function listed(request) {
  if (request.method !== "GET") return null;
  const { origin, pathname } = new URL(request.url);
  const { pathname: base } = new URL("./", location.href);
  if (origin !== location.origin || !pathname.startsWith(base)) return null;
  const path = pathname.slice(base.length);
  const name = path === "" || path === "index.html" ? "./" : path;
  return Object.hasOwn(FILES, name) ? name : null;
}
