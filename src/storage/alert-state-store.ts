import * as v from 'valibot';
import { printerAlertKinds } from '../domain/alerts/alert.ts';
import { type KeptAlertState, type KeptAlerts, noAlerts, nothingKept } from '../domain/alerts/alert-state.ts';
import type { Link } from '../domain/link.ts';
import type { Instant } from '../domain/time.ts';
import { type DocumentOptions, type DocumentStore, openDocument, type StoreOptions } from './document-store.ts';
import { instantSchema } from './instant-schema.ts';
import { firstVersion, type Migrations, type StoredDocument } from './migrations.ts';

/** The state of notifications that survives a restart. */
export interface StoredAlerts {
  readonly alerts: KeptAlertState;
  /** The end of the last snooze, server time, UTC. */
  readonly snoozedUntil: Instant | null;
}

const openAlert = v.object({ at: instantSchema, event: instantSchema, isOver: v.optional(v.boolean()) });

/** Unknown or invalid data about one printer must not cause notifications about the others to be repeated. */
const printerSchema = v.object({
  open: v.fallback(
    v.object({
      loss: v.optional(openAlert),
      refused: v.optional(openAlert),
      perks: v.optional(openAlert),
      update: v.optional(openAlert),
    }),
    {},
  ),
  unstable: v.fallback(v.nullable(openAlert), null),
  outages: v.fallback(v.array(v.object({ from: instantSchema, to: v.nullable(instantSchema) })), []),
  /** The key of earlier versions for `disconnectedAt`. */
  lossesAt: v.fallback(v.array(instantSchema), []),
  notified: v.fallback(v.array(v.object({ at: instantSchema, kind: v.picklist(printerAlertKinds) })), []),
  repeated: v.fallback(v.nullable(v.object({ ...openAlert.entries, kind: v.picklist(printerAlertKinds) })), null),
});

const linkSchema = v.object({
  state: v.picklist(['up', 'down']),
  since: instantSchema,
  exact: v.boolean(),
  notBefore: v.nullable(instantSchema),
  seenAt: instantSchema,
  lastConnectedAt: v.nullable(instantSchema),
});

const storedSchema = v.object({
  printers: v.record(v.string(), v.unknown()),
  links: v.fallback(v.record(v.string(), v.unknown()), {}),
  notifiedAt: v.fallback(v.array(instantSchema), []),
  serviceUnreachable: v.fallback(v.boolean(), false),
  ownClockAhead: v.fallback(instantSchema, 0),
  snoozedUntil: v.fallback(v.nullable(instantSchema), null),
});

export const nothingStored: StoredAlerts = { alerts: noAlerts, snoozedUntil: null };

export type AlertStateStore = DocumentStore<StoredAlerts>;

/** The content of the file, and how it is read and written. */
export const alertsDocument: Pick<DocumentOptions<StoredAlerts>, 'empty' | 'parse' | 'serialize'> = {
  empty: nothingStored,
  parse: (stored) => {
    const parsed = v.safeParse(storedSchema, stored);
    if (!parsed.success) return { kind: 'wrong-shape' };
    const { printers, links, snoozedUntil, ...others } = parsed.output;
    const alerts = { ...others, printers: keptPrinters(printers), links: keptLinks(links) };
    return { kind: 'good', value: { alerts, snoozedUntil } };
  },
  serialize: ({ alerts, snoozedUntil }) => ({
    ...alerts,
    printers: Object.fromEntries(Object.entries(alerts.printers).map(([id, kept]) => [id, storedPrinter(kept)])),
    snoozedUntil,
  }),
};

/** Opens `alerts.json`: past notifications, so that a restart does not repeat them. Never throws. */
export function openAlertStateStore(options: StoreOptions): AlertStateStore {
  return openDocument<StoredAlerts>({
    ...options,
    name: 'alerts',
    kind: 'alert-state',
    migrations,
    ...alertsDocument,
  });
}

function keptPrinters(stored: Readonly<Record<string, unknown>>): Readonly<Record<string, KeptAlerts>> {
  const printers: Record<string, KeptAlerts> = {};
  for (const [id, value] of Object.entries(stored)) {
    const read = v.safeParse(printerSchema, value);
    if (!read.success) continue;
    const { lossesAt: disconnectedAt, open, ...others } = read.output;
    printers[id] = { ...others, disconnectedAt, open: withoutMissing(open) };
  }
  return printers;
}

function storedPrinter({ disconnectedAt, ...others }: KeptAlerts) {
  return { ...others, lossesAt: disconnectedAt };
}

function keptLinks(stored: Readonly<Record<string, unknown>>): Readonly<Record<string, Link>> {
  const links: Record<string, Link> = {};
  for (const [id, value] of Object.entries(stored)) {
    const read = v.safeParse(linkSchema, value);
    if (read.success) links[id] = read.output;
  }
  return links;
}

function withoutMissing(open: v.InferOutput<typeof printerSchema>['open']): KeptAlerts['open'] {
  return Object.fromEntries(Object.entries(open).filter(([, alert]) => alert !== undefined));
}

/** Version 1 stored one word per printer: its last notification. */
const openBefore: Readonly<Record<string, KeptAlerts['open']>> = {
  disconnected: { loss: { at: 0, event: 0 } },
  'reconnect-needed': { refused: { at: 0, event: 0 } },
  'perks-needed': { perks: { at: 0, event: 0 } },
  'update-needed': { update: { at: 0, event: 0 } },
};

const migrations: Migrations = [
  ...firstVersion,
  ({ told, ...others }): StoredDocument => {
    const printers: Record<string, object> = {};
    for (const [id, last] of Object.entries(v.parse(v.record(v.string(), v.unknown()), told))) {
      const open = typeof last === 'string' ? openBefore[last] : undefined;
      if (open !== undefined) printers[id] = storedPrinter({ ...nothingKept, open });
      else if (last === 'unstable') printers[id] = storedPrinter({ ...nothingKept, unstable: { at: 0, event: 0 } });
    }
    return { ...others, printers };
  },
];
