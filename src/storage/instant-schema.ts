import * as v from 'valibot';

/**
 * A time in a file, UTC. JavaScript's dates end at 8.64e15 ms; the rest is room for the difference between two clocks,
 * by which stored times are shifted before they become dates.
 */
export const instantSchema = v.pipe(v.number(), v.minValue(-8e15), v.maxValue(8e15));
