import { signal } from '@preact/signals';
import type { Message } from '../../src/domain/message.ts';
import type { RequestResult } from '../../src/domain/results.ts';
import { announceMessage } from './announcements.ts';

/** Where a message about a request is shown: at a printer (its id), above the list, next to a control. */
export type MessageTarget = string;
export const listTarget: MessageTarget = 'list';
export const connectTarget: MessageTarget = 'connect';

export interface Failure {
  readonly message: Message;
  /** Not a real failure, such as a refresh that came too soon: shown as a subdued line. */
  readonly quiet: boolean;
}

/** The last failure at each place, until it is dismissed or the next request there. */
export const failures = signal<ReadonlyMap<MessageTarget, Failure>>(new Map());

/** Shows and announces a failed request's message at `target`, replacing an older one. Returns whether it succeeded. */
export function showFailure(target: MessageTarget, result: RequestResult, quiet = false): boolean {
  dismiss(target);
  if (result.ok) return true;
  failures.value = new Map(failures.peek()).set(target, { message: result.message, quiet });
  announceMessage(result.message);
  return false;
}

/** Shows and announces a subdued note at `target` about a request that succeeded. */
export function mention(target: MessageTarget, message: Message): void {
  failures.value = new Map(failures.peek()).set(target, { message, quiet: true });
  announceMessage(message);
}

/** Removes a subdued note once it is out of date. */
export function dismissQuiet(target: MessageTarget): void {
  if (failures.peek().get(target)?.quiet === true) dismiss(target);
}

export function dismiss(target: MessageTarget): void {
  if (!failures.peek().has(target)) return;
  const rest = new Map(failures.peek());
  rest.delete(target);
  failures.value = rest;
}
