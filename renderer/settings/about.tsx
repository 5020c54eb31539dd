import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AboutView } from '../../src/contract/contract.ts';
import { ask } from '../bridge.ts';
import { showKeys } from '../parts/keys-dialog.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { settingsPlace, settle } from '../state/failures.ts';
import { circumstances } from '../state/fleet.ts';
import { words } from '../words.ts';
import { ToldBox } from './told-box.tsx';
import { useTold } from './use-told.ts';

/** What this is, who made it, what it runs on, and where to go on. */
export function About() {
  const { about: said, keys } = words.value;
  const view = useAbout();
  const { told, run } = useTold();
  const openFolder = async () => {
    settle(settingsPlace, await ask('open-data-folder'));
  };
  const openLicences = async () => {
    settle(settingsPlace, await ask('open-licences'));
  };
  return (
    <section class="about" aria-labelledby="about-title">
      <h2 id="about-title">{said.title}</h2>
      <p class="hint">{said.version(circumstances.value?.version ?? '')}</p>
      <p>{said.independent}</p>
      <p>{said.licence}</p>
      {view === null ? null : (
        <>
          <p class="hint">{said.runsOn(view.electron, view.chromium, view.node, view.system)}</p>
          <p class="small-print">
            {said.dataFolder}: <span class="address">{view.dataFolder}</span>
          </p>
        </>
      )}
      <ul class="links">
        <li>
          <button type="button" class="link-button" onClick={openFolder}>
            {said.openDataFolder}
          </button>
        </li>
        <li>
          <button
            type="button"
            class="link-button"
            aria-describedby="diagnostics-hint"
            onClick={() => run('report-problem')}
          >
            {said.report}
          </button>
        </li>
        <li>
          <button
            type="button"
            class="link-button"
            aria-describedby="diagnostics-hint"
            onClick={() => run('save-diagnostics')}
          >
            {said.saveDiagnostics}
          </button>
        </li>
        <li>
          <LinkButton link="dashboard" place={settingsPlace} words={said.dashboard} />
        </li>
        <li>
          <LinkButton link="support" place={settingsPlace} words={said.support} />
        </li>
        <li>
          <LinkButton link="error-codes" place={settingsPlace} words={said.errorCodes} />
        </li>
        <li>
          <button type="button" class="link-button" onClick={openLicences}>
            {said.licences}
          </button>
        </li>
        <li>
          <button type="button" class="link-button" onClick={showKeys}>
            {keys.show}
          </button>
        </li>
      </ul>
      <p class="small-print" id="diagnostics-hint">
        {said.diagnosticsHint}
      </p>
      <ToldBox told={told} />
    </section>
  );
}

/** Null until it has been told; without it the rest of the screen is as it is. */
function useAbout(): AboutView | null {
  const view = useSignal<AboutView | null>(null);
  useEffect(() => {
    void window.octoglance.request('get-about').then(
      (told) => {
        view.value = told;
      },
      () => {},
    );
  }, [view]);
  return view.value;
}
