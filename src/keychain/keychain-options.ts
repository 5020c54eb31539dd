import type { Milliseconds } from '../domain/time.ts';
import type { Keytar } from './keytar.ts';
import { type SecretServiceCheck, theSecretService } from './secret-service.ts';

/** What the keychain depends on. */
export interface KeychainOptions {
  /** Called before each use of keytar: `loadKeytar`, or `open` of a helper process. */
  readonly keytar: () => Promise<Keytar>;
  /** If keytar runs in a helper process: ends that process, so that no pending call delays quitting. */
  readonly endKeytar?: () => void;
  /** Checks the Secret Service without a prompt; null where there is none. The default suits this system. */
  readonly secretService?: SecretServiceCheck | null;
  /** The time on the monotonic clock. */
  readonly now?: () => Milliseconds;
  /**
   * How long a call may take; by default 10 s for reading and removing, 2 min for writing, which the user waits for.
   */
  readonly timeLimits?: { readonly read: Milliseconds; readonly write: Milliseconds };
}

/** The Secret Service to check; null where there is none. */
export function secretServiceOf({ secretService }: KeychainOptions): SecretServiceCheck | null {
  if (secretService !== undefined) return secretService;
  return process.platform === 'linux' ? theSecretService() : null;
}
