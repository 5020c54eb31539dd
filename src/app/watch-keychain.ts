import { KeychainRecovery } from '../keychain/keychain-recovery.ts';
import type { KeychainCheck } from '../keychain/keychain-status.ts';
import type { Fleet } from '../monitor/fleet.ts';
import { oneTimer } from '../timers/one-timer.ts';
import { KeychainNotifier, type KeychainNotifierParts } from './keychain-notifier.ts';
import { KeychainStatus, type KeychainStatusParts } from './keychain-status.ts';

type WatchKeychainParts = KeychainStatusParts &
  Omit<KeychainNotifierParts, 'trouble' | 'timer'> & { readonly fleet: Fleet; readonly keychainCheck: KeychainCheck };

/** Watches a keychain that withholds tokens: continues once it is open, and notifies the user if it stays locked. */
export function watchKeychain(parts: WatchKeychainParts): KeychainStatus {
  const isSeenOpen = async () => {
    const isOpen = await parts.keychainCheck.isSeenOpen();
    if (isOpen) await parts.keychain?.stopAsking();
    return isOpen;
  };
  new KeychainRecovery({ ...parts, keychain: { isSeenOpen }, timer: oneTimer() });
  const trouble = new KeychainStatus(parts);
  new KeychainNotifier({ ...parts, trouble, timer: oneTimer() });
  return trouble;
}
