import type { CompletionProblem } from '../../domain/completion-problem.ts';
import type { Message } from '../../domain/message.ts';

const copyAgain = 'Copy the whole address of the sign-in’s last page once more, or sign in again.';

const completion: Readonly<Record<CompletionProblem, { readonly title: string; readonly text: string }>> = {
  'not-a-completion-link': {
    title: 'This link holds no connection',
    text: 'The address on which a sign-in ends has “success=true” in it. Finish the sign-in, then copy the address of its last page.',
  },
  'foreign-page': {
    title: 'This is not a link of OctoEverywhere',
    text: 'Only the address on which OctoEverywhere’s sign-in ends is taken, so nothing was kept. Copy that one.',
  },
  'no-token': { title: 'The token is missing', text: `The link is not complete. ${copyAgain}` },
  'doubled-parameter': {
    title: 'This link is not as OctoEverywhere made it',
    text: 'A part of it appears twice, so nothing was kept. Sign in again to get a fresh one.',
  },
  'foreign-host': {
    title: 'This link leads somewhere else',
    text: 'It names a server that is not OctoEverywhere’s, so nothing was kept. Sign in again to get a fresh one.',
  },
  'too-long': { title: 'This is too long', text: `No completion link is that long. ${copyAgain}` },
  'unreadable-value': {
    title: 'This link is damaged',
    text: `It holds characters that do not belong there. ${copyAgain}`,
  },
};

/** Making a connection: signing in, pasting, and what can go wrong with it. No text repeats what was pasted. */
export const connecting = {
  completion,
  /** Small print; the problem is a name of our own. */
  link: (problem: CompletionProblem) => `Link: ${problem}`,
  /** The portal came back with `success=false`; why, it does not say. */
  refused: {
    title: 'The connection was not made',
    text: 'OctoEverywhere’s portal ended without one: it was declined, or something went wrong there. Sign in once more.',
    smallPrint: null,
  } as Message,
  pastedNothing: {
    title: 'There is nothing to read yet',
    text: 'Paste the app token or the completion link first.',
    smallPrint: null,
  } as Message,
  pastedSpaces: {
    title: 'This is neither a token nor a link',
    text: 'An app token is one word without spaces. Copy the token or the whole completion link, and nothing around it.',
    smallPrint: null,
  } as Message,
  pastedCharacters: {
    title: 'This is no app token',
    text: 'It is too long, or it holds characters that no app token has. Copy the token again, or the whole completion link.',
    smallPrint: null,
  } as Message,
  /** Nobody came back, or pasted anything, within 15 minutes. */
  timedOut: {
    title: 'The sign-in took too long',
    text: 'The sign-in wasn’t finished within 15 minutes, so OctoGlance stopped waiting. Nothing was saved; sign in again.',
    smallPrint: null,
  } as Message,
  /** The user did not say within 15 minutes what to do with a new connection. */
  unanswered: {
    title: 'The sign-in took too long',
    text: 'The question about the new connection was not answered within 15 minutes. Nothing was kept; sign in once more.',
    smallPrint: null,
  } as Message,
  /** A link with the nonce of a sign-in that has ended, or that is past its time. */
  overAlready: {
    title: 'This sign-in is no longer waited for',
    text: 'It has already ended, was cancelled, or took longer than 15 minutes. What the link brought was not kept; sign in again if the printer is not in the list.',
    smallPrint: null,
  } as Message,
  /** A link without a nonce, or with one that this run of the app never gave out. */
  notAskedFor: {
    title: 'A sign-in came that nobody waits for',
    text: 'OctoGlance did not ask for it, or was restarted since. What the link brought was not kept; to connect a printer, sign in from here.',
    smallPrint: null,
  } as Message,
  /** The same, while another sign-in goes on. */
  notThisOne: {
    title: 'A link came that is not from this sign-in',
    text: 'What it brought was not kept. The sign-in that you began goes on: finish it in the browser.',
    smallPrint: null,
  } as Message,
  /** The window asked for something that is no longer in question. */
  nothingAsked: {
    title: 'This question is out of date',
    text: 'The sign-in has ended in the meantime, and nothing was kept. Sign in once more.',
    smallPrint: null,
  } as Message,
  noSuchPrinter: {
    title: 'This printer is no longer in the list',
    text: 'It was removed in the meantime. Add it again if you want to watch it.',
    smallPrint: null,
  } as Message,
  alreadyListed: (name: string): Message => ({
    title: 'This connection is already in the list',
    text: `The token belongs to ${name}. Each printer has its own token.`,
    smallPrint: null,
  }),
  /** Another token, the same printer. */
  printerListed: (name: string): Message => ({
    title: `${name} is already in your list`,
    text: 'Nothing was added. To use the new connection for it, choose “Reconnect” on that printer.',
    smallPrint: null,
  }),
};
