import type { KeychainError } from '../domain/outcome.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Secret } from '../domain/secret.ts';

export type SecretRead =
  | { readonly kind: 'found'; readonly secret: Secret }
  /** The keychain works and has no (readable) entry for this printer. */
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
      /** It may be in the keychain all the same, or come to be there later: an unlock prompt stands open. */
      readonly mayBeKept?: true;
    };

export type SecretRemoval = { readonly kind: 'gone' } | { readonly kind: 'unavailable'; readonly why: KeychainError };

/** The three verbs on secrets. None of them throws. */
export interface SecretStore {
  read(id: PrinterId): Promise<SecretRead>;
  write(id: PrinterId, secret: Secret): Promise<SecretWrite>;
  remove(id: PrinterId): Promise<SecretRemoval>;
}

/** A store of secrets in the system's keychain, which may have a question for the user. */
export interface Keychain extends SecretStore {
  /** The user wants it tried again now (Refresh): the next read may bring up the system's unlock prompt again. */
  askAgain(): void;
  /**
   * The user wants to answer its question: brings up the unlock prompt, or what it shows to make a first keyring. Resolves
   * at once to whether the printers that wait have to be asked about for it; else they go on when it is seen open.
   */
  bringUp(): Promise<'refresh' | 'wait'>;
  /** It is seen open: a call that waits for a prompt which nobody has to answer any more is ended, so that others go on. */
  stopAsking(): Promise<void>;
  /** `listener` hears when it begins to wait for the user, as far as the time that a call takes tells, and when no more. */
  onAsking(listener: (asking: boolean) => void): void;
  /**
   * For the end of the app: starts nothing any more, leaves a call under way one second, and tells whether the process
   * can end on its own. It says false when keytar runs in this process and an unlock prompt stands open (`app.quit`,
   * `app.exit` and `process.exit` all hang in Electron 33 and Node 20, joining the worker thread): save everything,
   * then `process.kill(process.pid, 'SIGKILL')`.
   */
  close(): Promise<boolean>;
}
