import type { PrinterId } from '../../src/domain/printer.ts';
import { ask } from '../bridge.ts';
import { FailureLine } from '../parts/failure-line.tsx';
import { connectPlace, settle } from '../state/failures.ts';
import { leave } from '../state/screen.ts';
import { PasteForm } from './paste-form.tsx';
import { useEndOfSignIn } from './sign-in.ts';
import { Waiting } from './waiting.tsx';

/** What goes on while the user is in the browser, how to stop it, and plan B when the browser does not come back. */
export function PendingSignIn({ printer }: { printer: PrinterId | null }) {
  const cameBack = useEndOfSignIn(printer);
  const cancel = async () => {
    if (settle(connectPlace, await ask('cancel-sign-in'))) leave();
  };
  return (
    <>
      {cameBack ? (
        <Waiting words="Checking with OctoEverywhere…" />
      ) : (
        <>
          <Waiting words="Waiting for your browser" />
          <ol class="steps">
            <li>Sign in on the page that opened in your browser.</li>
            <li>Choose the printer and allow OctoGlance to see it.</li>
            <li>Let the browser open OctoGlance when it asks.</li>
          </ol>
        </>
      )}
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
