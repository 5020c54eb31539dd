import type { Message } from '../domain/message.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { SignIn } from './sign-in.ts';

/** How a sign-in ended, or what else there is to say about it. */
export type SignInEvent =
  | { readonly news: 'connected'; readonly printer: PrinterId; readonly added: boolean }
  | { readonly news: 'failed'; readonly printer: PrinterId | null; readonly message: Message }
  /** Nobody is looking: no reason to bring the window to the front. */
  | { readonly news: 'timed-out'; readonly message: Message }
  | { readonly news: 'question'; readonly printer: PrinterId | null }
  /** A link that no sign-in waits for; one that goes on is for `pending`. */
  | { readonly news: 'stray-link'; readonly message: Message; readonly pending: SignIn | null };
