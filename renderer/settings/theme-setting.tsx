import type { Theme } from '../../src/domain/settings.ts';
import { FailureLine } from '../parts/failure-line.tsx';
import { words } from '../words/words.ts';
import { useSettingChange } from './use-setting-change.ts';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** Light, dark, or as the system does. */
export function ThemeSetting({ theme }: { theme: Theme }) {
  const said = words.value.settings;
  const { place, apply } = useSettingChange();
  return (
    <fieldset class="setting" aria-describedby={`${place}-hint`}>
      <legend class="setting-words">
        {said.theme}
        <span class="hint" id={`${place}-hint`}>
          {said.themeText}
        </span>
      </legend>
      <div class="segments">
        {themes.map((value) => (
          <label key={value} class="segment">
            <input
              type="radio"
              name="theme"
              value={value}
              checked={theme === value}
              onChange={() => apply(() => ({ theme: value }))}
            />
            <span>{said.themes[value]}</span>
          </label>
        ))}
      </div>
      <FailureLine place={place} />
    </fieldset>
  );
}
