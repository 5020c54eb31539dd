import type { Link, Outage } from '../link.ts';
import type { PrinterId } from '../printer.ts';
import type { Instant } from '../time.ts';
import type { PrinterAlertKind } from './alert.ts';
import type { AlertEvent } from './events.ts';
import type { Gathering } from './gathering.ts';
import { type ServiceState, serviceInterrupted, serviceRestored } from './service-alerts.ts';

/** What a notification can say of a printer that stays true until its end is told. */
export type Condition = 'loss' | 'refused' | 'perks' | 'update';

/** The user was notified and believes it still. All moments here are server time, UTC. */
export interface OpenAlert {
  readonly at: Instant;
  /** The event it came with, see {@link AlertEvent.id}. */
  readonly event: Instant;
}

/** What is known of one printer's alerts, and outlives the app. Plain data. */
export interface KeptAlerts {
  readonly open: Readonly<Partial<Record<Condition, OpenAlert>>>;
  /** The user was notified that its connection is unreliable; null otherwise. */
  readonly unstable: OpenAlert | null;
  /** Of the last hours, in order, notified or not. */
  readonly outages: readonly Outage[];
  /** When losses were notified lately. */
  readonly lossesAt: readonly Instant[];
  /** New notifications about this printer in the last day. */
  readonly notified: readonly { readonly at: Instant; readonly kind: PrinterAlertKind | 'print' }[];
  /** The user was notified that something of this printer keeps changing; null when it has been quiet for long enough. */
  readonly repeated: RepeatedAlert | null;
}

export interface RepeatedAlert extends OpenAlert {
  /** What keeps happening; of anything else the user hears as always. */
  readonly kind: PrinterAlertKind;
}

/** Answers in a row that mean the same for the App Connection; those that bring nothing do not end it. */
export interface Run {
  readonly kind: 'accepted' | 'perks' | 'update' | 'refused' | 'token-lost';
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  /** Whether the last one is fresh enough to count: nothing interrupted the watch since. */
  readonly current: boolean;
  /** The last answer before it that said something else; null when there was none. */
  readonly afterAt: Instant | null;
}

/** What alerting knows of one printer. Plain data. */
export interface PrinterAlerts {
  readonly kept: KeptAlerts;
  readonly run: Run | null;
  readonly link: Link | null;
  /** Answers about the link that said the same since the last interruption; null when there was none. */
  readonly looks: { readonly firstAt: Instant; readonly lastAt: Instant } | null;
  /** The last usable answer, and the last request that ended in whatever way. */
  readonly answeredAt: Instant | null;
  readonly attemptedAt: Instant | null;
}

/** All that alerting knows. */
export interface AlertState {
  readonly printers: Readonly<Record<PrinterId, PrinterAlerts>>;
  readonly service: ServiceState;
  /** Notifications of the last day, oldest first. */
  readonly events: readonly AlertEvent[];
  readonly gatherings: readonly Gathering[];
  /** When new notifications were shown in the last hour. */
  readonly notifiedAt: readonly Instant[];
  /**
   * Refusals that are not notified yet: the first; when the last of them can be confirmed; the first answer after that with
   * which any connection was accepted, and the last such answer of all.
   */
  readonly refusals: {
    readonly firstAt: Instant;
    readonly confirmAt: Instant;
    readonly acceptedAt: Instant | null;
    readonly lastAcceptedAt: Instant | null;
  } | null;
  readonly lastNotification: number;
  /** When what was held back in a time without notifications was last shown; 0 when it never was. */
  readonly summarisedAt: Instant;
}

/** What of it is kept for the next start. */
export interface KeptAlertState {
  readonly printers: Readonly<Record<PrinterId, KeptAlerts>>;
  /** How each printer's link was seen last, which bounds what the times of a later answer can mean. */
  readonly links: Readonly<Record<PrinterId, Link>>;
  readonly notifiedAt: readonly Instant[];
  /** The user was notified that OctoEverywhere cannot be reached, and not yet that it can. */
  readonly serviceUnreachable: boolean;
}

export const nothingKept: KeptAlerts = {
  open: {},
  unstable: null,
  outages: [],
  lossesAt: [],
  notified: [],
  repeated: null,
};

export const noAlerts: KeptAlertState = { printers: {}, links: {}, notifiedAt: [], serviceUnreachable: false };

/** The state after a start: what the user was notified of is not repeated, and nothing has been seen yet. */
export function restored(kept: KeptAlertState): AlertState {
  const ids = new Set([...Object.keys(kept.printers), ...Object.keys(kept.links)]);
  const known = (id: PrinterId) => unseen(kept.printers[id] ?? nothingKept, kept.links[id]);
  return {
    printers: Object.fromEntries([...ids].map((id) => [id, known(id)])),
    service: serviceRestored(kept.serviceUnreachable),
    events: [],
    gatherings: [],
    notifiedAt: kept.notifiedAt,
    refusals: null,
    lastNotification: 0,
    summarisedAt: 0,
  };
}

export function unseen(kept: KeptAlerts, link: Link | null = null): PrinterAlerts {
  return { kept, run: null, link, looks: null, answeredAt: null, attemptedAt: null };
}

/** What is to be kept for the next start; printers of which there is nothing to keep are left out. */
export function keptOf(state: AlertState): KeptAlertState {
  const printers: Record<PrinterId, KeptAlerts> = {};
  const links: Record<PrinterId, Link> = {};
  for (const [id, { kept, link }] of Object.entries(state.printers)) {
    if (kept !== nothingKept) printers[id] = kept;
    if (link !== null) links[id] = link;
  }
  return { printers, links, notifiedAt: state.notifiedAt, serviceUnreachable: state.service.notified };
}

/** Whether the two do not differ in what is kept at once; sightings that merely go on are not. */
export function keepsSame(before: AlertState, after: AlertState): boolean {
  if (before === after) return true;
  if (before.notifiedAt !== after.notifiedAt || before.service.notified !== after.service.notified) return false;
  if (before.printers === after.printers) return true;
  const ids = Object.keys(after.printers);
  if (ids.length !== Object.keys(before.printers).length) return false;
  return ids.every((id) => before.printers[id]?.kept === after.printers[id]?.kept);
}

/** After sleep or a loss of the network nothing seen before confirms anything: every printer has to be seen afresh. */
export function interrupted(state: AlertState, at: Instant): AlertState {
  const printers = Object.entries(state.printers).map(([id, printer]): [PrinterId, PrinterAlerts] => [
    id,
    { ...printer, looks: null, run: printer.run === null ? null : { ...printer.run, current: false } },
  ]);
  return {
    ...state,
    printers: Object.fromEntries(printers),
    service: serviceInterrupted(state.service, at),
    gatherings: [],
  };
}

/** Forgets a printer: it was removed, or its user has just connected it again and needs no news of that. */
export function forgotten(state: AlertState, printer: PrinterId): AlertState {
  const { [printer]: _forgotten, ...printers } = state.printers;
  return { ...state, printers };
}

/** A printer whose user knows that it has to be connected again: no notification says so. */
export function knownRefused(state: AlertState, printer: PrinterId, at: Instant): AlertState {
  const kept: KeptAlerts = { ...nothingKept, open: { refused: { at, event: at } } };
  return { ...state, printers: { ...state.printers, [printer]: unseen(kept) } };
}
