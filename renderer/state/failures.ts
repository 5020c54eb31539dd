import { signal } from '@preact/signals';
import type { Message } from '../../src/domain/message.ts';
import type { Answer } from '../../src/domain/results.ts';

/** Where a message about a request is shown: at a printer (its id), above the list, in the settings. */
export type MessageTarget = string;
export const listTarget: MessageTarget = 'list';
export const settingsTarget: MessageTarget = 'settings';
export const connectTarget: MessageTarget = 'connect';

export interface Failure {
  readonly message: Message;
  /** Not a real failure, such as a refresh that came too soon: shown as a subdued line. */
  readonly quiet: boolean;
}

/** The last failure at each place, until it is dismissed or the next request there. */
export const failures = signal<ReadonlyMap<MessageTarget, Failure>>(new Map());

/** Shows the message of a failed answer at `place`, replacing an older one. Returns whether the answer was ok. */
export function showFailure(place: MessageTarget, answer: Answer, quiet = false): boolean {
  dismiss(place);
  if (answer.ok) return true;
  failures.value = new Map(failures.peek()).set(place, { message: answer.message, quiet });
  return false;
}

/** Shows a subdued note at `place` about a request that succeeded. */
export function mention(place: MessageTarget, message: Message): void {
  failures.value = new Map(failures.peek()).set(place, { message, quiet: true });
}

/** Removes a subdued note once it is out of date. */
export function dismissQuiet(place: MessageTarget): void {
  if (failures.peek().get(place)?.quiet === true) dismiss(place);
}

export function dismiss(place: MessageTarget): void {
  if (!failures.peek().has(place)) return;
  const rest = new Map(failures.peek());
  rest.delete(place);
  failures.value = rest;
}
