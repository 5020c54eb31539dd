import type { KeychainTrouble } from '../domain/outcome.ts';
import { askSecretService, type SecretServiceState } from './secret-service.ts';

/** Why the keychain cannot be used now, found out without any prompt; null when it can, or when nobody knows. */
export async function keychainTroubleNow(): Promise<KeychainTrouble | null> {
  return process.platform === 'linux' ? troubleOf(await askSecretService()) : null;
}

/** Whether the keychain is seen to be open, found out without any prompt; false when nobody knows. */
export async function keychainSeenOpen(): Promise<boolean> {
  return process.platform === 'linux' && (await askSecretService()) === 'unlocked';
}

/** How the keychain is, found out without any prompt; `unknown` on systems that cannot tell. */
export async function keychainMood(): Promise<SecretServiceState> {
  return process.platform === 'linux' ? askSecretService() : 'unknown';
}

/** What a state of the Secret Service means for those who want to use it; null when it can be used, or nobody knows. */
export function troubleOf(state: SecretServiceState): KeychainTrouble | null {
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
