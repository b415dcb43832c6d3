// What is wrong with a place as it stands: axe's rules, and whether the page
// scrolls sideways.

import { violations } from "./page.mjs";
import { settles } from "./steps.mjs";

/** What is wrong with the place that is shown, in one language and the other. */
export async function look(page, place) {
  const found = [];
  for (const lang of ["da", "en"]) {
    await page.locator(`#lang-${lang}`).click();
    await settles(() => page.locator("html").getAttribute("lang"), lang);
    found.push(...(await lookOnce(page)).map((what) => ({ place, lang, what })));
  }
  return found;
}

/** What is wrong with the place that is shown, in the language that it is in. */
export async function lookOnce(page) {
  // Parts of a paper that are out of sight have a height that is guessed. Axe would find what is longer outside of the sheet.
  await page.evaluate(() => {
    for (const part of document.querySelectorAll(".paper__part")) part.style.contentVisibility = "visible";
  });
  return [...await violations(page), ...await tooWide(page)];
}

// The page itself must not scroll sideways; a wide table may, within the page.
async function tooWide(page) {
  return page.evaluate(() => {
    if (document.scrollingElement.scrollWidth <= innerWidth) return [];
    const past = [...document.querySelectorAll("#app *")].filter((element) => (
      element.getBoundingClientRect().right > innerWidth && !element.closest(".scroll")
    ));
    return [`past the edge: ${past.slice(0, 5).map((element) => `${element.localName}.${element.className}`).join(", ")}`];
  });
}
