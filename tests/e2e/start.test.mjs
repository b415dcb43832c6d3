// The page starts, is accessible, and keeps to itself.

import assert from "node:assert/strict";
import { DIST } from "./browser.mjs";
import { axe, test, until } from "./page.mjs";
import { serve } from "./server.mjs";

// Waits for the page's own letters, which come once it is drawn.
const lettered = (page) => until(() => page.evaluate(() => {
  const own = [...document.fonts].filter(({ family }) => family.includes("IBM Plex Sans"));
  return own.length > 0 && own.every(({ status }) => status === "loaded");
}));

test("the start page has one main heading", async ({ page }) => {
  assert.equal(await page.locator("h1:visible").count(), 1);
  assert.equal(await page.locator("html").getAttribute("lang"), "da");
  await axe(page);
});

test("the start page is accessible on a dark screen", { context: { colorScheme: "dark" } }, async ({ page }) => {
  await axe(page);
});

test("letters and signs are set in the page's own font", async ({ page, context }) => {
  await page.locator("#app").evaluate((app) => {
    app.innerText = "Mål ≤ 26.675 ✓";
    app.id = "sample";
  });
  await lettered(page);
  const browser = await context.newCDPSession(page);
  await browser.send("DOM.enable");
  await browser.send("CSS.enable");
  const { root } = await browser.send("DOM.getDocument");
  const { nodeId } = await browser.send("DOM.querySelector", { nodeId: root.nodeId, selector: "#sample" });
  const { fonts } = await browser.send("CSS.getPlatformFontsForNode", { nodeId });
  assert.deepEqual([...new Set(fonts.map((font) => font.familyName))], ["IBM Plex Sans"]);
  assert.ok(fonts.every((font) => font.isCustomFont));
});

test("after it has loaded, the page asks for nothing", async ({ page }) => {
  await lettered(page);
  await page.waitForLoadState("networkidle");
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.locator("#app h1").first().evaluate((heading) => { heading.textContent = "≤ → ✓"; });
  await page.keyboard.press("Tab");
  await page.waitForLoadState("networkidle");
  assert.deepEqual(asked, []);
});

test("a script that is not the page's own is refused", { broken: true }, async ({ page }) => {
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    try {
      script.textContent = "globalThis.planted = true";
      document.head.append(script);
    } catch {
      // Trusted types refuse the text before the policy refuses the script.
    }
    return globalThis.planted === true;
  });
  assert.equal(ran, false);
});

test("data that is sent to another address does not leave", { broken: true }, async ({ page, complaints }) => {
  const sent = await page.evaluate(() => fetch("http://localhost:9/", { method: "POST", body: "løn" })
    .then(() => true, () => false));
  assert.equal(sent, false);
  await until(() => complaints.some((text) => text.startsWith("policy: connect-src")));
  assert.ok(!complaints.some((text) => text.startsWith("request:")));
});

test("the page works under any path", { open: false, broken: true }, async ({ page, complaints }) => {
  const elsewhere = await serve(DIST, "/department/contracts/");
  try {
    await page.goto(elsewhere.address);
    await page.locator("#app h1").first().waitFor();
    await page.evaluate(() => document.fonts.ready);
    assert.deepEqual(complaints.filter((text) => !text.startsWith(`request: ${elsewhere.address}`)), []);
  } finally {
    await elsewhere.stop();
  }
});
