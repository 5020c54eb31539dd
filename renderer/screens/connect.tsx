import type { PrinterId } from '../../src/domain/printer.ts';
import { FailureLine } from '../components/failure-line.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Notices } from '../components/notices.tsx';
import { SubScreen } from '../components/sub-screen.tsx';
import { messages } from '../messages.ts';
import { connectTarget } from '../state/failures.ts';
import { viewOf } from '../state/fleet.ts';
import { leave, open, type Screen } from '../state/screen.ts';
import { beginSignIn } from '../state/sign-in.ts';
import { PasteForm } from './paste-form.tsx';
import { PendingSignIn } from './pending-sign-in.tsx';

/** Adds a printer (null) or reconnects one: by signing in in the browser, or with a pasted token. */
export function ConnectScreen({
  printer,
  way,
}: {
  printer: PrinterId | null;
  way: Extract<Screen, { name: 'connect' }>['way'];
}) {
  const name = printer === null ? null : (viewOf(printer)?.value.name ?? null);
  return (
    <SubScreen title={<ConnectTitle name={name} />}>
      <section class="connect">
        <Notices target={connectTarget} warningsOnly />
        {way === 'choose' ? <ChooseWay printer={printer} name={name} /> : null}
        {way === 'sign-in' ? <PendingSignIn printer={printer} name={name} /> : null}
        {way === 'paste' ? <PasteWay printer={printer} /> : null}
      </section>
    </SubScreen>
  );
}

function ConnectTitle({ name }: { name: string | null }) {
  const { connect } = messages.value;
  return <>{name === null ? connect.addTitle : connect.reconnectTitle(<span dir="auto">{name}</span>)}</>;
}

function ChooseWay({ printer, name }: { printer: PrinterId | null; name: string | null }) {
  const { connect, frame } = messages.value;
  return (
    <>
      <p class="lead">{name === null ? connect.addLead : connect.reconnectLead(<span dir="auto">{name}</span>)}</p>
      <FailureLine target={connectTarget} />
      <div class="stacked-actions">
        <button type="button" class="button primary" onClick={() => beginSignIn(printer, connectTarget)}>
          {connect.signIn}
        </button>
        <button type="button" class="button" onClick={() => open({ name: 'connect', printer, way: 'paste' })}>
          {connect.pasteInstead}
        </button>
        <button type="button" class="button plain" onClick={leave}>
          {frame.cancel}
        </button>
      </div>
      {name === null ? (
        <p class="hint">
          {connect.notSetUp} <LinkButton link="get-started" target={connectTarget} linkText={connect.setUp} />
        </p>
      ) : null}
    </>
  );
}

function PasteWay({ printer }: { printer: PrinterId | null }) {
  const { connect } = messages.value;
  return (
    <>
      <PasteForm printer={printer} hint={connect.pasteHint} onCancel={leave} />
      <FailureLine target={connectTarget} />
      <p class="hint">
        {connect.noToken}{' '}
        <button type="button" class="link-button" onClick={() => beginSignIn(printer, connectTarget)}>
          {connect.signIn}
        </button>
      </p>
    </>
  );
}
