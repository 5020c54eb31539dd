import type { Message, SignInView } from '../../src/ipc/contract.ts';
import { MessageBox } from '../parts/message-box.tsx';
import { Notices } from '../parts/notices.tsx';
import { listPlace } from '../state/failures.ts';
import { circumstances, viewOf } from '../state/fleet.ts';
import { open } from '../state/screen.ts';
import { QuietBanner } from './quiet-banner.tsx';

const offline: Message = {
  title: 'This computer is offline',
  text: 'What you see is the last known state. OctoGlance checks again by itself as soon as the network is back.',
  smallPrint: null,
};

/** What has to be said before the printers: this computer's network, a sign-in under way, quiet, notices. */
export function Banners() {
  const shown = circumstances.value;
  if (shown === null) return null;
  const { network, signIn } = shown;
  return (
    <>
      {network === 'down' ? <MessageBox message={offline} tone="warning" /> : null}
      {signIn === null ? null : (
        <MessageBox message={pendingSignIn(signIn)} tone="info">
          <button
            type="button"
            class="button"
            onClick={() => open({ name: 'connect', printer: signIn.printer, way: 'sign-in' })}
          >
            Show the sign-in
          </button>
        </MessageBox>
      )}
      <QuietBanner />
      <Notices place={listPlace} />
    </>
  );
}

function pendingSignIn({ printer, step }: SignInView): Message {
  if (step !== 'browser' && step !== 'checking') {
    return {
      title: 'A sign-in has a question for you',
      text: 'The new connection is kept only once you have answered.',
      smallPrint: null,
    };
  }
  const view = printer === null ? undefined : viewOf(printer);
  return {
    title: 'A sign-in is waiting in your browser',
    text:
      view === undefined
        ? 'Finish it there to add the printer.'
        : `Finish it there to connect ${view.value.name} again.`,
    smallPrint: null,
  };
}
