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
