import { fieldIn, fieldsOf, isObject, textIn, wholeNumberIn } from './fields.ts';

/** What Gadget does for a printer now. */
export type GadgetActivity = 'off-for-account' | 'off-for-print' | 'idle' | 'watching' | 'paused-print';

export interface GadgetState {
  readonly activity: GadgetActivity;
  /** In its own words; null when it says nothing, or is not watching. */
  readonly words: string | null;
  /** 1 (failing) to 10 (fine); null when it is not watching. */
  readonly rating: number | null;
}

const activities: readonly GadgetActivity[] = ['off-for-account', 'off-for-print', 'idle', 'watching', 'paused-print'];

/**
 * Takes an answer of `GetStatusFromAppConnection` apart (API §6), flat or in a `Result`; any value. What it says of its
 * rating holds only while it watches. Null when it is none. Never throws.
 */
export function parseGadgetState(body: unknown): GadgetState | null {
  const reported = fieldsOf(body);
  const inner = fieldIn(reported, 'Result');
  const state = fieldsOf(isObject(inner) ? inner : reported);
  const activity = activities[wholeNumberIn(state, 'State', 0, activities.length - 1) ?? -1];
  if (activity === undefined) return null;
  const isWatching = activity === 'watching';
  return {
    activity,
    words: isWatching ? textIn(state, 'Status') : null,
    rating: isWatching ? wholeNumberIn(state, 'Rating', 1, 10) : null,
  };
}
