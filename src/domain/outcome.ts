import type { ConnectionInfo } from './connection-info.ts';
import type { Instant } from './time.ts';

/** Why a request to OctoEverywhere had no usable response. None of these says anything about the printer. */
export type Problem =
  /** An HTTP status that says nothing about the printer: 600, 602, 607–609, 611–613, unknown 6xx, 5xx, 4xx, 3xx… */
  | { readonly type: 'http-status'; readonly status: number }
  /** A 200 whose body does not match the service's documentation. */
  | { readonly type: 'malformed'; readonly what: 'empty' | 'html' | 'not-json' | 'wrong-shape' | 'too-large' }
  /** A redirect that must not be followed, or too many of them. */
  | { readonly type: 'redirect'; readonly why: 'foreign-host' | 'too-many' | 'unreadable' }
  /** The request failed on the way. `connect-timeout` and `timeout` are our own limits (10 s and 15 s). */
  | { readonly type: 'network'; readonly cause: NetworkCause }
  /** The token could not be read from the keychain; no request was sent. */
  | { readonly type: 'keychain'; readonly why: KeychainError };

export type NetworkCause =
  | 'no-network'
  | 'dns'
  | 'connect'
  | 'connect-timeout'
  /**
   * The certificate is not OctoEverywhere's: for another host, or from an authority that this computer does not trust.
   */
  | 'certificate'
  | 'tls'
  | 'proxy'
  | 'read'
  | 'timeout'
  | 'other';

export type KeychainError =
  | 'locked'
  /** The keychain is waiting for the user to answer its prompt. */
  | 'asking'
  /** The service runs but has no keyring, wallet or open database to store anything in. */
  | 'no-keyring'
  /** The keychain is open and has the token, but the user denied OctoGlance access. */
  | 'denied'
  /** The only keychain is KWallet, and it is disabled in its settings. */
  | 'kwallet-disabled'
  | 'no-secret-service'
  | 'no-session-bus'
  | 'refused';

/** Statuses by which OctoEverywhere reports a dead App Connection. */
export type RefusalStatus = 603 | 604 | 606;

/** The outcome of one check of one printer. Every HTTP status and every failure maps to one of these. */
export type PollOutcome =
  | { readonly kind: 'answered'; readonly info: ConnectionInfo }
  /** 601: the App Connection is valid, the printer is not connected. */
  | { readonly kind: 'printer-not-connected' }
  /** 603, 604, 606. Believed only once confirmed, see status.ts. */
  | { readonly kind: 'refused'; readonly status: RefusalStatus }
  /** 605: the owner has no Supporter Perks now. */
  | { readonly kind: 'perks-needed' }
  /** 610: the printer's OctoEverywhere plugin is too old. */
  | { readonly kind: 'update-needed' }
  /** The keychain works but has no token for this printer. */
  | { readonly kind: 'token-lost' }
  | { readonly kind: 'no-answer'; readonly problem: Problem };

/** The outcome of a request, plus what every response carries regardless of its status. */
export interface Answered {
  readonly outcome: PollOutcome;
  /** The server's time from the `Date` header (UTC, whole seconds); null without a usable one. */
  readonly serverDate: Instant | null;
  /** The `Retry-After` header in seconds, already limited to one hour; null when there was none. */
  readonly retryAfterSeconds: number | null;
}

/** Wraps an outcome without a response, or without known headers. */
export function outcomeAlone(outcome: PollOutcome): Answered {
  return { outcome, serverDate: null, retryAfterSeconds: null };
}

/**
 * Whether something other than OctoEverywhere responded, as in a network that requires a sign-in: a web page, a
 * redirect to another host, status 511 (RFC 6585 §6), or a foreign certificate.
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

/** Whether a failed request certainly was not carried out: it never got through, or was rejected on the way. */
export function wasNotSent(problem: Problem): boolean {
  switch (problem.type) {
    case 'keychain':
      return true;
    case 'http-status':
      return problem.status >= 400 && problem.status <= 499 && problem.status !== 408;
    case 'network':
      return unsent.has(problem.cause);
    case 'malformed':
    case 'redirect':
      return false;
  }
}

const unsent: ReadonlySet<NetworkCause> = new Set([
  'no-network',
  'dns',
  'connect',
  'connect-timeout',
  'certificate',
  'proxy',
]);
