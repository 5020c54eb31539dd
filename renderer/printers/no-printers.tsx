import { LinkButton } from '../components/link-button.tsx';
import { StatusShape } from '../components/status-shape.tsx';
import { messages } from '../messages.ts';
import { listTarget } from '../state/failures.ts';
import { open } from '../state/screen.ts';
import { beginSignIn } from '../state/sign-in.ts';
import { switchDemo, switchingDemo } from './requests.ts';

/** What OctoGlance does and how to get started. */
export function NoPrinters() {
  const { overview, connect } = messages.value;
  return (
    <section class="empty" aria-labelledby="empty-title">
      <div class="empty-shapes" aria-hidden="true">
        <StatusShape state="online" large />
        <StatusShape state="offline" large />
        <StatusShape state="reconnect-needed" large />
      </div>
      <h2 id="empty-title">{overview.emptyTitle}</h2>
      <p>{overview.emptyText}</p>
      <div class="empty-actions">
        <button type="button" class="button primary" onClick={() => beginSignIn(null, listTarget)}>
          {connect.signIn}
        </button>
        <button type="button" class="button" onClick={() => open({ name: 'connect', printer: null, way: 'paste' })}>
          {connect.pasteInstead}
        </button>
        <button type="button" class="button" aria-busy={switchingDemo.value} onClick={() => switchDemo(true)}>
          {switchingDemo.value ? overview.demoStarts : overview.tryDemo}
        </button>
      </div>
      <p class="empty-more">
        {connect.notSetUp} <LinkButton link="get-started" target={listTarget} linkText={connect.setUp} />
      </p>
    </section>
  );
}
