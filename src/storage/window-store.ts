import * as v from 'valibot';
import { SECOND } from '../domain/time.ts';
import { type DocumentStore, openDocument, type StoreOptions } from './document-store.ts';
import { firstVersion } from './migrations.ts';

/** Where the user left the window, in device-independent pixels. */
export interface WindowPlace {
  readonly width: number;
  readonly height: number;
  /** Null where windows do not know their position. */
  readonly position: { readonly x: number; readonly y: number } | null;
  readonly maximized: boolean;
}

/** What is remembered between two openings of the window. */
export interface WindowMemory {
  readonly place: WindowPlace | null;
  /** The user has dismissed the notice that this desktop does not show tray icons. */
  readonly noTrayDismissed: boolean;
  /** Whether the hints after the first printer have been read; null before there was a printer. */
  readonly firstSteps: 'due' | 'done' | null;
  /** The user was notified that the app keeps running when the window is closed. */
  readonly closeExplained: boolean;
  /** The zoom factor of the page, 0.5–3; 1 when absent. */
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
  // An invalid zoom must not cost the window's place.
  zoom: v.fallback(v.optional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(3))), undefined),
});

const nothingKnown: WindowMemory = {
  place: null,
  noTrayDismissed: false,
  firstSteps: null,
  closeExplained: false,
};

export type WindowStore = DocumentStore<WindowMemory>;

/** Opens `window.json`. While the window is being moved, nothing is written. Never throws. */
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
