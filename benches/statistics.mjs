// What many samples come to: a single figure on a machine that does other
// things too says little.

/** How often something is measured; a run that only tries the bench says in BENCH_ROUNDS how often at most. */
export function rounds(usual) {
  return Math.min(usual, Number(process.env.BENCH_ROUNDS ?? usual));
}

/** The median of some samples with their quartiles, and how many they are. */
export function summary(samples) {
  const sorted = samples.toSorted((one, other) => one - other);
  const last = sorted.length - 1;
  return {
    low: sorted[Math.floor(last * 0.25)],
    median: sorted[Math.round(last * 0.5)],
    high: sorted[Math.ceil(last * 0.75)],
    count: sorted.length,
  };
}

/** Samples by name, put together over many rounds; a name may say why it has none. */
export class Samples {
  #all = new Map();
  #refused = new Map();

  /** Adds one sample, or several. */
  add(name, samples) {
    this.#all.set(name, (this.#all.get(name) ?? []).concat(samples));
  }

  /** Says why there will be no more samples of this name. */
  refuse(name, why) {
    this.#refused.set(name, why);
  }

  /** The summary of a name's samples; null where it has none. */
  of(name) {
    const samples = this.#all.get(name);
    return samples?.length ? summary(samples) : null;
  }

  /**
   * How many times another name's samples a name's are: the median over the rounds, since what else the machine does slows
   * both of one round. Where rounds do not pair, of the medians; null where one of them has none.
   */
  ratio(name, other) {
    const [own, against] = [this.#all.get(name), this.#all.get(other)];
    if (!own?.length || !against?.length) return null;
    if (own.length !== against.length) return summary(own).median / summary(against).median;
    return summary(own.map((figure, round) => figure / against[round])).median;
  }

  /** Why a name has no samples, where that was said. */
  why(name) {
    return this.#refused.get(name);
  }

  /** Every name, in the order in which the first samples came. */
  names() {
    return [...this.#all.keys()];
  }
}
