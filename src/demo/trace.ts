import type { Settings } from '../domain/settings.ts';
import type { PrintEvent } from './prints/print-events.ts';

/** What happens to the world, to the app in it and to its user. Times are seconds from the start. */
export type TraceEvent =
  | PrinterEvent
  | PrintEvent
  | UserEvent
  | { readonly at: number; readonly service: ServiceState; readonly retryAfter?: number | undefined }
  /** How long an answer takes from now on, in milliseconds. */
  | { readonly at: number; readonly latency: number }
  | { readonly at: number; readonly network: 'up' | 'down' }
  /** What the system says of the network from now on, however that really is; null is the truth again. */
  | { readonly at: number; readonly networkHint: 'up' | 'down' | null }
  | { readonly at: number; readonly computer: 'sleep' | 'wake' }
  /** From now on the computer's clock is this many seconds off true time, which is the server's. */
  | { readonly at: number; readonly clock: number }
  /** The computer's time zone from now on, an IANA name. */
  | { readonly at: number; readonly timezone: string }
  /** `kill` loses what was not written yet. */
  | { readonly at: number; readonly app: 'quit' | 'kill' | 'start' }
  | { readonly at: number; readonly setting: TraceSettings }
  | { readonly at: number; readonly end: true };

/** What happens to one printer; it appears when it is first named. */
export type PrinterEvent = { readonly at: number; readonly printer: string } & PrinterChange;

export type PrinterChange =
  | { readonly link: 'up' | 'down' }
  /** From now on this is the answer about the printer; 200 is normal again. `retryAfter` is in seconds. */
  | { readonly answer: PrinterAnswer; readonly retryAfter?: number | undefined }
  /** What the server claims from now on; null is the truth again. */
  | { readonly times: ClaimedTimes | null }
  /** Its owner gives it another name; OctoEverywhere has been seen naming none, or a number. */
  | { readonly name: string | number | null };

/** What the user does, to one printer or to the whole app. */
export type UserEvent =
  | { readonly at: number; readonly printer: string; readonly user: PrinterAction }
  | { readonly at: number; readonly user: 'snooze'; readonly seconds: number }
  | { readonly at: number; readonly user: 'resume' | 'refresh-all' };

export const printerActions = [
  'mute',
  'unmute',
  'remove',
  'refresh',
  'off-on-purpose',
  'often-off',
  'not-often-off',
] as const;
export type PrinterAction = (typeof printerActions)[number];

/** An HTTP status, nothing until the asker gives up, or a body that is a web page or no whole JSON. */
export type PrinterAnswer = number | 'timeout' | 'html' | 'garbage';

/** OctoEverywhere as a whole: as usual, silent, behind the sign-in page of a network, or answering all with one status. */
export type ServiceState = 'ok' | 'timeout' | 'html' | number;

/** The times that are claimed of a printer; what is left out is the truth. */
export interface ClaimedTimes {
  readonly connected?: ClaimedTime | undefined;
  readonly disconnected?: ClaimedTime | undefined;
}

/** Seconds from the start (negative: before it), .NET's zero date, JSON's null, or a field that is not there. */
export type ClaimedTime = number | 'zero' | null | 'missing';

/** Changes of settings; of the kinds of notifications and of quiet hours only what changes. */
export type TraceSettings = {
  readonly [Name in keyof Settings]?: Name extends 'topics' | 'printTopics' | 'quietHours'
    ? { readonly [Part in keyof Settings[Name]]?: Settings[Name][Part] | undefined } | undefined
    : Settings[Name] | undefined;
};

/** Events in order of time; those of the same time keep their order. */
export function inOrder(events: readonly TraceEvent[]): readonly TraceEvent[] {
  return events.toSorted((one, other) => one.at - other.at);
}
