// Worked example 1 comes out to the øre.

import { test } from "./page.mjs";
import { typeWorkedExample } from "./worked_example.mjs";

test("worked example 1 comes out to the øre, typed in by keyboard alone", ({ page }) => typeWorkedExample(page));
