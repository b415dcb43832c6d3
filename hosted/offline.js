// Has the browser keep the page for when there is no network, and tells the
// page when a new version is ready:
//
//   "resultatkontrakt-new-version"  a new version waits, or serves already
//                                   because another tab let it in
//   "resultatkontrakt-take-over"    the page says that it may take over
//   "resultatkontrakt-forget"       the page says that nothing is to be kept
//
// A browser that keeps nothing loads the page from the network each time.

(() => {
  "use strict";

  const WORKER = "./service-worker.js";
  const REST = 1_000; // milliseconds
  const workers = navigator.serviceWorker;
  if (!workers) return;

  let waiting = null;
  let asked = false;
  let forgotten = false;
  let served = Boolean(workers.controller);

  addEventListener("resultatkontrakt-take-over", () => {
    asked = true;
    if (waiting?.state === "installed") waiting.postMessage("take-over");
    else location.reload();
  });
  // The first worker that serves the page is of its own version.
  workers.addEventListener("controllerchange", () => {
    if (asked) location.reload();
    else if (served) tell();
    served = true;
  });

  // Keeping a copy fetches everything once more, and looking at the kept one
  // reads all of it. The page has drawn itself when this script is asked for;
  // it waits a while more, so that neither shares the line and the processor.
  const soon = setTimeout(register, REST);
  addEventListener("resultatkontrakt-forget", () => {
    forgotten = true;
    clearTimeout(soon);
  });

  async function register() {
    try {
      workers.controller?.postMessage("mend");
      const registration = await workers.register(address(), { updateViaCache: "none" });
      if (forgotten) return await forget(registration);
      watch(registration);
      registration.addEventListener("updatefound", () => watch(registration));
      document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "visible") registration.update().catch(() => {});
      });
    } catch {
      // Switched off, or not allowed here: the page works all the same.
    }
  }

  // A worker that came while everything was removed, and what it has begun to
  // keep for this folder.
  async function forget(registration) {
    await registration.unregister();
    const own = `resultatkontrakt:${new URL(registration.scope).pathname}:`;
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(own)).map((name) => caches.delete(name)));
  }

  // A worker that is ready while another still serves the page is a new version.
  function watch(registration) {
    const coming = registration.waiting ?? registration.installing;
    const look = () => {
      if (coming.state !== "installed" || !workers.controller) return;
      waiting = coming;
      tell();
    };
    if (!coming) return;
    look();
    coming.addEventListener("statechange", look);
  }

  function tell() {
    dispatchEvent(new CustomEvent("resultatkontrakt-new-version"));
  }

  // Trusted types allow this one address and no other.
  function address() {
    if (!globalThis.trustedTypes) return WORKER;
    const policy = trustedTypes.createPolicy("service-worker", {
      createScriptURL(url) {
        if (url !== WORKER) throw new TypeError(`${url} is not the page's own worker`);
        return url;
      },
    });
    return policy.createScriptURL(WORKER);
  }
})();
