import type { Theme } from '../../src/domain/settings.ts';

const themes: readonly (readonly [Theme, string])[] = [
  ['system', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

/** Light, dark, or as the system does. */
export function ThemeSetting({ theme, onChange }: { theme: Theme; onChange: (theme: Theme) => void }) {
  return (
    <fieldset class="setting">
      <legend class="setting-words">Theme</legend>
      <div class="segments">
        {themes.map(([value, words]) => (
          <label key={value} class="segment">
            <input type="radio" name="theme" value={value} checked={theme === value} onChange={() => onChange(value)} />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
