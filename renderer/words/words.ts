import { computed, signal } from '@preact/signals';
import { german } from './de/german.ts';
import { english } from './en/english.ts';

export type Language = 'en' | 'de';

/** All texts of the window in one language. */
export type Words = typeof english;

const catalogues: Readonly<Record<Language, Words>> = { en: english, de: german };

/** The language of the window; until the main process has said which, the one Chromium was started with. */
export const language = signal<Language>(globalThis.navigator?.language.startsWith('de') ? 'de' : 'en');

/** The texts in that language; what reads them in a component is drawn anew when it changes. */
export const words = computed<Words>(() => catalogues[language.value]);
