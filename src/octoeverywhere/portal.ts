import type { CompletionProblem } from '../domain/completion-problem.ts';
import type { Message } from '../domain/message.ts';
import type { Secret } from '../domain/secret.ts';
import type { Messages } from '../i18n/messages.ts';
import { appScheme, type Completion, readCompletion } from './completion.ts';
import type { Service } from './links.ts';
import { canBeToken } from './token.ts';

/** A new App Connection, as the portal handed it out. */
export interface PortalConnection {
  readonly secret: Secret;
  /** Null when it came without a name. */
  readonly printerName: string | null;
}

/**
 * The App Connection Portal's address for a sign-in in the user's own browser (API §3). Without `returnUrl` the portal ends
 * on a page of its own, whose address the user can paste; `printerId` preselects a printer.
 */
export function portalUrl(sign: Service & { readonly returnUrl?: string; readonly printerId?: string }): URL {
  const url = new URL('/appportal/v1/', sign.origin);
  url.searchParams.set('appid', sign.appId);
  if (sign.returnUrl !== undefined) url.searchParams.set('returnUrl', sign.returnUrl);
  if (sign.printerId !== undefined) url.searchParams.set('printerId', sign.printerId);
  return url;
}

/** The return address that brings the browser back to this app. */
export function returnAddress(nonce: string): string {
  return `${appScheme}//connected?state=${encodeURIComponent(nonce)}`;
}

/** 128 bits: nobody guesses it while a sign-in is pending. */
const nonceBytes = 16;

/** A one-time value for one sign-in, 22 characters of base64url; `fillRandomly` is Web Crypto's `getRandomValues`. */
export function newNonce(fillRandomly: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  return Buffer.from(fillRandomly(new Uint8Array(nonceBytes))).toString('base64url');
}

/**
 * What a link that the system handed over brought: the nonce it carries (null without one) and the new connection, or a
 * message that says why there is none. Any program can hand over such a link, so the nonce has to be checked before
 * anything else is done with it. Never throws.
 */
export function readCallback(
  link: string,
  origin: URL,
  words: Messages,
): { readonly nonce: string | null; readonly connection: PortalConnection | Message } {
  const completion = readCompletion(link, origin);
  return { nonce: completion.state, connection: connectionOf(completion, words) };
}

/** Longer than any token or link with all that may surround it, in characters. */
const longestPaste = 20_000;

/**
 * Takes what a user pasted: a bare app token, or the address on which the portal ended. White space, quotes and angle
 * brackets around it are dropped, and line breaks that a mail or a terminal put into a link. When it is neither, the
 * message says so and never repeats what was pasted. Never throws.
 */
export function readPasted(text: string, origin: URL, words: Messages): PortalConnection | Message {
  if (text.length > longestPaste) return explain('too-long', words);
  const bare = withoutWrapping(text);
  const link = (address: string) => connectionOf(readCompletion(address, origin), words);
  if (bare === '') return words.connecting.pastedNothing;
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(bare)) return link(bare.replace(/\s+/g, ''));
  if (/^(www\.)?octoeverywhere\.com\//i.test(bare)) return link(`https://${bare}`);
  if (/\s/.test(bare)) return words.connecting.pastedSpaces;
  if (!canBeToken(bare)) return words.connecting.pastedCharacters;
  return { secret: { appApiToken: bare }, printerName: null };
}

function connectionOf(completion: Completion, words: Messages): PortalConnection | Message {
  switch (completion.kind) {
    case 'completed':
      return { secret: completion.secret, printerName: completion.printerName };
    case 'refused':
      return words.connecting.refused;
    case 'problem':
      return explain(completion.problem, words);
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
];

function withoutWrapping(text: string): string {
  // Invisible characters come along with text from web pages.
  let bare = text.replace(/\p{Cf}/gu, '').trim();
  for (const [open, close] of [...wrappings, ...wrappings]) {
    if (bare.length > 1 && bare.startsWith(open) && bare.endsWith(close)) bare = bare.slice(1, -1).trim();
  }
  return bare;
}
