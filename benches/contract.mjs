// The contract that every page opens in the measurements.

/** How many goals it has, in turn: the worked example's, a ministry's, and the most that a file may have. */
export const SIZES = [18, 200, 1_000, 10_000];

/** The text of a contract of equal goals, one point each: what the peers can work out too. */
export function contractOf(size) {
  const goals = Array.from({ length: size }, (_, index) => ({
    id: `g${index + 1}`,
    label: `Mål ${index + 1}`,
    group: "all",
    title: `Mål nummer ${index + 1}`,
    weight: 1,
    target: { kind: "at_least", value: 1000 },
  }));
  return JSON.stringify({
    format: "resultatkontrakt",
    version: 1,
    id: `bench-${size}`,
    language: "da",
    title: `${size} mål`,
    institution: "Styrelsen",
    department: "Departementet",
    period: { from: "2009-01-01", to: "2009-12-31" },
    points: { total: size, decimals: 2 },
    groups: [{ id: "all", title: "Alle mål" }],
    goals,
  });
}
