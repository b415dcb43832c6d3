// Takes docs/picture.png of the built page: the example of 2009 with its
// results, as a Danish reader sees it. CHROMIUM names the browser.

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deflateSync } from "node:zlib";
import { chromium } from "playwright-core";
import { BROWSER, DIST } from "../tests/e2e/browser.mjs";
import { serve } from "../tests/e2e/server.mjs";

const PICTURE = fileURLToPath(new URL("../docs/picture.png", import.meta.url));
const WIDTH = 1280;
/** The last goal of the picture, which ends below its row. */
const LAST = "product-1";

const server = await serve(DIST);
// Grey edges of letters need fewer colours than coloured ones.
const browser = await chromium.launch({ ...BROWSER, args: [...BROWSER.args, "--disable-lcd-text"] });
try {
  const taken = await picture();
  const { palette, places, height } = await inFewColours(taken);
  writeFileSync(PICTURE, png(palette, places, height));
} finally {
  await browser.close();
  await server.stop();
}

async function picture() {
  const page = await browser.newPage({
    viewport: { width: WIDTH, height: 1600 },
    locale: "da-DK",
    colorScheme: "light",
    reducedMotion: "reduce",
  });
  await page.goto(server.address);
  await page.locator("#example-ams-2009-assessed").click();
  const row = page.locator(".goal-row", { has: page.locator(`[id="open-${LAST}"]`) });
  await row.waitFor();
  await page.waitForFunction(() => [...document.fonts].some(({ family, status }) => family.includes("IBM Plex Sans") && status === "loaded"));
  await page.evaluate(() => document.activeElement?.blur());
  const { y, height } = await row.boundingBox();
  const clip = { x: 0, y: 0, width: WIDTH, height: Math.floor(y + height) };
  return page.screenshot({ animations: "disabled", clip });
}

// The 256 most frequent colours, and which of them each point has. All others
// are edges of letters, which the nearest of the 256 does for.
async function inFewColours(taken) {
  const page = await browser.newPage();
  return page.evaluate(async (base64) => {
    const file = await (await fetch(`data:image/png;base64,${base64}`)).blob();
    const image = await createImageBitmap(file);
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    const points = canvas.getImageData(0, 0, image.width, image.height).data;
    const colours = Array.from({ length: points.length / 4 }, (_, at) => points.slice(4 * at, 4 * at + 3).join());
    const counts = Map.groupBy(colours, (colour) => colour);
    const frequent = [...counts].sort(([, one], [, other]) => other.length - one.length).map(([colour]) => (
      colour.split(",").map(Number)
    ));
    const palette = frequent.slice(0, 256);
    const distance = (one, other) => one.reduce((sum, part, at) => sum + (part - other[at]) ** 2, 0);
    const nearest = (colour) => {
      const distances = palette.map((one) => distance(one, colour));
      return distances.indexOf(Math.min(...distances));
    };
    const places = new Map(frequent.map((colour) => [colour.join(), nearest(colour)]));
    return { palette, places: colours.map((colour) => places.get(colour)), height: image.height };
  }, taken.toString("base64"));
}

// A PNG file whose points are places in a palette.
function png(palette, places, height) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  const lines = Array.from({ length: height }, (_, line) => [0, ...places.slice(line * WIDTH, (line + 1) * WIDTH)]);
  const chunks = [
    ["IHDR", head],
    ["PLTE", Buffer.from(palette.flat())],
    ["IDAT", deflateSync(Buffer.from(lines.flat()), { level: 9 })],
    ["IEND", Buffer.alloc(0)],
  ];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...chunks.map(chunk)]);
}

function chunk([name, content]) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

// CRC-32, which not every Node has.
function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
