import type { PrinterId } from '../domain/printer.ts';
import type { Secret } from '../domain/secret.ts';
import { toEntry } from './keychain-entry.ts';
import type { SecretStore } from './secret-store.ts';

/** Stores secrets in memory until the app quits: for the demo and for tests. */
export function createMemorySecrets(initial: ReadonlyMap<PrinterId, Secret> = new Map()): SecretStore {
  const secrets = new Map(initial);
  return {
    read: async (id) => {
      const secret = secrets.get(id);
      return secret === undefined ? { kind: 'missing' } : { kind: 'found', secret };
    },
    // The same limit as in the keychain.
    write: async (id, secret) => {
      if (toEntry(secret) === null) return { kind: 'too-long' };
      secrets.set(id, secret);
      return { kind: 'kept' };
    },
    remove: async (id) => {
      secrets.delete(id);
      return { kind: 'gone' };
    },
  };
}
