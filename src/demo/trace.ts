import type { Settings } from '../domain/settings.ts';
import type { PrintEvent } from './prints/print-events.ts';

/** An event of the world, the app or its user. Times are seconds from the start. */
export type TraceEvent =
  | PrinterEvent
  | PrintEvent
  | UserEvent
  | { readonly at: number; readonly service: ServiceState; readonly retryAfter?: number | undefined }
  /** What every response's `Date` header says from now on; null for the truth again. */
  | { readonly at: number; readonly date: ClaimedDate | null }
  /** How long responses take from now on, ms. */
  | { readonly at: number; readonly latency: number }
  | { readonly at: number; readonly network: 'up' | 'down' }
  /** What the system reports about the network from now on; null for the truth again. */
  | { readonly at: number; readonly networkHint: 'up' | 'down' | null }
  | { readonly at: number; readonly computer: 'sleep' | 'wake' }
  /** From now on the computer's clock is this many seconds off true time, which is the server's. */
  | { readonly at: number; readonly clock: number }
  /** The computer's time zone from now on, an IANA name. */
  | { readonly at: number; readonly timezone: string }
  /** `kill` loses what has not been written yet. */
  | { readonly at: number; readonly app: 'quit' | 'kill' | 'start' }
  | { readonly at: number; readonly setting: TraceSettings }
  | { readonly at: number; readonly end: true };

/** An event of one printer, which appears with its first event. */
export type PrinterEvent = { readonly at: number; readonly printer: string } & PrinterChange;

export type PrinterChange =
  | { readonly link: 'up' | 'down' }
  /** The response about the printer from now on; 200 is normal again. `retryAfter` is in seconds. */
  | { readonly answer: PrinterResponse; readonly retryAfter?: number | undefined }
  /** The times the server reports from now on; null for the true ones again. */
  | { readonly times: ClaimedTimes | null }
  /** Another name; OctoEverywhere has been seen to report none, or a number. */
  | { readonly name: string | number | null };

/** A user action on one printer or on the whole app. */
export type UserEvent =
  | { readonly at: number; readonly printer: string; readonly user: PrinterAction }
  | { readonly at: number; readonly user: 'snooze'; readonly seconds: number }
  | { readonly at: number; readonly user: 'resume' | 'refresh-all' };

export const printerActions = [
  'mute',
  'unmute',
  'remove',
  'add',
  'refresh',
  'off-on-purpose',
  'often-off',
  'not-often-off',
] as const;
export type PrinterAction = (typeof printerActions)[number];

/** An HTTP status, no response until the client gives up, or a body that is a web page or truncated JSON. */
export type PrinterResponse = number | 'timeout' | 'html' | 'garbage';

/** OctoEverywhere as a whole: normal, silent, behind a captive portal, or responding to everything with one status. */
export type ServiceState = 'ok' | 'timeout' | 'html' | number;

/** The times reported for a printer; the true ones where absent. */
export interface ClaimedTimes {
  readonly connected?: ClaimedTime | undefined;
  readonly disconnected?: ClaimedTime | undefined;
}

/** The same time in every response, as from a cache on the way: seconds from the start; or no such header. */
export type ClaimedDate = number | 'missing';

/** Seconds from the start (negative: before it), .NET's zero date, JSON's null, or no such field. */
export type ClaimedTime = number | 'zero' | null | 'missing';

/** Changed settings; for the kinds of notifications and quiet hours only the changed parts. */
export type TraceSettings = {
  readonly [Name in keyof Settings]?: Name extends 'topics' | 'printTopics' | 'quietHours'
    ? { readonly [Part in keyof Settings[Name]]?: Settings[Name][Part] | undefined } | undefined
    : Settings[Name] | undefined;
};

/** Sorts events by time; those at the same time keep their order. */
export function inOrder(events: readonly TraceEvent[]): readonly TraceEvent[] {
  return events.toSorted((one, other) => one.at - other.at);
}
