import type { PrinterId } from '../../src/domain/printer.ts';
import { FailureLine } from '../parts/failure-line.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { Notices } from '../parts/notices.tsx';
import { SubScreen } from '../parts/sub-screen.tsx';
import { connectPlace } from '../state/failures.ts';
import { viewOf } from '../state/fleet.ts';
import { leave, open, type Screen } from '../state/screen.ts';
import { PasteForm } from './paste-form.tsx';
import { PendingSignIn } from './pending-sign-in.tsx';
import { beginSignIn } from './sign-in.ts';

/** Adds a printer (null) or connects one again: by sign-in in the browser, or by a pasted token. */
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
        <Notices place={connectPlace} warningsOnly />
        {way === 'choose' ? <ChooseWay printer={printer} name={name} /> : null}
        {way === 'sign-in' ? <PendingSignIn printer={printer} name={name} /> : null}
        {way === 'paste' ? <PasteWay printer={printer} /> : null}
      </section>
    </SubScreen>
  );
}

function ConnectTitle({ name }: { name: string | null }) {
  if (name === null) return <>Add a printer</>;
  return (
    <>
      Reconnect <span dir="auto">{name}</span>
    </>
  );
}

function ChooseWay({ printer, name }: { printer: PrinterId | null; name: string | null }) {
  return (
    <>
      {name === null ? (
        <p class="lead">
          Your browser opens OctoEverywhere. Choose the printer there and allow OctoGlance to see it; then you are
          brought back here.
        </p>
      ) : (
        <p class="lead">
          Your browser opens OctoEverywhere. Choose <span dir="auto">{name}</span> there once more. Its place in the
          list and its settings stay.
        </p>
      )}
      <FailureLine place={connectPlace} />
      <div class="stacked-actions">
        <button type="button" class="button primary" onClick={() => beginSignIn(printer, connectPlace)}>
          Sign in with OctoEverywhere
        </button>
        <button type="button" class="button" onClick={() => open({ name: 'connect', printer, way: 'paste' })}>
          Paste a token instead
        </button>
        <button type="button" class="button plain" onClick={leave}>
          Cancel
        </button>
      </div>
      {name === null ? (
        <p class="hint">
          Printer not on OctoEverywhere yet?{' '}
          <LinkButton link="get-started" place={connectPlace} words="Set up a printer" />
        </p>
      ) : null}
    </>
  );
}

function PasteWay({ printer }: { printer: PrinterId | null }) {
  return (
    <>
      <PasteForm
        printer={printer}
        hint="The App token of one printer, or the whole address your browser shows after signing in. It is kept in this computer’s keychain."
        onCancel={leave}
      />
      <FailureLine place={connectPlace} />
      <p class="hint">
        No token at hand?{' '}
        <button type="button" class="link-button" onClick={() => beginSignIn(printer, connectPlace)}>
          Sign in with OctoEverywhere
        </button>
      </p>
    </>
  );
}
