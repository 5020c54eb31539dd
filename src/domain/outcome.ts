import type { ConnectionInfo } from './connection-info.ts';
import type { Instant } from './time.ts';

/** Why a request to OctoEverywhere brought no usable answer. Nothing in here says anything about the printer. */
export type Problem =
  /** An HTTP status that carries no news about the printer: 600, 602, 607–609, 611–613, unknown 6xx, 5xx, 4xx, 3xx… */
  | { readonly type: 'http-status'; readonly status: number }
  /** A 200 whose body is not what the service documents. */
  | { readonly type: 'malformed'; readonly what: 'empty' | 'html' | 'not-json' | 'wrong-shape' | 'too-large' }
  /** A redirect that must not be followed, or one too many. */
  | { readonly type: 'redirect'; readonly why: 'foreign-host' | 'too-many' | 'unreadable' }
  /** The request did not come through. `connect-timeout` and `timeout` are ours (10 s and 15 s). */
  | { readonly type: 'network'; readonly cause: NetworkCause }
  /** The token could not be read from the keychain; nothing was asked. */
  | { readonly type: 'keychain'; readonly why: KeychainError };

export type NetworkCause =
  | 'no-network'
  | 'dns'
  | 'connect'
  | 'connect-timeout'
  /** The certificate is somebody else's: for another host, or of an authority that this computer does not trust. */
  | 'certificate'
  | 'tls'
  | 'proxy'
  | 'read'
  | 'timeout'
  | 'other';

export type KeychainError =
  | 'locked'
  /** It waits for the user to answer its prompt. */
  | 'asking'
  /** It runs and has no keyring, wallet or open database to keep anything in. */
  | 'no-keyring'
  /** It is open, has the token, and the user did not let OctoGlance have it. */
  | 'denied'
  /** KWallet is what there is, and it is switched off in its settings. */
  | 'kwallet-disabled'
  | 'no-secret-service'
  | 'no-session-bus'
  | 'refused';

/** Statuses with which OctoEverywhere says that the App Connection is dead. */
export type RefusalStatus = 603 | 604 | 606;

/** What came of asking once about one printer. Every HTTP status and every failure is one of these. */
export type PollOutcome =
  | { readonly kind: 'answered'; readonly info: ConnectionInfo }
  /** 601: the App Connection is valid, the printer is not connected. */
  | { readonly kind: 'printer-not-connected' }
  /** 603, 604, 606. Believed only when confirmed, see status.ts. */
  | { readonly kind: 'refused'; readonly status: RefusalStatus }
  /** 605: the owner has no Supporter Perks now. */
  | { readonly kind: 'perks-needed' }
  /** 610: the printer's OctoEverywhere plugin is too old. */
  | { readonly kind: 'update-needed' }
  /** The keychain works and holds no token for this printer. */
  | { readonly kind: 'token-lost' }
  | { readonly kind: 'no-answer'; readonly problem: Problem };

/** What came of a request, and what an answer says whatever its status. */
export interface Answered {
  readonly outcome: PollOutcome;
  /** The server's own time in the `Date` header (UTC, whole seconds); null without a usable one. */
  readonly serverDate: Instant | null;
  /** What a `Retry-After` header asked for, in seconds, already limited to one hour; null when there was none. */
  readonly retryAfterSeconds: number | null;
}

/** An outcome to which no answer belongs, or of which nothing but the outcome is known. */
export function outcomeAlone(outcome: PollOutcome): Answered {
  return { outcome, serverDate: null, retryAfterSeconds: null };
}

/**
 * Whether somebody else than OctoEverywhere answered, as in a network that wants a sign-in first: a web page, a redirect
 * to another host, status 511 (RFC 6585 §6), or somebody else's certificate.
 */
export function isForeign(problem: Problem): boolean {
  switch (problem.type) {
    case 'http-status':
      return problem.status === 511;
    case 'malformed':
      return problem.what === 'html';
    case 'redirect':
      return problem.why === 'foreign-host';
    case 'network':
      return problem.cause === 'certificate';
    case 'keychain':
      return false;
  }
}
