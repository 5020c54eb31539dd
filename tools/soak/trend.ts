/** A line through samples, by least squares. */
export interface Trend {
  /** How much the line rises from the first sample to the last, in the samples' own unit. */
  readonly rise: number;
  readonly mean: number;
}

/** Samples must be evenly spaced. NaN throughout without samples. */
export function trend(samples: readonly number[]): Trend {
  const count = samples.length;
  const mean = sum(samples) / count;
  if (count < 2) return { rise: 0, mean };
  const middle = (count - 1) / 2;
  const together = sum(samples.map((sample, at) => (at - middle) * (sample - mean)));
  const spread = sum(samples.map((_, at) => (at - middle) ** 2));
  return { rise: (together / spread) * (count - 1), mean };
}

/** The second half of the samples; with an odd number, without the middle one. */
export function laterHalf<Sample>(samples: readonly Sample[]): readonly Sample[] {
  return samples.slice(Math.ceil(samples.length / 2));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
