// Files on a disk that is not there: a browser with pickers, whose answers a
// test gives. In the page stands `globalThis.disk`:
//
//   put(name, text)     writes a file, as another program would
//   read(name)          what it holds; null where there is none
//   touch(name)         written anew with the same content
//   remove(name)        removes it
//   toOpen, toSave      the names that the pickers answer with; null is a
//                       person who closes the dialogue
//   permission          "granted", or what the person will answer: "yes", "no"
//   asked               how often they were asked
//   fault               null, "write", "close" (half-way), "lies" (it says that
//                       it wrote)
//   writes              how often a file was written to its end
//
// Chromium's own handles, of the origin's private files, stand behind it where
// a page may have such; the one file may not, and has a memory instead.

/** Gives the page a disk, before it starts. */
export async function withDisk(page, files = {}) {
  await page.addInitScript(install, files);
}

/** Calls a method of the disk, or sets a property of it. */
export const disk = {
  call: (page, method, ...rest) => page.evaluate(([name, values]) => globalThis.disk[name](...values), [method, rest]),
  set: (page, values) => page.evaluate((all) => { Object.assign(globalThis.disk, all); }, values),
  get: (page, name) => page.evaluate((key) => globalThis.disk[key], name),
};

/** The person comes back to the window. */
export async function comesBack(page) {
  await page.evaluate(() => { dispatchEvent(new Event("focus")); });
}

function install(files) {
  const isPrivate = location.protocol !== "file:" && navigator.storage?.getDirectory;
  const memory = new Map();
  let time = 1_260_000_000_000;

  const control = {
    toOpen: Object.keys(files).slice(0, 1),
    toSave: null,
    permission: "granted",
    asked: 0,
    fault: null,
    writes: 0,
    async put(name, text) {
      if (!isPrivate) memory.set(name, { text, time: time += 1000 });
      else await write(await own(name, true), text);
    },
    async read(name) {
      if (!isPrivate) return memory.get(name)?.text ?? null;
      const handle = await own(name).catch(() => null);
      return handle ? (await handle.getFile()).text() : null;
    },
    async touch(name) {
      await control.put(name, await control.read(name));
    },
    async remove(name) {
      if (!isPrivate) memory.delete(name);
      else await (await navigator.storage.getDirectory()).removeEntry(name);
    },
    handle: (name, create) => (isPrivate ? own(name, create).then(ruled) : Promise.resolve(ruled(inMemory(name, create)))),
  };
  globalThis.disk = control;
  const ready = Promise.all(Object.entries(files).map(([name, text]) => control.put(name, text)));

  globalThis.showOpenFilePicker = async () => {
    await ready;
    return Promise.all((control.toOpen ?? aborted()).map((name) => control.handle(name)));
  };
  globalThis.showSaveFilePicker = async ({ suggestedName }) => {
    await ready;
    control.suggested = suggestedName;
    return control.handle(control.toSave ?? aborted(), true);
  };

  function aborted() {
    throw new DOMException("The user aborted a request.", "AbortError");
  }

  async function own(name, create = false) {
    return (await navigator.storage.getDirectory()).getFileHandle(name, { create });
  }

  async function write(handle, text) {
    const stream = await handle.createWritable();
    await stream.write(text);
    await stream.close();
  }

  function inMemory(name, create) {
    const there = () => memory.get(name) ?? (() => { throw new DOMException("gone", "NotFoundError"); })();
    if (create) memory.set(name, { text: "", time: time += 1000 });
    return {
      kind: "file",
      name,
      async getFile() {
        const { text, time: lastModified } = there();
        return new File([text], name, { lastModified });
      },
      async createWritable() {
        there();
        let text = "";
        return {
          async write(bytes) { text += new TextDecoder().decode(bytes); },
          async close() { memory.set(name, { text, time: time += 1000 }); },
          async abort() {},
        };
      },
    };
  }

  // The handle as the test wants it to behave.
  function ruled(handle) {
    let answered = false;
    const rules = {
      queryPermission: async () => (control.permission === "granted" || answered ? "granted" : "prompt"),
      requestPermission: async () => {
        control.asked += 1;
        answered = control.permission === "yes";
        return answered ? "granted" : "denied";
      },
      createWritable: async () => {
        const stream = await handle.createWritable();
        return {
          write: async (bytes) => {
            if (control.fault === "write") {
              await stream.write(bytes.slice(0, bytes.length / 2));
              throw new DOMException("no room", "QuotaExceededError");
            }
            await stream.write(control.fault === "lies" ? bytes.slice(0, bytes.length - 1) : bytes);
          },
          close: async () => {
            if (control.fault === "close") {
              await stream.abort();
              throw new DOMException("the share is gone", "InvalidStateError");
            }
            await stream.close();
            control.writes += 1;
          },
          abort: async () => stream.abort().catch(() => {}),
        };
      },
    };
    return new Proxy(handle, {
      get: (target, key) => rules[key] ?? (typeof target[key] === "function" ? target[key].bind(target) : target[key]),
    });
  }
}
