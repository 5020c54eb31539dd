import type { PrinterId } from '../../src/domain/printer.ts';
import { ask } from '../bridge.ts';
import { FailureLine } from '../components/failure-line.tsx';
import { SignInHelp } from '../components/sign-in-help.tsx';
import { messages } from '../messages.ts';
import { connectTarget, showFailure } from '../state/failures.ts';
import { leave } from '../state/screen.ts';
import { usePendingSignIn } from '../state/sign-in.ts';
import { PasteForm } from './paste-form.tsx';
import { SignInQuestionBox } from './sign-in-question.tsx';
import { Waiting } from './waiting.tsx';

/**
 * What to do while signing in in the browser, how to cancel, and the fallback if the browser doesn't return. Where it
 * can't return, pasting is the only way.
 */
export function PendingSignIn({ printer, name }: { printer: PrinterId | null; name: string | null }) {
  const { step, comesBack, waitsUntil } = usePendingSignIn(printer);
  const cancel = async () => {
    if (showFailure(connectTarget, await ask('cancel-sign-in'))) leave();
  };
  const { connect } = messages.value;
  if (step === 'checking') return <Waiting text={connect.checking} />;
  if (step !== 'browser') return <SignInQuestionBox question={step} onCancel={cancel} />;
  return (
    <>
      <Waiting text={connect.waitingForBrowser} />
      <ol class="steps">
        <li>{connect.stepSignIn}</li>
        <li>{name === null ? connect.stepAllowNew : connect.stepAllow(<span dir="auto">{name}</span>)}</li>
        {comesBack === null ? null : <li>{comesBack ? connect.stepReturn : connect.stepPaste}</li>}
      </ol>
      {comesBack === true ? <p class="hint">{messages.value.signInWait.browserAsks}</p> : null}
      <FailureLine target={connectTarget} />
      {waitsUntil === null ? null : <SignInHelp waitsUntil={waitsUntil} />}
      {comesBack === true ? <h2 class="plan-b-title">{connect.planB}</h2> : null}
      <PasteForm printer={printer} hint={connect.planBHint} onCancel={cancel} />
    </>
  );
}
