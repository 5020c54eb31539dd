import { useEffect } from 'preact/hooks';
import type { FirstStepsView } from '../../src/contract/contract.ts';
import { ask } from '../bridge.ts';
import { StatusShape } from '../components/status-shape.tsx';
import { messages } from '../messages.ts';
import { MenuEntrySwitch } from '../settings/menu-entry.tsx';
import { SwitchSetting } from '../settings/switch-setting.tsx';
import { listTarget, showFailure } from '../state/failures.ts';
import { filtering, shownIds } from '../state/filter.ts';
import { appState, viewOf } from '../state/fleet.ts';
import { addAnotherId, justAdded } from '../state/just-added.ts';
import { headingId, open, wantedFocus } from '../state/screen.ts';
import { settings } from '../state/settings.ts';
import { beginSignIn } from '../state/sign-in.ts';
import { clearFilter } from './filter-bar.tsx';

/**
 * Shown after a printer was added: offers to add another one, while the list grows below. After the first printer it
 * also says where the icon is, and offers to start at login.
 */
export function AddedCard() {
  const added = justAdded.value;
  const view = added === null ? undefined : viewOf(added.printer)?.value;
  const steps = appState.value?.firstSteps ?? null;
  const isHidden = view !== undefined && filtering.value && !shownIds.value.includes(view.id);
  useEffect(() => {
    if (isHidden) clearFilter();
  }, [isHidden]);
  if (view === undefined && steps === null) return null;
  const texts = messages.value.firstSteps;
  const byPaste = added?.way === 'paste';
  const addAnother = () => {
    if (byPaste) open({ name: 'connect', printer: null, way: 'paste' });
    else void beginSignIn(null, listTarget);
  };
  const finish = async () => {
    if (steps !== null && !showFailure(listTarget, await ask('finish-first-steps'))) return;
    justAdded.value = null;
    wantedFocus.value = headingId;
  };
  return (
    <section class="added" aria-labelledby="added-title">
      <h2 id="added-title">
        <bdi>{view === undefined ? texts.goodToKnow : texts.added(view.name)}</bdi>
      </h2>
      {steps === null ? null : <FirstStepsSection steps={steps} />}
      <div class="added-actions">
        <button id={addAnotherId} type="button" class="button primary" onClick={addAnother}>
          {byPaste ? texts.pasteAnother : texts.addAnother}
        </button>
        <button type="button" class="button" onClick={finish}>
          {texts.done}
        </button>
      </div>
    </section>
  );
}

function FirstStepsSection({ steps }: { steps: FirstStepsView }) {
  const { firstSteps, settings: texts } = messages.value;
  const { title, text } = firstSteps.icon[steps.tray];
  const shown = appState.value?.glance;
  return (
    <>
      <div class="added-icon">
        <StatusShape state={shown?.state ?? 'online'} stale={shown?.stale ?? false} large />
        <div>
          <p class="added-icon-title">{title}</p>
          <p class="hint">{text}</p>
        </div>
      </div>
      <SwitchSetting
        label={texts.startAtLogin}
        explanation={texts.startAtLoginText}
        on={settings.value?.startAtLogin ?? false}
        change={(startAtLogin) => () => ({ startAtLogin })}
      />
      <MenuEntrySwitch />
    </>
  );
}
