import { formatDuration } from '../format.ts';
import { messages } from '../messages.ts';

/** Polling intervals to choose from, in seconds: 30 s to 60 min. */
export const pollChoices: readonly number[] = [30, 60, 120, 300, 600, 900, 1800, 3600];

/** How long a disconnection lasts before it is reported, in seconds: immediately to 30 min. */
export const graceChoices: readonly number[] = [0, 30, 60, 90, 120, 300, 600, 900, 1800];

export interface LengthChoice {
  readonly seconds: number;
  readonly text: string;
}

/** The choices in order with their labels; includes the current value even if it is an unusual one. */
export function lengthChoices(usual: readonly number[], present: number): readonly LengthChoice[] {
  return [...new Set([...usual, present])]
    .sort((one, other) => one - other)
    .map((seconds) => ({
      seconds,
      text: seconds === 0 ? messages.value.measures.atOnce : formatDuration(seconds * 1_000),
    }));
}
