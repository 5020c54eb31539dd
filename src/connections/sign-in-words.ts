import type { Message } from '../domain/message.ts';

/** Nobody came back within 15 minutes. */
export const timedOut: Message = {
  title: 'The sign-in took too long',
  text: 'The browser did not come back within 15 minutes, so OctoGlance stopped waiting. Nothing was kept; sign in once more.',
  smallPrint: null,
};

/** The user did not say within 15 minutes what to do with a new connection. */
export const unanswered: Message = {
  title: 'The sign-in took too long',
  text: 'The question about the new connection was not answered within 15 minutes. Nothing was kept; sign in once more.',
  smallPrint: null,
};

/** A link with the nonce of a sign-in that has ended, or that is past its time. */
export const overAlready: Message = {
  title: 'This sign-in is no longer waited for',
  text: 'It has already ended, was cancelled, or took longer than 15 minutes. What the link brought was not kept; sign in again if the printer is not in the list.',
  smallPrint: null,
};

/** A link without a nonce, or with one that this run of the app never gave out. */
export const notAskedFor: Message = {
  title: 'A sign-in came that nobody waits for',
  text: 'OctoGlance did not ask for it, or was restarted since. What the link brought was not kept; to connect a printer, sign in from here.',
  smallPrint: null,
};

/** The same, while another sign-in goes on. */
export const notThisOne: Message = {
  title: 'A link came that is not from this sign-in',
  text: 'What it brought was not kept. The sign-in that you began goes on: finish it in the browser.',
  smallPrint: null,
};

/** The window asked for something that is no longer in question. */
export const nothingAsked: Message = {
  title: 'This question is out of date',
  text: 'The sign-in has ended in the meantime, and nothing was kept. Sign in once more.',
  smallPrint: null,
};
