import type { UpdateSteps } from '../../src/domain/update-steps.ts';
import type { UpdateState } from '../../src/domain/updates.ts';
import { ask } from '../bridge.ts';
import { LinkButton } from '../parts/link-button.tsx';
import { settingsPlace, settle } from '../state/failures.ts';
import { words } from '../words.ts';
import { SwitchSetting } from './switch-setting.tsx';

/** Whether newer versions are looked for, what was found, and a look right now. */
export function Updates({ on, state }: { on: boolean; state: UpdateState }) {
  const said = words.value.updates;
  const lookNow = async () => {
    settle(settingsPlace, await ask('look-for-update'));
  };
  const restart = async () => {
    settle(settingsPlace, await ask('restart-to-update'));
  };
  const busy = state.kind === 'looking' || state.kind === 'downloading';
  return (
    <section class="group" aria-label={said.title}>
      <SwitchSetting
        label={said.daily}
        explanation={said.dailyText}
        on={on}
        change={(lookForUpdates) => () => ({ lookForUpdates })}
      />
      <div class="setting">
        <div class="setting-words">
          <p>{said.title}</p>
          <p class="hint" role="status">
            {stateWords(state)}
          </p>
          {state.kind === 'available' && state.steps !== null ? <Steps steps={state.steps} /> : null}
        </div>
        <div class="setting-buttons">
          {state.kind === 'ready' && state.canRestart ? (
            <button type="button" class="button primary" onClick={restart}>
              {said.restartNow}
            </button>
          ) : null}
          {'version' in state ? (
            <LinkButton link="whats-new" place={settingsPlace} words={said.whatsNew} />
          ) : (
            <button type="button" class="button" disabled={busy} onClick={lookNow}>
              {said.lookNow}
            </button>
          )}
        </div>
      </div>
    </section>
  );
}

/** The very file for this package, and what installs it. */
function Steps({ steps: { file, command } }: { steps: UpdateSteps }) {
  const { fetch, fetchAndRun } = words.value.updates;
  return (
    <>
      <p class="hint">{command === null ? fetch(file) : fetchAndRun(file)}</p>
      {command === null ? null : <code class="update-command">{command}</code>}
    </>
  );
}

function stateWords(state: UpdateState): string {
  const said = words.value.updates.state;
  switch (state.kind) {
    case 'not-looked':
      return said.notLooked;
    case 'looking':
      return said.looking;
    case 'newest':
      return said.newest;
    case 'available':
      return said.available(state.version);
    case 'downloading':
      return said.downloading(state.version);
    case 'ready':
      return said.ready(state.version);
    case 'failed':
      return said.failed;
  }
}
