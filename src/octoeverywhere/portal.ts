import type { CompletionProblem } from '../domain/completion-problem.ts';
import type { Message } from '../domain/message.ts';
import type { Secret } from '../domain/secret.ts';
import type { Messages } from '../i18n/messages.ts';
import { appScheme, type Completion, readCompletion } from './completion.ts';
import type { Service } from './links.ts';
import { canBeToken } from './token.ts';

/** A new App Connection as returned by the portal. */
export interface PortalConnection {
  readonly secret: Secret;
  /** Null when it came without a name. */
  readonly printerName: string | null;
}

/**
 * Returns the App Connection Portal's address for a sign-in in the user's browser
 * (https://docs.octoeverywhere.com/app-connections/portal/). Without `returnUrl` the portal ends on its own page, whose
 * address the user can paste.
 */
export function portalUrl(sign: Service & { readonly returnUrl?: string }): URL {
  const url = new URL('/appportal/v1/', sign.origin);
  url.searchParams.set('appid', sign.appId);
  if (sign.returnUrl !== undefined) url.searchParams.set('returnUrl', sign.returnUrl);
  return url;
}

/** Returns the address with which the browser returns to this app. */
export function returnAddress(nonce: string): string {
  return `${appScheme}//connected?state=${encodeURIComponent(nonce)}`;
}

/** 128 bits: impossible to guess while a sign-in is pending. */
const nonceBytes = 16;

/**
 * Creates a one-time value for one sign-in, 22 characters of base64url; `fillRandomly` is Web Crypto's
 * `getRandomValues`.
 */
export function newNonce(fillRandomly: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  return Buffer.from(fillRandomly(new Uint8Array(nonceBytes))).toString('base64url');
}

/**
 * Reads a link that the system passed to the app: returns its nonce (null without one) and the new connection, or a
 * message about why there is none. Any program can pass such a link, so the nonce has to be checked before anything
 * else is done with it. Never throws.
 */
export function readCallback(
  link: string,
  origin: URL,
  messages: Messages,
): { readonly nonce: string | null; readonly connection: PortalConnection | Message } {
  const completion = readCompletion(link, origin);
  return { nonce: completion.state, connection: connectionOf(completion, messages) };
}

/** Longer than any token or link including surrounding text, in characters. */
const longestPaste = 20_000;

/**
 * Reads what the user pasted: a bare app token, or the address on which the portal ended. Ignores white space, quotes
 * and brackets around it, punctuation after a link, and line breaks that a mail program or terminal inserted into it.
 * Returns a message when it is neither, which never repeats the pasted text. Never throws.
 */
export function readPasted(text: string, origin: URL, messages: Messages): PortalConnection | Message {
  if (text.length > longestPaste) return explain('too-long', messages);
  const bare = withoutWrapping(text);
  const link = (address: string) => connectionOf(readCompletion(address, origin), messages);
  if (bare === '') return messages.connecting.pastedNothing;
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(bare)) return link(bare.replace(/\s+/g, ''));
  if (withoutScheme.test(bare)) return link(`https://${bare}`);
  if (/\s/.test(bare)) return messages.connecting.pastedSpaces;
  // A damaged link is no token, and must not be sent as one.
  if (bare.includes('://')) return link(bare);
  if (!canBeToken(bare)) return messages.connecting.pastedCharacters;
  return { secret: { appApiToken: bare }, printerName: null };
}

function connectionOf(completion: Completion, messages: Messages): PortalConnection | Message {
  switch (completion.kind) {
    case 'completed':
      return { secret: completion.secret, printerName: completion.printerName };
    case 'refused':
      return messages.connecting.refused;
    case 'problem':
      return explain(completion.problem, messages);
  }
}

/** Never repeats the link. */
function explain(problem: CompletionProblem, { connecting }: Messages): Message {
  return { ...connecting.completion[problem], smallPrint: connecting.link(problem) };
}

const wrappings: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['<', '>'],
  ['“', '”'],
  ['„', '“'],
  ['‘', '’'],
  ['«', '»'],
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
];

/** How browsers name the page with another one's source. */
const sourceView = /^view-source:/i;

const withoutScheme = /^(www\.)?octoeverywhere\.com\//i;

function withoutWrapping(text: string): string {
  // Text copied from web pages may contain invisible characters.
  let bare = text.replace(/\p{Cf}/gu, '').trim();
  for (;;) {
    const inner = unwrapped(bare).trim();
    if (inner === bare) return bare;
    bare = inner;
  }
}

/** Removes one layer of what surrounds a token or a link. */
function unwrapped(text: string): string {
  const isWrapped = wrappings.some(([open, close]) => text.length > 1 && text.startsWith(open) && text.endsWith(close));
  if (isWrapped) return text.slice(1, -1);
  const isLink = text.includes('://') || withoutScheme.test(text);
  return isLink ? text.replace(sourceView, '').replace(/[.,;:!?]$/, '') : text;
}
