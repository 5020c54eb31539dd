import { showKeys } from '../parts/keys-dialog.tsx';
import { LinkButton } from '../parts/link-button.tsx';
import { settingsPlace } from '../state/failures.ts';
import { circumstances } from '../state/fleet.ts';
import { words } from '../words/words.ts';

/** What this is, who made it, and where to go on. */
export function About() {
  const { about, keys } = words.value;
  return (
    <section class="about" aria-labelledby="about-title">
      <h2 id="about-title">{about.title}</h2>
      <p class="hint">{about.version(circumstances.value?.version ?? '')}</p>
      <p>{about.independent}</p>
      <ul class="links">
        <li>
          <LinkButton link="dashboard" place={settingsPlace} words={about.dashboard} />
        </li>
        <li>
          <LinkButton link="support" place={settingsPlace} words={about.support} />
        </li>
        <li>
          <LinkButton link="error-codes" place={settingsPlace} words={about.errorCodes} />
        </li>
        <li>
          <button type="button" class="link-button" onClick={showKeys}>
            {keys.show}
          </button>
        </li>
      </ul>
    </section>
  );
}
