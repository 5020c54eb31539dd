import type { Message } from '../../src/domain/message.ts';
import type { SignInView } from '../../src/domain/results.ts';
import { Icon } from '../components/icon.tsx';
import { MessageBox } from '../components/message-box.tsx';
import { Notices } from '../components/notices.tsx';
import { messages } from '../messages.ts';
import { listTarget } from '../state/failures.ts';
import { appState, viewOf } from '../state/fleet.ts';
import { open } from '../state/screen.ts';
import { useAnnouncedCause } from './announced-cause.ts';
import { QuietBanner } from './quiet-banner.tsx';
import { switchDemo, switchingDemo } from './requests.ts';
import { ServiceBanner } from './service-banner.tsx';

/** Everything shown above the printers: this computer's network, a pending sign-in, quiet hours, notices. */
export function Banners() {
  const shown = appState.value;
  useAnnouncedCause();
  if (shown === null) return null;
  const { network, serviceSilentSince, signIn } = shown;
  const texts = messages.value.overview;
  return (
    <>
      {shown.demo ? <DemoBanner /> : null}
      {network === 'down' ? <MessageBox message={texts.offline} tone="warning" /> : null}
      {network === 'sign-in' ? <MessageBox message={texts.networkSignIn} tone="warning" /> : null}
      {serviceSilentSince === null ? null : <ServiceBanner since={serviceSilentSince} />}
      {signIn === null ? null : (
        <MessageBox message={pendingSignIn(signIn)} tone="info">
          <button
            type="button"
            class="button"
            onClick={() => open({ name: 'connect', printer: signIn.printer, way: 'sign-in' })}
          >
            {texts.showSignIn}
          </button>
        </MessageBox>
      )}
      <QuietBanner />
      <Notices target={listTarget} />
    </>
  );
}

/** Explains the demo, and offers to leave it. */
function DemoBanner() {
  const { demoText, leaveDemo, demoEnds } = messages.value.overview;
  return (
    <div class="quiet-banner">
      <Icon name="info" />
      <p>{demoText}</p>
      <button type="button" class="link-button" onClick={() => switchDemo(false)}>
        {switchingDemo.value ? demoEnds : leaveDemo}
      </button>
    </div>
  );
}

function pendingSignIn({ printer, step }: SignInView): Message {
  const texts = messages.value.overview;
  if (step !== 'browser' && step !== 'checking') {
    return texts.signInAsks;
  }
  const view = printer === null ? undefined : viewOf(printer);
  return {
    title: texts.signInWaits,
    text: view === undefined ? texts.finishToAdd : texts.finishToReconnect(view.value.name),
    smallPrint: null,
  };
}
