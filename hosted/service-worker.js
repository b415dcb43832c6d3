// Keeps the page for when there is no network: exactly the files that the
// build lists below, in one cache for each version. Each is checked against
// its hash when it is stored, and all are looked at again once the page has
// been drawn, or could not be: a file that is served is not waited for twice.
// A new version waits until the person says that it may take over.

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

addEventListener("install", (event) => event.waitUntil(Promise.all([fill(), pass(event)])));
addEventListener("activate", (event) => event.waitUntil(begin()));
addEventListener("message", (event) => {
  if (event.data === "take-over") skipWaiting();
  if (event.data === "forget") forgotten = true;
  if (event.data === "mend") event.waitUntil(mend().then((mended) => event.ports[0]?.postMessage(mended)));
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

// Has the browser go past this worker where it can: it takes the files from the
// cache itself, or from the network where they are not there. The page itself
// is left out, as its address may name a contract.
async function pass(event) {
  const files = Object.keys(FILES).filter((name) => name !== "./");
  const or = files.map((name) => ({ urlPattern: new URL(name, location.href).pathname }));
  const kept = { condition: { or }, source: { cacheName: CACHE } };
  const beside = { condition: { urlPattern: new URL("contracts/*", location.href).pathname }, source: "network" };
  // A browser that cannot asks this worker.
  await event.addRoutes?.([kept, beside]).catch(() => {});
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

// From the cache; where that was cleared, from the network, and kept again.
async function answer(name) {
  const cache = await caches.open(CACHE).catch(() => null);
  const kept = await cache?.match(name).catch(() => undefined);
  if (kept) return kept;
  const response = await fetched(name).catch(() => null);
  if (response === null) return Response.error();
  if (!forgotten) await cache?.put(name, response.clone()).catch(() => {});
  return response;
}

// Fetches anew what is missing or damaged; whether anything was, and is whole
// again.
async function mend() {
  if (forgotten) return false;
  const cache = await caches.open(CACHE);
  const mended = await Promise.allSettled(Object.keys(FILES).map(async (name) => {
    const kept = await cache.match(name);
    if (kept && await isWhole(kept, name)) return false;
    const response = await fetched(name);
    if (forgotten) return false;
    await cache.put(name, response);
    return true;
  }));
  return mended.some(({ value }) => value);
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
