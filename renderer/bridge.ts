import type { Bridge, Refusal, Requests } from '../src/contract/contract.ts';
import type { Message } from '../src/domain/message.ts';
import type { PrinterId } from '../src/domain/printer.ts';
import type { AddResult, KeepSecret, RequestResult } from '../src/domain/results.ts';
import { messages } from './messages.ts';

declare global {
  interface Window {
    readonly octoglance: Bridge;
  }
}

/** The requests whose answer is "done" or a message. */
type ActionRequest = {
  [Name in keyof Requests]: ReturnType<Requests[Name]> extends RequestResult ? Name : never;
}[keyof Requests];

/** Sends a request to the main process. Never rejects: a request that fails returns a message. */
export async function ask<Name extends Exclude<ActionRequest, 'add-printer' | 'reconnect-printer'>>(
  name: Name,
  ...args: Parameters<Requests[Name]>
): Promise<ReturnType<Requests[Name]> | Extract<RequestResult, { ok: false }>> {
  try {
    return await window.octoglance.request(name, ...args);
  } catch (error) {
    return { ok: false, message: notDone(name, error) };
  }
}

/** Connects a new printer (null) or reconnects `printer` with what the user pasted. Never rejects. */
export async function connect(printer: PrinterId | null, pasted: string, keep: KeepSecret): Promise<AddResult> {
  const name = printer === null ? 'add-printer' : 'reconnect-printer';
  try {
    return printer === null
      ? await window.octoglance.request('add-printer', pasted, keep)
      : await window.octoglance.request('reconnect-printer', printer, pasted, keep);
  } catch (error) {
    return { ok: false, message: notDone(name, error), canKeepUntilQuit: false };
  }
}

/** Only refusals that the user can do something about have a message of their own. */
function notDone(name: string, error: unknown): Message {
  const { printerGone, tooOften, notThrough } = messages.value.frame;
  const refusal = error instanceof Error ? (error.message as Refusal) : 'failed';
  if (refusal === 'unknown-printer') return printerGone;
  return refusal === 'too-often' ? tooOften : notThrough(name);
}
