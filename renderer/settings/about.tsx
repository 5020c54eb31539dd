import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AboutView } from '../../src/contract/contract.ts';
import { ask } from '../bridge.ts';
import { LinkButton } from '../components/link-button.tsx';
import { ResultBox } from '../components/result-box.tsx';
import { showKeys } from '../components/shortcuts-dialog.tsx';
import { useActionResult } from '../components/use-action-result.ts';
import { messages } from '../messages.ts';
import { showFailure } from '../state/failures.ts';
import { appState } from '../state/fleet.ts';

/** What this is, who made it, what it runs on, and links to more. */
export function About() {
  const { about: texts, keys } = messages.value;
  const view = useAbout();
  const { result, target, run } = useActionResult();
  const openFolder = async () => {
    showFailure(target, await ask('open-data-folder'));
  };
  const openLicences = async () => {
    showFailure(target, await ask('open-licences'));
  };
  return (
    <section class="about" aria-labelledby="about-title">
      <h2 id="about-title">{texts.title}</h2>
      <p class="hint">{texts.version(appState.value?.version ?? '')}</p>
      <p>{texts.independent}</p>
      <p>{texts.licence}</p>
      {view === null ? null : (
        <>
          <p class="hint">{texts.runsOn(view.electron, view.chromium, view.node, view.system)}</p>
          <p class="small-print">
            {texts.dataFolder}: <span class="address">{view.dataFolder}</span>
          </p>
        </>
      )}
      <ul class="links">
        <li>
          <button type="button" class="link-button" onClick={openFolder}>
            {texts.openDataFolder}
          </button>
        </li>
        <li>
          <button
            type="button"
            class="link-button"
            aria-describedby="diagnostics-hint"
            onClick={() => run(() => ask('report-problem'))}
          >
            {texts.report}
          </button>
        </li>
        <li>
          <button
            type="button"
            class="link-button"
            aria-describedby="diagnostics-hint"
            onClick={() => run(() => ask('save-diagnostics'))}
          >
            {texts.saveDiagnostics}
          </button>
        </li>
        <li>
          <LinkButton link="dashboard" target={target} linkText={texts.dashboard} />
        </li>
        <li>
          <LinkButton link="support" target={target} linkText={texts.support} />
        </li>
        <li>
          <LinkButton link="error-codes" target={target} linkText={texts.errorCodes} />
        </li>
        <li>
          <button type="button" class="link-button" onClick={openLicences}>
            {texts.licences}
          </button>
        </li>
        <li>
          <button type="button" class="link-button" onClick={showKeys}>
            {keys.show}
          </button>
        </li>
      </ul>
      <p class="small-print" id="diagnostics-hint">
        {texts.diagnosticsHint}
      </p>
      {appState.value?.demo === true ? null : (
        <p class="remove-all-data">
          <button
            type="button"
            class="button"
            aria-describedby="remove-all-hint"
            onClick={() => run(() => ask('remove-all-data'))}
          >
            {texts.removeAllData}
          </button>
          <span class="small-print" id="remove-all-hint">
            {texts.removeAllDataHint}
          </span>
        </p>
      )}
      <ResultBox result={result} target={target} />
    </section>
  );
}

/** Null until it has been loaded; the rest of the screen doesn't depend on it. */
function useAbout(): AboutView | null {
  const view = useSignal<AboutView | null>(null);
  useEffect(() => {
    void window.octoglance.request('get-about').then(
      (known) => {
        view.value = known;
      },
      () => {},
    );
  }, [view]);
  return view.value;
}
