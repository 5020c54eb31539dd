import type { Link, Outage } from '../link.ts';
import type { PrinterId } from '../printer.ts';
import type { Instant, Milliseconds } from '../time.ts';
import type { PrinterAlertKind } from './alert.ts';
import type { AlertGroup } from './alert-group.ts';
import type { AlertEvent } from './events.ts';
import { type ServiceState, serviceInterrupted, serviceRestored } from './service-alerts.ts';

/** A lasting condition of a printer that a notification reported; open until its end is reported. */
export type Condition = 'loss' | 'refused' | 'perks' | 'update';

/** The user was notified, and not yet that it is over. All times in this file are server time, UTC. */
export interface OpenAlert {
  readonly at: Instant;
  /** The event that reported it, see {@link AlertEvent.id}. */
  readonly event: Instant;
  /** It ended, which was not reported yet: if it begins again, that is reported again, and so is the end that lasts. */
  readonly isOver?: boolean | undefined;
}

/** Whether the user was notified of it, and it has not ended since. */
export function isStanding(alert: OpenAlert | undefined): boolean {
  return alert !== undefined && alert.isOver !== true;
}

/** The part of one printer's alert state that survives a restart. Plain data. */
export interface KeptAlerts {
  readonly open: Readonly<Partial<Record<Condition, OpenAlert>>>;
  /** The user was notified that its connection is unreliable; null otherwise. */
  readonly unstable: OpenAlert | null;
  /** Those of the last hours, in order, reported or not. */
  readonly outages: readonly Outage[];
  /** When recent disconnections were reported. */
  readonly disconnectedAt: readonly Instant[];
  /** New notifications about this printer in the last day. */
  readonly notified: readonly { readonly at: Instant; readonly kind: PrinterAlertKind }[];
  /**
   * The user was notified that something about this printer keeps changing; null once it has been quiet long enough.
   */
  readonly repeated: RepeatedAlert | null;
}

export interface RepeatedAlert extends OpenAlert {
  /** What keeps happening; all other kinds are reported as usual. */
  readonly kind: PrinterAlertKind;
}

/** Consecutive responses that mean the same for the App Connection; failed requests do not end the run. */
export interface Run {
  readonly kind: 'accepted' | 'perks' | 'update' | 'refused' | 'token-lost';
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  /** Whether the last one still counts: no sleep or network outage since. */
  readonly current: boolean;
  /** The last response before the run, which meant something else; null when there was none. */
  readonly afterAt: Instant | null;
}

/** The alert state of one printer. Plain data. */
export interface PrinterAlerts {
  readonly kept: KeptAlerts;
  readonly run: Run | null;
  readonly link: Link | null;
  /**
   * Consecutive responses since the last interruption that reported the link in its current state; null without any.
   */
  readonly looks: { readonly firstAt: Instant; readonly lastAt: Instant } | null;
  /** The last usable response, and the last completed request, whatever its outcome. */
  readonly answeredAt: Instant | null;
  readonly attemptedAt: Instant | null;
}

/** The alert state of all printers and the service. */
export interface AlertState {
  readonly printers: Readonly<Record<PrinterId, PrinterAlerts>>;
  readonly service: ServiceState;
  /** Notifications of the last day, oldest first. */
  readonly events: readonly AlertEvent[];
  readonly groups: readonly AlertGroup[];
  /** When new notifications were shown in the last hour. */
  readonly notifiedAt: readonly Instant[];
  /**
   * Rejections not reported yet: the first one; when the latest one can be confirmed; the first response after that
   * which accepted any connection; and the latest accepting response.
   */
  readonly refusals: {
    readonly firstAt: Instant;
    readonly confirmAt: Instant;
    readonly acceptedAt: Instant | null;
    readonly lastAcceptedAt: Instant | null;
    /** The first connection that began to be rejected after that; null when none did. */
    readonly rejectedSince: Instant | null;
  } | null;
  readonly lastNotification: number;
  /** When the notifications held back during quiet time were last shown; 0 for never. */
  readonly summarisedAt: Instant;
}

/** The part of it that survives a restart. */
export interface KeptAlertState {
  readonly printers: Readonly<Record<PrinterId, KeptAlerts>>;
  /** The last known link of each printer; it bounds what the times in a later response can mean. */
  readonly links: Readonly<Record<PrinterId, Link>>;
  readonly notifiedAt: readonly Instant[];
  /** The user was notified that OctoEverywhere is unreachable, but not yet that it is back. */
  readonly serviceUnreachable: boolean;
  /** How far this computer's clock was ahead of OctoEverywhere's, ms; 0 if unknown. */
  readonly ownClockAhead: Milliseconds;
}

export const nothingKept: KeptAlerts = {
  open: {},
  unstable: null,
  outages: [],
  disconnectedAt: [],
  notified: [],
  repeated: null,
};

export const noAlerts: KeptAlertState = {
  printers: {},
  links: {},
  notifiedAt: [],
  serviceUnreachable: false,
  ownClockAhead: 0,
};

/** Returns the state after a start: no notification is repeated, and nothing has been observed yet. */
export function restored(kept: KeptAlertState): AlertState {
  const ids = new Set([...Object.keys(kept.printers), ...Object.keys(kept.links)]);
  const known = (id: PrinterId) => unseen(kept.printers[id] ?? nothingKept, kept.links[id]);
  return {
    printers: Object.fromEntries([...ids].map((id) => [id, known(id)])),
    service: serviceRestored(kept.serviceUnreachable),
    events: [],
    groups: [],
    notifiedAt: kept.notifiedAt,
    refusals: null,
    lastNotification: 0,
    summarisedAt: 0,
  };
}

export function unseen(kept: KeptAlerts, link: Link | null = null): PrinterAlerts {
  return { kept, run: null, link, looks: null, answeredAt: null, attemptedAt: null };
}

/** Returns the part of the state to save for the next start, without printers that have nothing to save. */
export function keptOf(state: AlertState): Omit<KeptAlertState, 'ownClockAhead'> {
  const printers: Record<PrinterId, KeptAlerts> = {};
  const links: Record<PrinterId, Link> = {};
  for (const [id, { kept, link }] of Object.entries(state.printers)) {
    if (kept !== nothingKept) printers[id] = kept;
    if (link !== null) links[id] = link;
  }
  return {
    printers,
    links,
    notifiedAt: state.notifiedAt,
    serviceUnreachable: isUnreachable(state),
  };
}

/** Whether the notification that the service is unreachable is still true. */
function isUnreachable({ service }: AlertState): boolean {
  return service.notified && !service.isOver;
}

/** Whether both states agree in what has to be saved at once; a link that was merely seen again can wait. */
export function keepsSame(before: AlertState, after: AlertState): boolean {
  if (before === after) return true;
  if (before.notifiedAt !== after.notifiedAt || isUnreachable(before) !== isUnreachable(after)) return false;
  if (before.printers === after.printers) return true;
  const ids = Object.keys(after.printers);
  if (ids.length !== Object.keys(before.printers).length) return false;
  return ids.every((id) => before.printers[id]?.kept === after.printers[id]?.kept);
}

/** After sleep or a network outage, earlier responses confirm nothing: every printer has to be checked again. */
export function interrupted(state: AlertState, at: Instant): AlertState {
  return { ...unconfirmed(state), service: serviceInterrupted(state.service, at) };
}

/** Marks earlier responses about printers as out of date. */
export function unconfirmed(state: AlertState): AlertState {
  const printers = Object.entries(state.printers).map(([id, printer]): [PrinterId, PrinterAlerts] => [
    id,
    { ...printer, looks: null, run: printer.run === null ? null : { ...printer.run, current: false } },
  ]);
  return { ...state, printers: Object.fromEntries(printers), groups: [] };
}

/** Drops a printer: it was removed, or the user has just reconnected it and needs no notification about that. */
export function forgotten(state: AlertState, printer: PrinterId): AlertState {
  const { [printer]: _forgotten, ...printers } = state.printers;
  // Without printers nothing is asked that could show whether OctoEverywhere responds.
  const isLast = Object.keys(printers).length === 0;
  return { ...state, printers, service: isLast ? serviceRestored(false) : state.service };
}

/** Marks a printer as known to need reconnecting, so that no notification reports it. */
export function knownRefused(state: AlertState, printer: PrinterId, at: Instant): AlertState {
  const kept: KeptAlerts = { ...nothingKept, open: { refused: { at, event: at } } };
  return { ...state, printers: { ...state.printers, [printer]: unseen(kept) } };
}
