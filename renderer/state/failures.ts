import { signal } from '@preact/signals';
import type { Message } from '../../src/domain/message.ts';
import type { Answer } from '../../src/domain/results.ts';

/** Where a message about a request is shown: at a printer (its id), at the head of the list, in the settings. */
export type MessageTarget = string;
export const listPlace: MessageTarget = 'list';
export const settingsPlace: MessageTarget = 'settings';
export const connectPlace: MessageTarget = 'connect';

export interface Failure {
  readonly message: Message;
  /** Nothing went wrong really, such as a refresh asked for too soon: said in passing. */
  readonly quiet: boolean;
}

/** The last failed request of each place, until it is dismissed or the next request there. */
export const failures = signal<ReadonlyMap<MessageTarget, Failure>>(new Map());

/** Shows the message of an answer that is not ok at `place`, and takes an older one away. Returns whether it was ok. */
export function showFailure(place: MessageTarget, answer: Answer, quiet = false): boolean {
  dismiss(place);
  if (answer.ok) return true;
  failures.value = new Map(failures.peek()).set(place, { message: answer.message, quiet });
  return false;
}

/** Says in passing at `place` what is worth knowing of a request that went through. */
export function mention(place: MessageTarget, message: Message): void {
  failures.value = new Map(failures.peek()).set(place, { message, quiet: true });
}

/** Takes away what was only said in passing, once it is out of date. */
export function dismissQuiet(place: MessageTarget): void {
  if (failures.peek().get(place)?.quiet === true) dismiss(place);
}

export function dismiss(place: MessageTarget): void {
  if (!failures.peek().has(place)) return;
  const rest = new Map(failures.peek());
  rest.delete(place);
  failures.value = rest;
}
