import { KeychainRecovery } from '../keychain/keychain-recovery.ts';
import type { KeychainCheck } from '../keychain/keychain-status.ts';
import type { Fleet } from '../monitor/fleet.ts';
import { oneTimer } from '../timers/one-timer.ts';
import { KeychainNotifier, type KeychainNotifierParts } from './keychain-notifier.ts';
import { KeychainTrouble, type KeychainTroubleParts } from './keychain-trouble.ts';

type WatchKeychainParts = KeychainTroubleParts &
  Omit<KeychainNotifierParts, 'trouble' | 'timer'> & { readonly fleet: Fleet; readonly keychainCheck: KeychainCheck };

/** Follows a keychain that keeps the watch from its tokens: goes on when it is open, and tells the user when it stays shut. */
export function watchKeychain(parts: WatchKeychainParts): KeychainTrouble {
  const isSeenOpen = async () => {
    const isOpen = await parts.keychainCheck.isSeenOpen();
    if (isOpen) await parts.keychain?.stopAsking();
    return isOpen;
  };
  new KeychainRecovery({ ...parts, keychain: { isSeenOpen }, timer: oneTimer() });
  const trouble = new KeychainTrouble(parts);
  new KeychainNotifier({ ...parts, trouble, timer: oneTimer() });
  return trouble;
}
