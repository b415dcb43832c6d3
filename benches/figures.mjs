// How a figure of the table is written: three digits that count, its unit, and
// the quartiles behind it.

/** A figure with three digits that count. */
export function figure(value) {
  return Number(value.toPrecision(3)).toLocaleString("en", { maximumFractionDigits: 6 });
}

/** Milliseconds. */
export const milliseconds = { of: (value) => figure(value), name: "ms" };

/** Bytes as thousands. */
export const kilobytes = { of: (value) => figure(value / 1_000), name: "KB" };

/** Bytes as millions. */
export const megabytes = { of: (value) => figure(value / 1_000_000), name: "MB" };

/** What is counted, and what has no unit. */
export const count = { of: (value) => figure(value), name: "" };

/** Points of a hundred. */
export const points = { of: (value) => figure(value), name: "of 100" };

/** A median in its unit with its quartiles; one figure where all samples are the same. */
export function spread({ low, median, high }, unit) {
  const quartiles = low === high ? "" : ` (${unit.of(low)}–${unit.of(high)})`;
  return `${unit.of(median)} ${unit.name}`.trim() + quartiles;
}
