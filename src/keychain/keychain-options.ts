import type { Instant, Milliseconds } from '../domain/time.ts';
import type { Keytar } from './keytar.ts';
import type { SecretServiceLook } from './secret-service.ts';

/** What the keychain rests on. */
export interface KeychainOptions {
  /** Asked for keytar before each call: `loadKeytar`, or `open` of a helper process. */
  readonly keytar: () => Promise<Keytar>;
  /** Where keytar runs in a helper process: ends it, so that no call under way holds up the end of the app. */
  readonly endKeytar?: () => void;
  /** Looks at the Secret Service without a prompt; null where there is none. By default right for this system. */
  readonly secretService?: SecretServiceLook | null;
  /** Any clock that does not jump back. */
  readonly now?: () => Instant;
  /** How long a call may take; 10 s for reading and removing, 2 min for writing, which the user waits for. */
  readonly timeLimits?: { readonly read: Milliseconds; readonly write: Milliseconds };
}
