import type { KeychainError } from '../domain/outcome.ts';
import { type EntryState, type SecretServiceState, theSecretService } from './secret-service.ts';

/** Looks at the keychain without making any prompt appear. None of it rejects. */
export interface KeychainCheck {
  /** Why the keychain cannot be used now; null when it can, or when nobody knows. */
  trouble(): Promise<KeychainError | null>;
  /** Whether the keychain is seen to be open; false when nobody knows. */
  isSeenOpen(): Promise<boolean>;
  /** How the keychain is; `unknown` on systems that cannot tell, `memory` for the demo's. */
  state(): Promise<SecretServiceState | 'memory'>;
}

const onLinux = process.platform === 'linux';

export const systemKeychainCheck: KeychainCheck = {
  trouble: async () => (onLinux ? troubleOf(await theSecretService().state()) : null),
  isSeenOpen: async () => onLinux && (await theSecretService().state()) === 'unlocked',
  state: async () => (onLinux ? theSecretService().state() : 'unknown'),
};

/** Of secrets that are in memory alone. */
export const memoryKeychainCheck: KeychainCheck = {
  trouble: async () => null,
  isSeenOpen: async () => true,
  state: async () => 'memory',
};

/** What a state of the Secret Service means for those who want to use it; null when it can be used, or nobody knows. */
export function troubleOf(state: SecretServiceState): KeychainError | null {
  switch (state) {
    case 'no-session-bus':
    case 'no-secret-service':
    case 'kwallet-disabled':
    case 'locked':
    // Not "missing": a password manager whose database is closed looks the same.
    case 'no-keyring':
      return state;
    case 'unlocked':
    case 'unknown':
      return null;
  }
}

/** Why a keychain that is open does not hand out an entry in that state; null when it should, has none, or nobody knows. */
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
