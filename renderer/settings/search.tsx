import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { messages } from '../messages.ts';
import { announce } from '../state/announcements.ts';
import { plain } from '../state/matches-filter.ts';

/** How long to wait after typing before screen readers announce the number of matches, ms. */
const rest = 500;

/** Shows only the settings whose text contains everything typed; a section whose title matches stays complete. */
export function SettingsSearch() {
  const text = useSignal('');
  const found = useSignal<number | null>(null);
  const { settings: texts } = messages.value;
  useLayoutEffect(() => {
    found.value = filterSettings(text.value);
  });
  useEffect(() => () => void filterSettings(''), []);
  useEffect(() => {
    const count = found.value;
    if (count === null) return;
    const timer = setTimeout(() => announce(texts.found(count)), rest);
    return () => clearTimeout(timer);
  }, [found.value, text.value, texts]);
  return (
    <search class="settings-search">
      <input
        type="search"
        aria-label={texts.search}
        placeholder={texts.search}
        autocomplete="off"
        spellcheck={false}
        maxLength={100}
        value={text.value}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text.peek() === '') return;
          // Otherwise it would leave the settings.
          event.preventDefault();
          text.value = '';
        }}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value;
        }}
      />
      {found.value === 0 ? <p class="hint">{texts.found(0)}</p> : null}
    </search>
  );
}

/** The number of settings shown; null if nothing is searched for. */
function filterSettings(text: string): number | null {
  const wanted = plain(text).split(/\s+/u).filter(Boolean);
  const has = (element: Element) => {
    const texts = plain(element.textContent ?? '');
    return wanted.every((word) => texts.includes(word));
  };
  let left = 0;
  for (const section of document.querySelectorAll<HTMLElement>('[data-settings-section]')) {
    const heading = section.querySelector('h2');
    const isWhole = heading !== null && has(heading);
    const settings = [...section.querySelectorAll<HTMLElement>('.setting, .quiet-days')];
    let shown = 0;
    for (const setting of settings) {
      setting.hidden = !isWhole && !has(setting);
      if (!setting.hidden) shown += 1;
    }
    section.hidden = shown === 0 && !(isWhole || (settings.length === 0 && has(section)));
    left += section.hidden ? 0 : Math.max(1, shown);
  }
  return wanted.length === 0 ? null : left;
}
