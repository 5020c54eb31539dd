import * as v from 'valibot';
import { noOwnActions } from '../domain/print/own-actions.ts';
import type { Print } from '../domain/print/print.ts';
import { type ReportedKind, reportedKinds } from '../domain/print/print-alert.ts';
import type { KeptPrint, KeptPrints } from '../domain/print/print-alert-state.ts';
import { type DocumentOptions, type DocumentStore, openDocument, type StoreOptions } from './document-store.ts';
import { instantSchema } from './instant-schema.ts';
import { firstVersion } from './migrations.ts';

const length = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));
const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const text = v.pipe(v.string(), v.maxLength(400));
const celsius = v.nullable(v.number());

const printSchema = v.object({
  id: v.nullable(text),
  fileName: v.nullable(text),
  startedAt: instantSchema,
  namedStart: v.nullable(instantSchema),
  seenAt: instantSchema,
  lastAt: instantSchema,
  ranAt: v.fallback(v.nullable(instantSchema), null),
  duration: v.nullable(length),
  progress: v.nullable(percent),
  leap: v.nullable(percent),
  layer: v.nullable(length),
  lowerLayer: v.fallback(v.nullable(length), null),
  totalLayers: v.nullable(length),
  firstLayer: v.nullable(length),
  gadget: v.object({ warnedAt: v.nullable(instantSchema), pausedAt: v.nullable(instantSchema) }),
  temperatures: v.nullable(
    v.object({
      bed: celsius,
      bedTarget: celsius,
      hotend: celsius,
      hotendTarget: celsius,
      chamber: celsius,
      chamberTarget: celsius,
    }),
  ),
  finish: v.nullable(v.object({ at: instantSchema, about: v.boolean(), agreed: length })),
  words: v.nullable(text),
  ended: v.nullable(
    v.object({
      result: v.picklist(['finished', 'failed', 'cancelled', 'unknown']),
      at: instantSchema,
      exact: v.boolean(),
      foundAt: instantSchema,
    }),
  ),
}) satisfies v.GenericSchema<unknown, Print>;

const keptSchema = v.object({
  print: v.fallback(v.nullable(printSchema), null),
  seenAt: instantSchema,
  notified: v.fallback(v.record(v.string(), v.unknown()), {}),
  own: v.fallback(
    v.object({
      pausedAt: v.nullable(instantSchema),
      resumedAt: v.nullable(instantSchema),
      cancelledAt: v.nullable(instantSchema),
    }),
    noOwnActions,
  ),
  shown: v.fallback(v.array(v.object({ at: instantSchema, isTrouble: v.boolean() })), []),
});

const storedSchema = v.object({ prints: v.record(v.string(), v.unknown()) });

export type PrintStore = DocumentStore<KeptPrints>;

/**
 * The content of the file, and how it is read and written. Invalid data about one printer does not affect the others.
 */
export const printsDocument: Pick<DocumentOptions<KeptPrints>, 'empty' | 'parse' | 'serialize'> = {
  empty: {},
  parse: (stored) => {
    const parsed = v.safeParse(storedSchema, stored);
    if (!parsed.success) return { kind: 'wrong-shape' };
    const prints: Record<string, KeptPrint> = {};
    for (const [id, value] of Object.entries(parsed.output.prints)) {
      const kept = v.safeParse(keptSchema, value);
      if (kept.success) prints[id] = { ...kept.output, notified: momentsIn(kept.output.notified) };
    }
    return { kind: 'good', value: prints };
  },
  serialize: (prints) => ({ prints }),
};

/** Opens `prints.json`: the latest print of each printer, and its notifications. Never throws. */
export function openPrintStore(options: StoreOptions): PrintStore {
  return openDocument<KeptPrints>({
    ...options,
    name: 'prints',
    kind: 'prints',
    migrations: firstVersion,
    ...printsDocument,
  });
}

/** Reads the times of notifications. A newer app may have kinds that this one does not know. */
function momentsIn(notified: Readonly<Record<string, unknown>>): KeptPrint['notified'] {
  const moments: Partial<Record<ReportedKind, number>> = {};
  for (const kind of reportedKinds) {
    const at = v.safeParse(instantSchema, notified[kind]);
    if (at.success) moments[kind] = at.output;
  }
  return moments;
}
