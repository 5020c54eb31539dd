import type { KeychainError } from '../domain/outcome.ts';
import { type EntryState, type SecretServiceState, theSecretService } from './secret-service.ts';

/** Checks the keychain without causing a prompt. Nothing here rejects. */
export interface KeychainCheck {
  /** Resolves to why the keychain cannot be used now; null when it can or when unknown. */
  trouble(): Promise<KeychainError | null>;
  /** Resolves to whether the keychain is known to be open; false when unknown. */
  isSeenOpen(): Promise<boolean>;
  /** Resolves to the keychain's state; `unknown` on systems that do not reveal it, `memory` in the demo. */
  state(): Promise<SecretServiceState | 'memory'>;
}

const onLinux = process.platform === 'linux';

export const systemKeychainCheck: KeychainCheck = {
  trouble: async () => (onLinux ? troubleOf(await theSecretService().state()) : null),
  isSeenOpen: async () => onLinux && (await theSecretService().state()) === 'unlocked',
  state: async () => (onLinux ? theSecretService().state() : 'unknown'),
};

/** For secrets that are only in memory. */
export const memoryKeychainCheck: KeychainCheck = {
  trouble: async () => null,
  isSeenOpen: async () => true,
  state: async () => 'memory',
};

/** Returns why the Secret Service cannot be used in that state; null when it can or when unknown. */
export function troubleOf(state: SecretServiceState): KeychainError | null {
  switch (state) {
    case 'no-session-bus':
    case 'no-secret-service':
    case 'kwallet-disabled':
    case 'locked':
    // Not "missing": a password manager with a closed database looks the same.
    case 'no-keyring':
      return state;
    // It may just be slow, and each call has its own time limit.
    case 'not-responding':
    case 'unlocked':
    case 'unknown':
      return null;
  }
}

/** Returns why an open keychain does not hand out an entry in that state; null when it should, has none, or unknown. */
export function troubleOfEntry(state: EntryState): KeychainError | null {
  switch (state) {
    case 'withheld':
      return 'denied';
    case 'in-locked-keyring':
      return 'locked';
    case 'open':
      return 'refused';
    case 'not-listed':
    case 'unknown':
      return null;
  }
}
