import type { AddResult, SignInChoice, SignInQuestion } from '../domain/results.ts';
import { isGivenOnce, type NewConnection, type OtherPrinter } from './new-connection.ts';
import type { HeldConnection, SignInStep } from './sign-in.ts';

type Refusal = AddResult & { readonly ok: false };
type Failure = OtherPrinter | Refusal;

/** Whether the user can still do something about a connection that was refused. */
export function isUndecided(refusal: Refusal): boolean {
  return refusal.canKeepUntilQuit || refusal.isUnconfirmed === true;
}

/** Whether that has to be decided outside the form that the connection was pasted into. */
export function asksBeyondForm(failure: Failure, connection: NewConnection, isWaiting: boolean): boolean {
  if ('connectedName' in failure) return true;
  if (isWaiting) return false;
  return failure.canKeepUntilQuit || (isUndecided(failure) && isGivenOnce(connection));
}

/** Returns the step in which the user decides about a connection. */
export function questionOf(result: Failure, held: HeldConnection): SignInStep & { at: 'question' } {
  const question: SignInQuestion =
    'connectedName' in result
      ? { asks: 'other-printer', connectedName: result.connectedName, listedName: result.listedName }
      : { asks: result.canKeepUntilQuit ? 'keychain' : 'unconfirmed', message: result.message };
  return { at: 'question', question, held };
}

/** Whether `choice` is an answer to `question`. */
export function fits(choice: SignInChoice, question: SignInQuestion): boolean {
  switch (question.asks) {
    case 'other-printer':
      return choice === 'replace' || choice === 'add';
    case 'keychain':
      return choice === 'try-again' || choice === 'until-quit';
    case 'unconfirmed':
      return choice === 'try-again';
  }
}
