/** A message for people: what happened, what it means and the one thing to do; the number in small print. */
export interface Message {
  readonly title: string;
  readonly text: string;
  /** "OctoEverywhere code 604", or null. */
  readonly smallPrint: string | null;
}
