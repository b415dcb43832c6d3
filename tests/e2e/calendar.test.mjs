// Deadlines go out as a calendar file.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "./page.mjs";
import { at, goTo, openExample } from "./steps.mjs";

test("deadlines go out as a calendar with the reminder that was chosen", async ({ page }) => {
  await openExample(page);
  await goTo(page, "kontrakt");
  const taken = async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), at(page, "calendar-file").click()]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  };
  const { name: usual, text: reminded } = await taken();
  assert.equal(usual, "ams-2009-frister.ics");
  assert.match(reminded, /^BEGIN:VCALENDAR\r\n/);
  const events = reminded.split("BEGIN:VEVENT").length - 1;
  assert.ok(events > 5, `${events} events`);
  assert.equal(reminded.split("TRIGGER:-P13DT15H").length - 1, events);
  await at(page, "calendar-notice").selectOption("7");
  assert.equal((await taken()).text.split("TRIGGER:-P6DT15H").length - 1, events);
  await at(page, "calendar-notice").selectOption("");
  assert.ok(!(await taken()).text.includes("VALARM"));
});
