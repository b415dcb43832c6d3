// A contract of so many goals that only some are in the page at a time.

/** How many goals there are under each heading, and in all with those under none. */
export const EACH = 90;
export const GOALS = 200;

const HEADINGS = ["drift", "udvikling"];

/** Their ids, in the order of the page. */
export const IDS = Array.from({ length: GOALS }, (_, index) => `g${index + 1}`);

/** The text of the contract. */
export const LIST = JSON.stringify({
  format: "resultatkontrakt",
  version: 1,
  id: "lang-liste",
  language: "da",
  title: "Mange mål",
  institution: "Styrelsen",
  department: "Departementet",
  period: { from: "2009-01-01", to: "2009-12-31" },
  points: { total: GOALS, decimals: 2 },
  groups: HEADINGS.map((id) => ({ id, title: `Området ${id}` })),
  goals: IDS.map((id, index) => ({
    id,
    label: `Mål ${index + 1}`,
    ...HEADINGS[Math.floor(index / EACH)] && { group: HEADINGS[Math.floor(index / EACH)] },
    title: `Opgave nummer ${index + 1} løses til tiden`,
    weight: 1,
    // A row of another height now and then.
    ...index % 7 === 3
      ? { target: { kind: "all_of", parts: ["a", "b"].map((part) => ({ id: part, title: `Del ${part}`, kind: "at_least", value: 10 })) } }
      : { target: { kind: "at_least", value: 1000 } },
  })),
});
