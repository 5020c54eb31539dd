import type { AddResult, SignInChoice, SignInQuestion } from '../domain/results.ts';
import type { OtherPrinter } from './connections.ts';
import type { HeldConnection, SignInStep } from './sign-in.ts';

/** Returns the step in which the user decides about a connection. */
export function questionOf(
  result: OtherPrinter | (AddResult & { readonly ok: false }),
  held: HeldConnection,
): SignInStep & { at: 'question' } {
  const question: SignInQuestion =
    'connectedName' in result
      ? { asks: 'other-printer', connectedName: result.connectedName, listedName: result.listedName }
      : { asks: 'keychain', message: result.message };
  return { at: 'question', question, held };
}

/** Whether `choice` is an answer to `question`. */
export function fits(choice: SignInChoice, question: SignInQuestion): boolean {
  const ofPrinters = choice === 'replace' || choice === 'add';
  return ofPrinters === (question.asks === 'other-printer');
}
