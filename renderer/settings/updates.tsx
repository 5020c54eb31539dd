import type { UpdateSteps } from '../../src/domain/update-steps.ts';
import { leadsToAnother, type UpdateState } from '../../src/domain/updates.ts';
import { ask } from '../bridge.ts';
import { FailureLine } from '../components/failure-line.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { useMessageTarget } from '../components/use-message-target.ts';
import { messages } from '../messages.ts';
import { showFailure } from '../state/failures.ts';
import { SwitchSetting } from './switch-setting.tsx';

/** Whether to check for updates, the result, and a button to check now. */
export function Updates({ on, state }: { on: boolean; state: UpdateState }) {
  const texts = messages.value.updates;
  const target = useMessageTarget();
  const checkNow = async () => {
    showFailure(target, await ask('look-for-update'));
  };
  const restart = async () => {
    showFailure(target, await ask('restart-to-update'));
  };
  const busy = state.kind === 'looking' || state.kind === 'downloading';
  return (
    <section class="group" aria-label={texts.title}>
      <SwitchSetting
        label={texts.daily}
        explanation={texts.dailyText}
        on={on}
        change={(lookForUpdates) => () => ({ lookForUpdates })}
      />
      <div class="setting">
        <div class="setting-words">
          <p>{texts.title}</p>
          <p class="hint" role="status">
            {statusTexts(state)}
          </p>
          {state.kind === 'available' && state.steps !== null ? <Steps steps={state.steps} /> : null}
        </div>
        <div class="setting-buttons">
          {leadsToAnother(state) ? (
            <button type="button" class="button primary" onClick={restart}>
              {texts.restartNow}
            </button>
          ) : null}
          {'version' in state ? (
            <LinkButton link="whats-new" target={target} linkText={texts.whatsNew} />
          ) : (
            <button type="button" class="button" disabled={busy} onClick={checkNow}>
              {texts.checkNow}
            </button>
          )}
        </div>
        <FailureLine target={target} intoView />
      </div>
    </section>
  );
}

/** The file for this package and the command that installs it. */
function Steps({ steps: { file, command } }: { steps: UpdateSteps }) {
  const { fetch, fetchAndRun } = messages.value.updates;
  return (
    <>
      <p class="hint">{command === null ? fetch(file) : fetchAndRun(file)}</p>
      {command === null ? null : <code class="update-command">{command}</code>}
    </>
  );
}

function statusTexts(state: UpdateState): string {
  const texts = messages.value.updates.state;
  switch (state.kind) {
    case 'idle':
      return texts.notLooked;
    case 'looking':
      return texts.looking;
    case 'newest':
      return texts.newest;
    case 'available':
      return texts.available(state.version);
    case 'downloading':
      return texts.downloading(state.version);
    case 'ready':
      return texts.ready(state.version);
    case 'installed':
      return texts.installed(state.version);
    case 'failed':
      return texts.failed;
  }
}
