import { showKeys } from '../parts/keys-dialog.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { settingsPlace } from '../state/failures.ts';
import { circumstances } from '../state/fleet.ts';
import { words } from '../words/words.ts';

/** What this is, who made it, and where to go on. */
export function About() {
  return (
    <section class="about" aria-labelledby="about-title">
      <h2 id="about-title">About OctoGlance</h2>
      <p class="hint">Version {circumstances.value?.version}</p>
      <p>OctoGlance is an independent app for OctoEverywhere users, not made by OctoEverywhere.</p>
      <ul class="links">
        <li>
          <LinkButton link="dashboard" place={settingsPlace} words="OctoEverywhere dashboard" />
        </li>
        <li>
          <LinkButton link="support" place={settingsPlace} words="OctoEverywhere support" />
        </li>
        <li>
          <LinkButton link="error-codes" place={settingsPlace} words="What the error codes mean" />
        </li>
        <li>
          <button type="button" class="link-button" onClick={showKeys}>
            {words.value.keys.show}
          </button>
        </li>
      </ul>
    </section>
  );
}
