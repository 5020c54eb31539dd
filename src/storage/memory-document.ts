import type { DocumentStore } from './document-store.ts';

/** Keeps a value until the app quits: the demo begins afresh each time, and tests need no file. */
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
