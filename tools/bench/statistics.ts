export interface Summary {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Null without samples. */
export function summary(samples: readonly number[]): Summary | null {
  const sorted = [...samples].sort((one, other) => one - other);
  const [least] = sorted;
  const most = sorted.at(-1);
  if (least === undefined || most === undefined) return null;
  return { median: percentile(sorted, 50), least, most };
}

/** The value that `percent` (0–100) of the samples do not exceed, interpolated linearly. NaN without samples. */
export function percentile(samples: readonly number[], percent: number): number {
  const sorted = [...samples].sort((one, other) => one - other);
  const place = ((sorted.length - 1) * percent) / 100;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
