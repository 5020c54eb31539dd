import type { Message } from '../domain/message.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { SignIn } from './sign-in.ts';

/** How a sign-in ended, or something else to report about it. */
export type SignInEvent =
  | { readonly event: 'connected'; readonly printer: PrinterId; readonly added: boolean }
  | { readonly event: 'failed'; readonly printer: PrinterId | null; readonly message: Message }
  /** A pasted token was accepted; the form has shown it. */
  | { readonly event: 'pasted' }
  /** A connection was refused when the user no longer waited for it: in a closed window, or behind another sign-in. */
  | { readonly event: 'refused-late'; readonly printer: PrinterId | null; readonly message: Message }
  /** The user is not waiting any more, so the window is not brought to the front. */
  | { readonly event: 'timed-out'; readonly message: Message }
  | { readonly event: 'question'; readonly printer: PrinterId | null }
  /** A link that belongs to no pending sign-in; `pending` is the sign-in that continues, if any. */
  | { readonly event: 'unexpected-link'; readonly message: Message; readonly pending: SignIn | null };
