import type { Place } from '../state/failures.ts';

/** Where messages about adding and reconnecting are shown. */
export const connectPlace: Place = 'connect';
