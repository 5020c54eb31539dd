import { fieldIn, fieldsOf, isObject, textIn, wholeNumberIn } from './fields.ts';

/** What Gadget is doing for a printer. */
export type GadgetActivity = 'off-for-account' | 'off-for-print' | 'idle' | 'watching' | 'paused-print';

export interface GadgetState {
  readonly activity: GadgetActivity;
  /** Its own text; null without one, or when it is not watching. */
  readonly words: string | null;
  /** 1 (failing) to 10 (fine); null when it is not watching. */
  readonly rating: number | null;
}

const activities: readonly GadgetActivity[] = ['off-for-account', 'off-for-print', 'idle', 'watching', 'paused-print'];

/**
 * Parses a response of the Gadget Status API (https://docs.octoeverywhere.com/app-connections/apis/gadget-status/),
 * flat or in a `Result`; accepts any value. The rating is valid only while Gadget is watching. Returns null for
 * anything else. Never throws.
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
