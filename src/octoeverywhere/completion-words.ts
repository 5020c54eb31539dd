import type { Message } from '../domain/message.ts';
import type { CompletionProblem } from './completion.ts';

/** The portal came back with `success=false`; why, it does not say. */
export const refusedMessage: Message = {
  title: 'The connection was not made',
  text: 'OctoEverywhere’s portal ended without one: it was declined, or something went wrong there. Sign in once more.',
  smallPrint: null,
};

/** What is wrong with a completion link and the one thing to do. Never repeats the link. */
export function explainCompletionProblem(problem: CompletionProblem): Message {
  return { ...words[problem], smallPrint: `Link: ${problem}` };
}

const copyAgain = 'Copy the whole address of the sign-in’s last page once more, or sign in again.';

const words: Readonly<Record<CompletionProblem, { readonly title: string; readonly text: string }>> = {
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

/** What is wrong with text that is neither an app token nor a link. */
export const pastedProblems = {
  empty: {
    title: 'There is nothing to read yet',
    text: 'Paste the app token or the completion link first.',
    smallPrint: null,
  },
  spaces: {
    title: 'This is neither a token nor a link',
    text: 'An app token is one word without spaces. Copy the token or the whole completion link, and nothing around it.',
    smallPrint: null,
  },
  characters: {
    title: 'This is no app token',
    text: 'It is too long, or it holds characters that no app token has. Copy the token again, or the whole completion link.',
    smallPrint: null,
  },
} as const satisfies Record<string, Message>;
