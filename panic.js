// What is left when the page has stopped: a text, the drafts that the browser
// still holds, and a way to start again. Plain JavaScript outside the page's
// own code, so that it works when nothing else does.
//
// The page tells of a panic with the event "resultatkontrakt-panic", which
// carries the last state as a file where the browser does not hold it. A trap
// without one, and a page that never starts, are seen here.

(() => {
  "use strict";

  const DATABASE = "resultatkontrakt";
  const STORE = "drafts";
  const DRAFT = "resultatkontrakt:draft:";
  const STORED = "resultatkontrakt:stored";
  const RESUME = "resultatkontrakt:resume";
  const PATIENCE = 10_000; // milliseconds
  let started = false;
  let shown = false;
  let unsaved = false;

  // The browser cannot show the page, and was told so.
  if (!document.getElementById("panic-screen").hidden) return;

  addEventListener("TrunkApplicationStarted", () => { started = true; });
  addEventListener("resultatkontrakt-panic", (event) => stopped(event.detail));
  // Code that has stopped is asked nothing any more when the page is left.
  addEventListener("pagehide", (event) => { if (shown) event.stopImmediatePropagation(); }, true);
  addEventListener("beforeunload", (event) => {
    if (!shown) return;
    event.stopImmediatePropagation();
    if (unsaved) event.preventDefault();
  }, true);
  addEventListener("unhandledrejection", (event) => judge(event.reason));
  // Captured, because a script that cannot be loaded tells only its element.
  addEventListener("error", (event) => {
    if (event instanceof ErrorEvent) judge(event.error);
    else if (!started && event.target instanceof HTMLScriptElement) stopped();
  }, true);

  // Until the page has started nobody else handles an error; afterwards only
  // a trap means that its code is dead.
  function judge(error) {
    if (!started || error instanceof WebAssembly.RuntimeError) stopped();
  }

  // With the last state as a file, where nothing else holds it.
  async function stopped(last) {
    if (!started && await mend()) location.reload();
    else show(last?.file === undefined ? [] : [[last.name, last.file]]);
  }

  // Code that does not start may have been damaged where the browser keeps it: its worker looks at all of it, and fetches
  // anew what is not whole. Whether anything was.
  function mend() {
    const worker = navigator.serviceWorker?.controller;
    if (!worker) return false;
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data);
      setTimeout(resolve, PATIENCE, false);
      worker.postMessage("mend", [port2]);
    });
  }

  function show(last) {
    if (shown) return;
    shown = true;
    document.getElementById("app").hidden = true;
    document.getElementById("shell")?.remove();
    document.getElementById("panic-stopped").hidden = false;
    document.getElementById("panic-screen").hidden = false;
    document.getElementById("panic-reload").addEventListener("click", reload);
    unsaved = last.length > 0;
    const first = putDown();
    offer([...last, ...drafts(first)]);
    stored().then((texts) => {
      const newer = new Map(first);
      offer(drafts(texts.filter(([key]) => !newer.has(key))));
      document.getElementById("panic-no-drafts").hidden = document.querySelector("#panic-drafts li") !== null;
    });
    document.getElementById("panic-heading").focus();
  }

  // The draft that this tab stored last is opened again. A page that stopped
  // before it stored anything begins anew: its draft may be what stops it.
  async function reload() {
    try {
      const stored = sessionStorage.getItem(STORED);
      if (stored !== null) sessionStorage.setItem(RESUME, stored);
    } catch {
      // Storage that is switched off has nothing to open again.
    }
    if (!started) await mend();
    location.reload();
  }

  function offer(found) {
    const list = document.getElementById("panic-drafts");
    for (const [name, text] of found) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button button-secondary";
      button.textContent = `Hent / Download ${name}`;
      button.addEventListener("click", () => download(name, text));
      list.append(document.createElement("li"));
      list.lastElementChild.append(button);
    }
  }

  // The drafts of the page's database as [key, text]; none where there is no such database, which looking does not make.
  function stored() {
    return new Promise((resolve) => {
      const asked = indexedDB.open(DATABASE);
      asked.onupgradeneeded = () => asked.transaction.abort();
      asked.onerror = () => resolve([]);
      asked.onsuccess = () => {
        const database = asked.result;
        if (!database.objectStoreNames.contains(STORE)) return resolve([]);
        const store = database.transaction(STORE).objectStore(STORE);
        const [keys, texts] = [store.getAllKeys(), store.getAll()];
        texts.onerror = () => resolve([]);
        texts.onsuccess = () => {
          database.close();
          resolve(keys.result.map((key, at) => [key, texts.result[at]]));
        };
      };
    }).catch(() => []);
  }

  // What a page put down in haste, which is newer than what the database has under the same key.
  function putDown() {
    try {
      return Object.keys(localStorage).map((key) => [key, localStorage.getItem(key)]);
    } catch {
      // Storage that is switched off holds nothing to offer.
      return [];
    }
  }

  // The drafts as [name, the file to hand over], the newest first.
  function drafts(texts) {
    return texts
      .filter(([key]) => key.startsWith(DRAFT))
      .map(([key, text]) => ({ name: `${key.slice(DRAFT.length).replaceAll(":", "-")}.json`, ...opened(text) }))
      .sort((one, other) => other.at.localeCompare(one.at))
      .map(({ name, file }) => [name, file]);
  }

  // When a draft was kept, and the file inside it, which the page opens again.
  // A draft that cannot be read is handed over as it is.
  function opened(text) {
    try {
      const { at, case: file } = JSON.parse(text);
      if (typeof at === "string" && typeof file === "string") return { at, file };
    } catch {
      // Not a draft of this page's making.
    }
    return { at: "", file: text };
  }

  function download(name, text) {
    unsaved = false;
    const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }
})();
