// W3C WebDriver, the part of it that the tests need: each command by name, over HTTP to a driver beside the browser, or
// over Firefox's own Marionette, which takes the same commands without one.

import { connect } from "node:net";
import { LIMIT } from "../e2e/until.mjs";

/** What W3C calls an element's reference. */
export const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** Where HTTP has each command: `{id}` is the element that it is about. */
const PATHS = {
  Back: ["POST", "/back"],
  CloseWindow: ["DELETE", "/window"],
  ElementClick: ["POST", "/element/{id}/click"],
  ElementSendKeys: ["POST", "/element/{id}/value"],
  ExecuteAsyncScript: ["POST", "/execute/async"],
  FindElements: ["POST", "/elements"],
  GetWindowHandles: ["GET", "/window/handles"],
  Navigate: ["POST", "/url"],
  NewWindow: ["POST", "/window/new"],
  PerformActions: ["POST", "/actions"],
  Refresh: ["POST", "/refresh"],
  SetTimeouts: ["POST", "/timeouts"],
  SetWindowRect: ["POST", "/window/rect"],
  SwitchToWindow: ["POST", "/window"],
  TakeScreenshot: ["GET", "/screenshot"],
};

/** The commands of a driver that listens on this port of the machine. */
export async function overHttp(port, capabilities) {
  const home = `http://127.0.0.1:${port}/session`;
  const { sessionId } = await asked(home, "POST", { capabilities: { alwaysMatch: capabilities } });
  return {
    send: (name, parameters = {}) => {
      const [method, path] = PATHS[name];
      const { id, ...rest } = parameters;
      return asked(`${home}/${sessionId}${path.replace("{id}", id)}`, method, rest);
    },
    end: () => asked(`${home}/${sessionId}`, "DELETE").catch(() => {}),
  };
}

async function asked(url, method, body) {
  const response = await fetch(url, {
    method,
    headers: { "Content-Type": "application/json", Connection: "close" },
    body: method === "POST" ? JSON.stringify(body) : undefined,
    // A browser that hangs fails, and does not keep the others waiting.
    signal: AbortSignal.timeout(LIMIT),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** The commands of a Firefox whose Marionette listens on this port of the machine. */
export async function overMarionette(port, capabilities) {
  const socket = connect(port, "127.0.0.1");
  const waiting = new Map();
  let last = 0;
  let received = Buffer.alloc(0);
  const failed = (error) => { for (const { reject } of waiting.values()) reject(error); };
  socket.on("error", failed);
  socket.on("close", () => failed(new Error("Firefox has gone")));
  socket.on("data", (part) => {
    received = Buffer.concat([received, part]);
    for (;;) {
      // Each message has its length in bytes before it: `2:{}`.
      const colon = received.indexOf(":");
      const length = Number(received.subarray(0, Math.max(colon, 0)));
      if (colon < 1 || received.length < colon + 1 + length) return;
      const message = JSON.parse(received.subarray(colon + 1, colon + 1 + length));
      received = received.subarray(colon + 1 + length);
      if (!Array.isArray(message)) continue; // how it introduces itself
      const [, id, error, result] = message;
      const { resolve, reject } = waiting.get(id);
      waiting.delete(id);
      if (error) reject(new Error(`${error.error}: ${error.message}`));
      else resolve(result !== null && Object.hasOwn(result, "value") ? result.value : result);
    }
  });
  const send = (name, parameters = {}) => new Promise((resolve, reject) => {
    const id = last += 1;
    const text = JSON.stringify([0, id, `WebDriver:${name}`, parameters]);
    const hangs = setTimeout(() => reject(new Error(`${name} was never answered`)), LIMIT);
    const ended = (how) => (what) => {
      clearTimeout(hangs);
      how(what);
    };
    waiting.set(id, { resolve: ended(resolve), reject: ended(reject) });
    socket.write(`${Buffer.byteLength(text)}:${text}`);
  });
  await send("NewSession", capabilities);
  return {
    send,
    end: async () => socket.destroy(),
  };
}
