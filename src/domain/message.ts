/** A message for the user: what happened, what it means and what to do; any error code is in the small print. */
export interface Message {
  readonly title: string;
  readonly text: string;
  /** "OctoEverywhere code 604", or null. */
  readonly smallPrint: string | null;
}
