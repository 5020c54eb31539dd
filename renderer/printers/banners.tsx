import type { Message } from '../../src/domain/message.ts';
import type { SignInView } from '../../src/domain/results.ts';
import { Icon } from '../parts/icon.tsx';
import { MessageBox } from '../parts/message-box.tsx';
import { Notices } from '../parts/notices.tsx';
import { listPlace } from '../state/failures.ts';
import { circumstances, viewOf } from '../state/fleet.ts';
import { open } from '../state/screen.ts';
import { words } from '../words.ts';
import { useAnnouncedCause } from './announced-cause.ts';
import { switchDemo } from './deeds.ts';
import { QuietBanner } from './quiet-banner.tsx';
import { ServiceBanner } from './service-banner.tsx';

/** What has to be said before the printers: this computer's network, a sign-in under way, quiet, notices. */
export function Banners() {
  const shown = circumstances.value;
  useAnnouncedCause();
  if (shown === null) return null;
  const { network, serviceSilentSince, signIn } = shown;
  const said = words.value.overview;
  return (
    <>
      {shown.demo ? <DemoBanner /> : null}
      {network === 'down' ? <MessageBox message={said.offline} tone="warning" /> : null}
      {network === 'sign-in' ? <MessageBox message={said.networkSignIn} tone="warning" /> : null}
      {serviceSilentSince === null ? null : <ServiceBanner since={serviceSilentSince} />}
      {signIn === null ? null : (
        <MessageBox message={pendingSignIn(signIn)} tone="info">
          <button
            type="button"
            class="button"
            onClick={() => open({ name: 'connect', printer: signIn.printer, way: 'sign-in' })}
          >
            {said.showSignIn}
          </button>
        </MessageBox>
      )}
      <QuietBanner />
      <Notices place={listPlace} />
    </>
  );
}

/** Says what the demo is, and leads out of it. */
function DemoBanner() {
  const { demoText, leaveDemo } = words.value.overview;
  return (
    <div class="quiet-banner">
      <Icon name="info" />
      <p>{demoText}</p>
      <button type="button" class="link-button" onClick={() => switchDemo(false)}>
        {leaveDemo}
      </button>
    </div>
  );
}

function pendingSignIn({ printer, step }: SignInView): Message {
  const said = words.value.overview;
  if (step !== 'browser' && step !== 'checking') {
    return said.signInAsks;
  }
  const view = printer === null ? undefined : viewOf(printer);
  return {
    title: said.signInWaits,
    text: view === undefined ? said.finishToAdd : said.finishToReconnect(view.value.name),
    smallPrint: null,
  };
}
