import type { PrinterId } from '../src/domain/printer.ts';
import type { AddAnswer, Answer, Bridge, KeepSecret, Message, Requests } from '../src/ipc/contract.ts';
import { words } from './words/words.ts';

declare global {
  interface Window {
    readonly octoglance: Bridge;
  }
}

/** The requests that are answered with "done" or a message. */
type Deed = { [Name in keyof Requests]: ReturnType<Requests[Name]> extends Answer ? Name : never }[keyof Requests];

/** Asks the main process to do something. Never rejects: a request that did not get through is a message too. */
export async function ask<Name extends Exclude<Deed, 'add-printer' | 'reconnect-printer'>>(
  name: Name,
  ...args: Parameters<Requests[Name]>
): Promise<ReturnType<Requests[Name]> | Extract<Answer, { ok: false }>> {
  try {
    return await window.octoglance.request(name, ...args);
  } catch {
    return { ok: false, message: notThrough(name) };
  }
}

/** Connects a new printer (null) or connects `printer` again with what the user pasted. Never rejects. */
export async function connect(printer: PrinterId | null, pasted: string, keep: KeepSecret): Promise<AddAnswer> {
  const name = printer === null ? 'add-printer' : 'reconnect-printer';
  try {
    return printer === null
      ? await window.octoglance.request('add-printer', pasted, keep)
      : await window.octoglance.request('reconnect-printer', printer, pasted, keep);
  } catch {
    return { ok: false, message: notThrough(name), canKeepUntilQuit: false };
  }
}

/** The cause is left out: an error that came over the bridge may repeat what was sent. */
function notThrough(name: string): Message {
  return words.value.frame.notThrough(name);
}
