import type { DocumentStore } from './document-store.ts';

/** Stores a value in memory until the app quits: the demo starts from scratch each time, and tests need no file. */
export function memoryDocument<Value>(initial: Value): DocumentStore<Value> {
  let value = initial;
  return {
    value: () => value,
    save: async (changed) => {
      value = changed;
      return { ok: true };
    },
    flush: async () => ({ ok: true }),
    notices: [],
  };
}
