import type { CompletionProblem } from '../../domain/completion-problem.ts';
import type { Message } from '../../domain/message.ts';
import { shared } from './shared.ts';

const copyAgain = 'Copy the full address of the last sign-in page again, or sign in again.';

const completion: Readonly<Record<CompletionProblem, { readonly title: string; readonly text: string }>> = {
  'not-a-completion-link': {
    title: 'This link doesn’t contain a connection',
    text: 'A completed sign-in ends on an address that contains “success=true”. Finish signing in, then copy that page’s address.',
  },
  'foreign-page': {
    title: 'This isn’t an OctoEverywhere link',
    text: 'Nothing was saved. Copy the address of the last page of OctoEverywhere’s sign-in.',
  },
  'no-token': { title: 'The token is missing', text: `The link is incomplete. ${copyAgain}` },
  'doubled-parameter': {
    title: 'This link has been altered',
    text: 'A parameter appears twice, so nothing was saved. Sign in again to get a new link.',
  },
  'foreign-host': {
    title: 'This link points somewhere else',
    text: 'It points to a server that isn’t OctoEverywhere’s, so nothing was saved. Sign in again to get a new link.',
  },
  'too-long': { title: 'This is too long', text: `Completion links are never that long. ${copyAgain}` },
  'unreadable-value': {
    title: 'This link is damaged',
    text: `It contains invalid characters. ${copyAgain}`,
  },
};

/** Adding a connection: signing in, pasting, and what can go wrong. No text repeats what was pasted. */
export const connecting = {
  completion,
  /** Small print; the problem is one of our own identifiers. */
  link: (problem: CompletionProblem) => `Link: ${problem}`,
  /** The portal returned `success=false`, without a reason. */
  refused: {
    title: 'The connection wasn’t set up',
    text: 'The sign-in ended without a connection: it was declined, or something went wrong at OctoEverywhere. Try again.',
    smallPrint: null,
  } as Message,
  pastedNothing: shared.nothingPasted,
  pastedSpaces: {
    title: 'This is neither a token nor a link',
    text: 'An app token is a single word without spaces. Copy just the token, or the full completion link.',
    smallPrint: null,
  } as Message,
  pastedCharacters: {
    title: 'This isn’t an app token',
    text: 'It’s too long or contains characters that app tokens never have. Copy the token again, or the full completion link.',
    smallPrint: null,
  } as Message,
  /** The browser did not return, and nothing was pasted, within 15 minutes. */
  timedOut: {
    title: 'Sign-in timed out',
    text: 'The sign-in wasn’t finished within 15 minutes. Nothing was saved; please sign in again.',
    smallPrint: null,
  } as Message,
  /** The user did not decide within 15 minutes what to do with a new connection. */
  unanswered: {
    title: 'Sign-in timed out',
    text: 'You didn’t choose what to do with the new connection within 15 minutes. Nothing was saved; please sign in again.',
    smallPrint: null,
  } as Message,
  /** A link with the nonce of a sign-in that has ended or expired. */
  overAlready: {
    title: 'This sign-in has already ended',
    text: 'It finished, was cancelled or timed out. Nothing from this link was saved; sign in again if the printer isn’t in your list.',
    smallPrint: null,
  } as Message,
  /** A link without a nonce, or with one that this run of the app never created. */
  notAskedFor: {
    title: 'Unexpected sign-in',
    text: 'OctoGlance didn’t start it, or has been restarted since. Nothing was saved. To connect a printer, sign in from here.',
    smallPrint: null,
  } as Message,
  /** Such a link while another sign-in is pending. */
  notThisOne: {
    title: 'That link is from a different sign-in',
    text: 'Nothing from it was saved. Your own sign-in is still open: finish it in the browser.',
    smallPrint: null,
  } as Message,
  /** The window sent a decision that is no longer pending. */
  nothingAsked: {
    title: 'This no longer applies',
    text: 'The sign-in has ended and nothing was saved. Sign in again.',
    smallPrint: null,
  } as Message,
  noSuchPrinter: shared.printerGone,
  alreadyListed: (name: string): Message => ({
    title: 'This connection is already in your list',
    text: `The token belongs to ${name}. Each printer has its own token.`,
    smallPrint: null,
  }),
  /** Another token for the same printer. */
  printerListed: (name: string): Message => ({
    title: `${name} is already in your list`,
    text: 'Nothing was added. To use the new connection for it, choose “Reconnect” on that printer.',
    smallPrint: null,
  }),
};
