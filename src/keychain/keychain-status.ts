import type { KeychainError } from '../domain/outcome.ts';
import { askSecretService, type SecretServiceState } from './secret-service.ts';

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
  trouble: async () => (onLinux ? troubleOf(await askSecretService()) : null),
  isSeenOpen: async () => onLinux && (await askSecretService()) === 'unlocked',
  state: async () => (onLinux ? askSecretService() : 'unknown'),
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
    case 'locked':
      return state;
    // Not "missing": a password manager whose database is closed looks the same.
    case 'no-keyring':
      return 'locked';
    case 'unlocked':
    case 'unknown':
      return null;
  }
}
