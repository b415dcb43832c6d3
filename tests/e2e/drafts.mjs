// What the browser keeps of drafts: looked at, written and removed behind the page's back.

/** The drafts in the page's database, `{ key: text }`; looking makes no database. */
export function stored(page) {
  return page.evaluate(() => new Promise((resolve, reject) => {
    const asked = indexedDB.open("resultatkontrakt");
    asked.onupgradeneeded = () => asked.transaction.abort();
    asked.onerror = () => (asked.error.name === "AbortError" ? resolve({}) : reject(asked.error));
    asked.onsuccess = () => {
      const store = asked.result.transaction("drafts").objectStore("drafts");
      const [keys, texts] = [store.getAllKeys(), store.getAll()];
      texts.onsuccess = () => {
        asked.result.close();
        resolve(Object.fromEntries(keys.result.map((key, at) => [key, texts.result[at]])));
      };
    };
  }));
}

/** Writes drafts, `{ key: text }`; null for one that is removed. */
export function write(page, drafts) {
  return page.evaluate((all) => new Promise((resolve, reject) => {
    const asked = indexedDB.open("resultatkontrakt", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("drafts");
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      const transaction = asked.result.transaction("drafts", "readwrite", { durability: "strict" });
      const store = transaction.objectStore("drafts");
      for (const [key, text] of Object.entries(all)) {
        if (text === null) store.delete(key);
        else store.put(text, key);
      }
      transaction.oncomplete = () => {
        asked.result.close();
        resolve();
      };
    };
  }), drafts);
}

/** Ways in which a browser does not keep what it is given, each for `page.evaluate` or `addInitScript`. */
export const REFUSALS = {
  "is full": () => {
    const full = () => { throw new DOMException("full", "QuotaExceededError"); };
    Storage.prototype.setItem = full;
    IDBObjectStore.prototype.put = full;
  },
  "is full once all was written": () => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function late(...what) {
      const request = put.apply(this, what);
      Object.defineProperty(this.transaction, "error", { value: new DOMException("full", "QuotaExceededError") });
      request.addEventListener("success", () => this.transaction.abort());
      return request;
    };
  },
  "is switched off": () => {
    for (const name of ["localStorage", "indexedDB"]) {
      Object.defineProperty(globalThis, name, { get() { throw new DOMException("denied", "SecurityError"); } });
    }
  },
  "is not there": () => {
    Object.defineProperty(globalThis, "indexedDB", { value: undefined });
  },
  "cannot be opened": () => {
    IDBFactory.prototype.open = () => { throw new DOMException("a private window", "InvalidStateError"); };
  },
  "forgets what it was given": () => {
    Storage.prototype.setItem = () => {};
    IDBObjectStore.prototype.put = function forget() { return this.count(); };
  },
};
