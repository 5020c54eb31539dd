import { ask } from '../bridge.ts';
import { MessageBox } from '../parts/message-box.tsx';
import { listPlace, settle } from '../state/failures.ts';
import { circumstances, viewOf } from '../state/fleet.ts';
import { open } from '../state/screen.ts';

const offline = {
  title: 'This computer is offline',
  text: 'What you see is the last known state. OctoGlance checks again by itself as soon as the network is back.',
  smallPrint: null,
};

/** What has to be said before the printers: this computer's network, a sign-in under way, notices. */
export function Banners() {
  const shown = circumstances.value;
  if (shown === null) return null;
  const { network, signIn, notices } = shown;
  const dismissNotice = async (id: string) => {
    settle(listPlace, await ask('dismiss-notice', id));
  };
  return (
    <>
      {network === 'down' ? <MessageBox message={offline} tone="warning" /> : null}
      {signIn === null ? null : (
        <MessageBox message={pendingSignIn(signIn.printer)} tone="info">
          <button
            type="button"
            class="button"
            onClick={() => open({ name: 'connect', printer: signIn.printer, way: 'sign-in' })}
          >
            Show the sign-in
          </button>
        </MessageBox>
      )}
      {notices.map((notice) => (
        <MessageBox
          key={notice.id}
          message={notice}
          tone={notice.severity}
          onDismiss={notice.dismissable ? () => dismissNotice(notice.id) : null}
        />
      ))}
    </>
  );
}

function pendingSignIn(printer: string | null) {
  const name = printer === null ? null : viewOf(printer)?.value.name;
  return {
    title: 'A sign-in is waiting in your browser',
    text: name == null ? 'Finish it there to add the printer.' : `Finish it there to connect ${name} again.`,
    smallPrint: null,
  };
}
