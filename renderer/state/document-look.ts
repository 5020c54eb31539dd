import { effect } from '@preact/signals';
import { language } from '../messages.ts';
import { appState } from './fleet.ts';
import { settings } from './settings.ts';

/**
 * Gives the document its theme, density and language, now and when they change. They are in place before anything is
 * drawn with them; afterwards, every element would be styled and drawn twice.
 */
export function applyLook(): void {
  const { documentElement } = document;
  effect(() => {
    const theme = appState.value?.settings.theme ?? 'system';
    if (theme === 'system') delete documentElement.dataset['theme'];
    else documentElement.dataset['theme'] = theme;
  });
  effect(() => {
    documentElement.dataset['density'] = settings.value?.density ?? 'comfortable';
  });
  effect(() => {
    documentElement.lang = language.value;
  });
}
