import * as v from 'valibot';
import { SECOND } from '../domain/time.ts';
import { type DocumentStore, openDocument, type StoreOptions } from './document-store.ts';
import { firstVersion } from './migrations.ts';

/** Where the user left the window, in pixels of the desktop that do not depend on its scale. */
export interface WindowPlace {
  readonly width: number;
  readonly height: number;
  /** Null where a window does not know its place. */
  readonly position: { readonly x: number; readonly y: number } | null;
  readonly maximized: boolean;
}

/** What the window keeps from one opening to the next. */
export interface WindowMemory {
  readonly place: WindowPlace | null;
  /** The user has read that this desktop shows no tray icons. */
  readonly noTrayDismissed: boolean;
  /** What is said after the first printer: still to be read, or read; null before there was a printer. */
  readonly firstSteps: 'due' | 'done' | null;
  /** The user has been notified that the app goes on when the window is closed. */
  readonly closeExplained: boolean;
  /** How large the page is shown, 0.5–3; 1 where it is absent. */
  readonly zoom?: number | undefined;
}

const pixels = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(100_000));

const memorySchema = v.object({
  place: v.nullable(
    v.object({
      width: pixels(1),
      height: pixels(1),
      position: v.nullable(v.object({ x: pixels(-100_000), y: pixels(-100_000) })),
      maximized: v.boolean(),
    }),
  ),
  noTrayDismissed: v.optional(v.boolean(), false),
  firstSteps: v.optional(v.nullable(v.picklist(['due', 'done'])), null),
  closeExplained: v.optional(v.boolean(), false),
  // One that cannot be used is no reason to lose the place.
  zoom: v.fallback(v.optional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(3))), undefined),
});

const nothingKnown: WindowMemory = {
  place: null,
  noTrayDismissed: false,
  firstSteps: null,
  closeExplained: false,
};

export type WindowStore = DocumentStore<WindowMemory>;

/** Opens `window.json`. A window that is being moved is written once it rests. Never throws. */
export function openWindowStore(options: StoreOptions): WindowStore {
  return openDocument<WindowMemory>({
    debounce: SECOND,
    ...options,
    name: 'window',
    kind: 'window',
    migrations: firstVersion,
    empty: nothingKnown,
    parse: (stored) => {
      const parsed = v.safeParse(memorySchema, stored);
      return parsed.success ? { kind: 'good', value: parsed.output } : { kind: 'wrong-shape' };
    },
    serialize: (memory) => ({ ...memory }),
  });
}
