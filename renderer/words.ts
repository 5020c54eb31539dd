import { computed, signal } from '@preact/signals';
import { defaultRegion, type Region } from '../src/domain/region.ts';
import type { Language } from '../src/domain/settings.ts';
import { type WindowMessages, windowMessagesFor } from '../src/i18n/window/window-messages.ts';

/** The language of the window. */
export const language = signal<Language>('en');

/** The formats of the user's region. */
export const region = signal<Region>(defaultRegion);

/** The texts in that language; what reads them in a component is redrawn when it changes. */
export const words = computed<WindowMessages>(() => windowMessagesFor(language.value));
