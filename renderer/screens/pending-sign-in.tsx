import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { PrinterId } from '../../src/domain/printer.ts';
import { ask } from '../bridge.ts';
import { FailureLine } from '../parts/failure-line.tsx';
import { settle } from '../state/failures.ts';
import { circumstances, printerIds } from '../state/fleet.ts';
import { articleId, backToPrinters, leave, open } from '../state/screen.ts';
import { connectPlace } from './connect-place.ts';
import { PasteForm } from './paste-form.tsx';
import { Waiting } from './waiting.tsx';

/** What goes on while the user is in the browser, how to stop it, and plan B when the browser does not come back. */
export function PendingSignIn({ printer }: { printer: PrinterId | null }) {
  useEndOfSignIn(printer);
  const cancel = async () => {
    if (settle(connectPlace, await ask('cancel-sign-in'))) leave();
  };
  return (
    <>
      <Waiting />
      <ol class="steps">
        <li>Sign in on the page that opened in your browser.</li>
        <li>Choose the printer and allow OctoGlance to see it.</li>
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

/**
 * Leaves when the sign-in is over: to the new printer, to the printer connected again, or to the two ways in when nothing
 * came of it. The sign-in may be told of a moment after the screen opened, so its end only counts once it was seen.
 */
function useEndOfSignIn(printer: PrinterId | null): void {
  const before = useRef(new Set(printerIds.peek()));
  const seen = useRef(false);
  useSignalEffect(() => {
    const pending = circumstances.value?.signIn ?? null;
    const added = printerIds.value.find((id) => !before.current.has(id));
    if (printer === null && added !== undefined) {
      backToPrinters(articleId(added));
      return;
    }
    if (pending !== null && pending.printer === printer) {
      seen.current = true;
      return;
    }
    if (!seen.current) return;
    if (printer === null) open({ name: 'connect', printer, way: 'choose' });
    else backToPrinters(articleId(printer));
  });
}
