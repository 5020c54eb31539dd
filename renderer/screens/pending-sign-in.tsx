import type { PrinterId } from '../../src/domain/printer.ts';
import { ask } from '../bridge.ts';
import { FailureLine } from '../parts/failure-line.tsx';
import { connectPlace, settle } from '../state/failures.ts';
import { leave } from '../state/screen.ts';
import { PasteForm } from './paste-form.tsx';
import { useStepOfSignIn } from './sign-in.ts';
import { SignInQuestionBox } from './sign-in-question.tsx';
import { Waiting } from './waiting.tsx';

/** What goes on while the user is in the browser, how to stop it, and plan B when the browser does not come back. */
export function PendingSignIn({ printer, name }: { printer: PrinterId | null; name: string | null }) {
  const step = useStepOfSignIn(printer);
  const cancel = async () => {
    if (settle(connectPlace, await ask('cancel-sign-in'))) leave();
  };
  if (step === 'checking') return <Waiting words="Checking with OctoEverywhere…" />;
  if (step !== 'browser') return <SignInQuestionBox question={step} onCancel={cancel} />;
  return (
    <>
      <Waiting words="Waiting for your browser" />
      <ol class="steps">
        <li>Sign in on the page that opened in your browser.</li>
        <li>
          {name === null ? (
            'Choose the printer and allow OctoGlance to see it.'
          ) : (
            <>
              Choose <span dir="auto">{name}</span> and allow OctoGlance to see it.
            </>
          )}
        </li>
        <li>Let the browser open OctoGlance when it asks.</li>
      </ol>
      <FailureLine place={connectPlace} />
      <h2 class="plan-b-title">The browser did not come back?</h2>
      <PasteForm
        printer={printer}
        hint="Paste the address that the last page shows in the browser’s address bar."
        onCancel={cancel}
      />
    </>
  );
}
