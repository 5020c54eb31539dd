import { computed, signal } from '@preact/signals';
import type { Language } from '../../src/domain/settings.ts';
import { german } from './de/german.ts';
import { english } from './en/english.ts';

/** Words with something else in between, such as a name that may be written from right to left. */
export type Phrase<Part> = readonly (string | Part)[];

/** All texts of the window in one language. */
export type Words = typeof english;

const catalogues: Readonly<Record<Language, Words>> = { en: english, de: german };

/** The language of the window. */
export const language = signal<Language>('en');

/** The texts in that language; what reads them in a component is drawn anew when it changes. */
export const words = computed<Words>(() => catalogues[language.value]);
