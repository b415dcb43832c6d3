// What is painted before the page's code is there: it looks as the page will, nothing moves when the page comes alive,
// and nothing that was done before is lost.

import assert from "node:assert/strict";
import { axe, test, until } from "./page.mjs";
import { CONTRACT, at, enter, focused, holds, kept, openExample } from "./steps.mjs";

const FIGURE = "goal/goal-2/value";
const SERVED = { open: false, ways: ["root", "path"] };
const CALLED = "?contract=ams-2009";
const SIZES = [{ width: 1280, height: 800 }, { width: 390, height: 800 }];

// Holds the page's code back until what is returned is called. Contracts are beside the page.
async function heldBack(page) {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route(/\.wasm$/, (route) => held.then(() => route.continue()));
  await page.route("**/contracts/**", (route) => route.fulfill({ body: CONTRACT }));
  await page.addInitScript(() => {
    globalThis.moved = [];
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries()) {
        globalThis.moved.push({ value, sources: sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.textContent) });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  return release;
}

const alive = (page) => page.locator("#app h1").first().waitFor();
const moved = (page) => page.evaluate(() => new Promise((resolve) => {
  // What moves in a frame is told after it.
  requestAnimationFrame(() => setTimeout(() => resolve(globalThis.moved), 200));
}));

// Each text of the start and the button or heading that says it, with its place.
const seen = (page, root) => page.evaluate((root) => [...document.querySelectorAll(`${root} :is(h1, h2, p, button, a, .ways-list__what)`)]
  .filter((element) => element.checkVisibility() && !element.closest(".skipnav, [role=status], footer") && element.textContent !== "")
  .map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return `${element.localName} ${element.textContent} ${[x, y, width, height].map(Math.round)}`;
  }), root);

for (const locale of ["da-DK", "en-GB"]) {
  for (const viewport of SIZES) {
    const name = `${locale}, ${viewport.width} pixels`;
    const options = { ...SERVED, context: { locale, viewport } };

    test(`the start is painted as it will be, and nothing moves when it comes alive (${name})`, options, async ({ page, address }) => {
      const release = await heldBack(page);
      await page.route("**/fonts.css", (route) => route.fulfill({ contentType: "text/css", body: "" }));
      await page.goto(address);
      await page.locator("#shell h1").waitFor();
      assert.equal(await page.locator("html").getAttribute("lang"), locale.slice(0, 2));
      assert.equal(await page.locator("#shell").getAttribute("aria-busy"), "true");
      assert.equal(await page.locator("h1:visible").count(), 1);
      await axe(page);
      const before = await seen(page, "#shell");
      assert.ok(before.length > 20, before.join("\n"));
      release();
      await alive(page);
      assert.deepEqual(await seen(page, "#app"), before);
      assert.equal(await page.locator("#shell").count(), 0);
      assert.deepEqual(await moved(page), []);
    });

    test(`the frame of the results is painted before them, and nothing moves when they come (${name})`, options, async ({ page, address }) => {
      const release = await heldBack(page);
      await page.route("**/fonts.css", (route) => route.fulfill({ contentType: "text/css", body: "" }));
      await page.goto(`${address}${CALLED}`);
      await page.locator("#shell", { hasText: "ams-2009" }).waitFor();
      assert.equal(await page.locator("h1:visible").count(), 1);
      assert.equal(await page.locator("#shell #choose-file").count(), 0);
      await axe(page);
      release();
      await at(page, FIGURE).waitFor();
      assert.deepEqual(await moved(page), []);
    });
  }
}

test("the page's own letters come in together, and next to nothing moves", SERVED, async ({ page, address }) => {
  (await heldBack(page))();
  await page.addInitScript(() => {
    // How many letter forms are in use at the beginning of each frame.
    globalThis.letters = new Set();
    const look = () => {
      globalThis.letters.add([...document.fonts].filter(({ family, status }) => family.includes("IBM Plex Sans") && status === "loaded").length);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  for (const query of ["", CALLED]) {
    await page.goto(`${address}${query}`);
    await until(() => page.evaluate(() => globalThis.letters.has(4)));
    assert.deepEqual(await page.evaluate(() => [...globalThis.letters].filter((some) => some !== 0 && some !== 4)), []);
    const sum = (await moved(page)).reduce((all, { value }) => all + value, 0);
    assert.ok(sum < 0.02, `${sum}`);
  }
});

test("the contract is asked for while the code comes, once, and little else before a result can be entered", SERVED, async ({ page, address }) => {
  const release = await heldBack(page);
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname.split("/").at(-1)));
  await page.goto(`${address}${CALLED}`);
  await until(() => asked.includes("ams-2009.json"));
  release();
  await at(page, FIGURE).waitFor();
  assert.equal(asked.filter((name) => name === "ams-2009.json").length, 1);
  // Letters, further code and the copy for later are asked for once the page is drawn.
  const first = asked.filter((name) => !/^fonts|\.woff2$|^offline|^service-worker|^icon|^rest-|^start-|^chunk_/.test(name));
  assert.ok(first.length <= 5, first.join(", "));
});

test("what is clicked before the page is alive happens once it is", SERVED, async ({ page, address }) => {
  const release = await heldBack(page);
  await page.goto(address);
  await page.locator("#shell #lang-en").click();
  await page.locator("#shell #example-ams-2009").click();
  release();
  await page.locator(".place-heading", { hasText: "Results" }).waitFor();
  await holds(page, FIGURE, "");
});

test("a key that was pressed before the page is alive leaves the focus where it led", SERVED, async ({ page, address }) => {
  const release = await heldBack(page);
  await page.goto(address);
  await page.locator("#shell #example-ams-2003").focus();
  release();
  await alive(page);
  await focused(page, "example-ams-2003");
});

test("a file that is dropped before the page is alive is opened", SERVED, async ({ page, address }) => {
  const release = await heldBack(page);
  await page.goto(address);
  const taken = await page.locator("#shell h1").evaluate((heading, text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "ams.json", { type: "application/json" }));
    return !heading.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, CONTRACT);
  assert.ok(taken, "the browser would have left the page for the file");
  release();
  await holds(page, FIGURE, "");
});

test("who has a draft does not read that there is none, and who goes on with one sees no start", { ...SERVED, broken: true, context: { serviceWorkers: "block" } }, async ({ page, address }) => {
  (await heldBack(page))();
  await page.goto(address);
  await alive(page);
  await openExample(page);
  await enter(page, FIGURE, "26.210");
  await kept(page);
  const release = await heldBack(page);
  await page.goto("about:blank");
  await page.goto(address);
  await page.locator("#shell h1").waitFor();
  assert.equal(await page.locator("#shell").getByText("Der er ingen kladder").count(), 0);
  release();
  await page.locator("#drafts").waitFor();
  const again = await heldBack(page);
  await page.evaluate(() => sessionStorage.setItem("resultatkontrakt:resume", localStorage.getItem(Object.keys(localStorage).find((key) => key.startsWith("resultatkontrakt:keeper:")))));
  await page.reload();
  await page.locator("#shell .top-bar").waitFor();
  assert.equal(await page.locator("#shell h1").count(), 0);
  again();
  await holds(page, FIGURE, "26.210");
});
