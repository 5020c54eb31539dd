import { computed, signal } from '@preact/signals';
import { defaultRegion, type Region } from '../src/domain/region.ts';
import type { Language } from '../src/domain/settings.ts';
import { type WindowMessages, windowMessagesFor } from '../src/i18n/window/window-messages.ts';

/** The window's language. */
export const language = signal<Language>('en');

/** The formats of the user's region. */
export const region = signal<Region>(defaultRegion);

/** The texts in that language; components that use them are redrawn when it changes. */
export const messages = computed<WindowMessages>(() => windowMessagesFor(language.value));
