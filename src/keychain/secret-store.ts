import type { KeychainError } from '../domain/outcome.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Secret } from '../domain/secret.ts';

export type SecretRead =
  | { readonly kind: 'found'; readonly secret: Secret }
  /** The keychain works but has no (readable) entry for this printer. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'unavailable'; readonly why: KeychainError };

export type SecretWrite =
  /** Written and read back. */
  | { readonly kind: 'kept' }
  /** Over 2,500 bytes as JSON: Windows stops at 2,560. */
  | { readonly kind: 'too-long' }
  | {
      readonly kind: 'unavailable';
      readonly why: KeychainError;
      /** The entry may be in the keychain anyway, or get there later: an unlock prompt may be open. */
      readonly mayBeKept?: true;
    };

export type SecretRemoval = { readonly kind: 'gone' } | { readonly kind: 'unavailable'; readonly why: KeychainError };

/** Reads, writes and removes secrets. No method throws. */
export interface SecretStore {
  read(id: PrinterId): Promise<SecretRead>;
  write(id: PrinterId, secret: Secret): Promise<SecretWrite>;
  remove(id: PrinterId): Promise<SecretRemoval>;
}

/** A secret store in the system's keychain, which may show prompts to the user. */
export interface Keychain extends SecretStore {
  /** The user wants another attempt (Refresh): the next read may show the system's unlock prompt again. */
  tryAgain(): void;
  /**
   * Shows the unlock prompt, or the one to create a first keyring, at the user's request. Resolves at once: with
   * `refresh` the caller has to check the waiting printers to make the prompt appear, with `wait` they continue when
   * the keychain is seen open.
   */
  bringUp(): Promise<'refresh' | 'wait'>;
  /**
   * The keychain is open: ends a call that still waits for a prompt which is no longer needed, so that others continue.
   */
  stopAsking(): Promise<void>;
  /**
   * `listener` is called when the keychain starts waiting for the user (a call is slow, or `bringUp` showed a prompt),
   * and when it stops.
   */
  onAsking(listener: (asking: boolean) => void): void;
  /**
   * For quitting: starts no more calls, gives the current one a second, and resolves to whether the process can exit
   * normally. False when keytar runs in this process and an unlock prompt is open (`app.quit`, `app.exit` and
   * `process.exit` all hang in Electron 33 and Node 20, joining the worker thread): save everything, then
   * `process.kill(process.pid, 'SIGKILL')`.
   */
  close(): Promise<boolean>;
}
