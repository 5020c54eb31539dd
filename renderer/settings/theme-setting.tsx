import { useRef } from 'preact/hooks';
import type { Theme } from '../../src/domain/settings.ts';

const themes: readonly (readonly [Theme, string])[] = [
  ['system', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

/** Light, dark, or as the system does. `onChange` says whether it went through; the choice goes back when not. */
export function ThemeSetting({ theme, onChange }: { theme: Theme; onChange: (theme: Theme) => Promise<boolean> }) {
  const all = useRef<HTMLFieldSetElement>(null);
  const choose = async (wanted: Theme) => {
    if (await onChange(wanted)) return;
    const present = all.current?.querySelector<HTMLInputElement>(`input[value="${theme}"]`);
    if (present) present.checked = true;
  };
  return (
    <fieldset ref={all} class="setting">
      <legend class="setting-words">Theme</legend>
      <div class="segments">
        {themes.map(([value, words]) => (
          <label key={value} class="segment">
            <input type="radio" name="theme" value={value} checked={theme === value} onChange={() => choose(value)} />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
