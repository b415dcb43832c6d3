// Worked example 1, AMS 2009 at the year's end, typed in by keyboard alone:
// every figure as the calculation's description has it, in both languages.

import { focused, press, showAll, tabTo } from "./steps.mjs";

// In the order of the page, so that the Tab key leads from one to the next.
// Mål 1, 3, 4, 5 and produktkrav 12 stay without a result.
const RESULTS = [
  // A day that comes after this one would be a forecast.
  ["as-of", "15.01.2010"],
  ["goal/goal-2/value", "26.210"],
  ["goal/product-1/date", "20.11.2009"],
  ["goal/product-2/points", "120"],
  ["goal/product-2/reason", "Overgangen kostede aktivitet."],
  ["goal/product-3/date", "15/12-2009"],
  ["goal/product-4/concept/date", "20.06.2009"],
  ["goal/product-4/live/date", "2010-01-12"],
  ["goal/product-5/date", "31.03.2009"],
  ["goal/product-6/date", "02.10.2009"],
  ["goal/product-7/date", "30.06.2009"],
  ["goal/product-8/baseline", "3,7"],
  ["goal/product-8/value", "3,9"],
  ["goal/product-9/june/date", "25.06.2009"],
  ["goal/product-9/december/date", "17.12.2009"],
  ["goal/product-9/recruitment/done", "yes"],
  ["goal/product-9/overview/done", "yes"],
  ["goal/product-10/date", "01.12.2009"],
  ["goal/product-11/date", "01.07.2009"],
  ["goal/product-13/date", "01.08.2009"],
];

const SCORE = {
  "score-secured": "495",
  "score-lost": "105",
  "score-open": "400",
  "score-total": "af 1.000 point",
};

const IN_DANISH = {
  ...SCORE,
  "pay-institution": "346,50–626,50",
  "pay-individual": "240,00",
  "pay-points": "586,50–866,50",
  "pay-points-formula": "(346,50–626,50) + 240,00 af 1.000 = 0,5865–0,8665",
  "pay-fraction": "58,65–86,65 %",
  "pay-base": "1.150.000,00 kr.",
  "pay-full": "172.500,00 kr.",
  "pay-full-formula": "1.150.000,00 × 15 %",
  "pay-earned": "101.171,25–149.471,25 kr.",
  "pay-payable": "50.169,85–74.121,36 kr.",
  "pay-holiday": "752,55–1.111,82 kr.",
};

const IN_ENGLISH = {
  "score-secured": "495",
  "score-lost": "105",
  "score-open": "400",
  "score-total": "of 1,000 points",
  "pay-institution": "346.50–626.50",
  "pay-individual": "240.00",
  "pay-points": "586.50–866.50",
  "pay-points-formula": "(346.50–626.50) + 240.00 of 1,000 = 0.5865–0.8665",
  "pay-fraction": "58.65–86.65%",
  "pay-base": "DKK 1,150,000.00",
  "pay-full": "DKK 172,500.00",
  "pay-full-formula": "1,150,000.00 × 15%",
  "pay-earned": "DKK 101,171.25–149,471.25",
  "pay-payable": "DKK 50,169.85–74,121.36",
  "pay-holiday": "DKK 752.55–1,111.82",
};

// With a reduction of ten percent before the pro-rating.
const REDUCED_IN_ENGLISH = {
  "pay-earned": "DKK 101,171.25–149,471.25",
  "pay-adjusted": "DKK 91,054.13–134,524.13",
  "pay-payable": "DKK 45,152.87–66,709.23",
};

const REDUCED_IN_DANISH = {
  "pay-earned": "101.171,25–149.471,25 kr.",
  "pay-adjusted": "91.054,13–134.524,13 kr.",
  "pay-adjusted-formula": "Nedsættelse: −10 %",
  "pay-payable": "45.152,87–66.709,23 kr.",
};

/** Types it in on the page's start, and waits for each figure. */
export async function typeWorkedExample(page) {
  await press(page, "example-ams-2009");
  await showAll(page, { "score-secured": "0", "score-lost": "0", "score-open": "1.000" });

  await press(page, "chip-name", { back: true });
  for (const [field, text] of RESULTS) await fill(page, field, text);
  await page.keyboard.press("Tab");
  await showAll(page, SCORE);

  await press(page, "place-resultatloen", { back: true });
  await fill(page, "overall", "240");
  await press(page, "add-base-line");
  await focused(page, "base/0/title");
  await fill(page, "base/0/value", "1.150.000");
  await fill(page, "max-percent", "15");
  await fill(page, "left-on", "30.06.2009");
  await fill(page, "holiday-percent", "1,5");
  await page.keyboard.press("Tab");
  await showAll(page, IN_DANISH);

  await press(page, "lang-en", { back: true });
  await showAll(page, IN_ENGLISH);

  await press(page, "add-adjustment");
  await focused(page, "adjustment-value");
  await fill(page, "adjustment-value", "-10");
  await fill(page, "adjustment-reason", "Sygefraværet faldt ikke.");
  await page.keyboard.press("Tab");
  await showAll(page, REDUCED_IN_ENGLISH);
  await press(page, "lang-da", { back: true });
  await showAll(page, REDUCED_IN_DANISH);
}

// A choice is made with the space bar, as on any page; the rest is typed.
async function fill(page, field, text) {
  await tabTo(page, field);
  if (text === "yes") await page.keyboard.press("Space");
  else await page.keyboard.type(text);
}
