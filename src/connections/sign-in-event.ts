import type { Message } from '../domain/message.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { SignIn } from './sign-in.ts';

/** How a sign-in ended, or something else to report about it. */
export type SignInEvent =
  | { readonly news: 'connected'; readonly printer: PrinterId; readonly added: boolean }
  | { readonly news: 'failed'; readonly printer: PrinterId | null; readonly message: Message }
  /** The user is not waiting any more, so the window is not brought to the front. */
  | { readonly news: 'timed-out'; readonly message: Message }
  | { readonly news: 'question'; readonly printer: PrinterId | null }
  /** A link that belongs to no pending sign-in; `pending` is the sign-in that continues, if any. */
  | { readonly news: 'stray-link'; readonly message: Message; readonly pending: SignIn | null };
