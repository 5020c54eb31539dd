import { record, type Sighting, type Watched, watched } from '../../../src/domain/record-sighting.ts';
import { MINUTE } from '../../../src/domain/time.ts';

export const start = Date.UTC(2026, 5, 1);
export const mergeGap = 3 * MINUTE;

export const connected = (lastConnectedAt: number | null, lastDisconnectedAt: number | null = null): Sighting => ({
  connected: true,
  lastConnectedAt,
  lastDisconnectedAt,
});
export const gone = (lastDisconnectedAt: number | null, lastConnectedAt: number | null = null): Sighting => ({
  connected: false,
  lastConnectedAt,
  lastDisconnectedAt,
});

/** Records sightings in order; returns [state, from, to] in minutes from the start. */
export function outcomeOf(...sightings: readonly (readonly [at: number, sighting: Sighting])[]) {
  const { history } = sightings.reduce<Watched>(
    (known, [at, sighting]) => record(known, sighting, start + at * MINUTE, mergeGap),
    watched([]),
  );
  return history.map(({ state, from, to }) => [state, (from - start) / MINUTE, (to - start) / MINUTE]);
}

export const at = (minutes: number) => start + minutes * MINUTE;
