// A browser that keeps nothing: the page says so, works, and saves as a file.

import assert from "node:assert/strict";
import { REFUSALS } from "./drafts.mjs";
import { axe, start, test } from "./page.mjs";
import { enter, openExample, save, shows } from "./steps.mjs";

for (const [what, refuse] of Object.entries(REFUSALS)) {
  test(`where the storage ${what}, the page says so and saves as a file`, { open: false, survives: `storage that ${what}` }, async ({ page }) => {
    await page.addInitScript(refuse);
    await start(page);
    await openExample(page);
    await enter(page, "goal/goal-2/value", "26.210");
    await shows(page, "score-secured", "150");
    const banner = page.locator("#save-failed");
    await banner.getByText("Kladden kunne ikke gemmes i browseren").waitFor();
    assert.equal(await banner.getAttribute("role"), "alert");
    await shows(page, "file-saved", "Ikke gemt");
    await axe(page);
    await page.locator("#lang-en").click();
    await banner.getByText("The draft could not be saved in the browser").waitFor();
    const { text } = await save(page);
    assert.match(text, /"value":\s*26210\b/);
    // A file holds it now, so that nothing is lost until something is changed.
    await shows(page, "file-saved", "Saved");
    assert.equal(await banner.count(), 0);
    await enter(page, "goal/goal-2/value", "26.211");
    await banner.waitFor();
    await shows(page, "file-saved", "Not saved");
  });
}
