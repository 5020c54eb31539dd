import { signal } from '@preact/signals';
import type { PrinterId } from '../../src/domain/printer.ts';

/** The last printer added while this window is open, and how, until the user dismisses it. */
export const justAdded = signal<{ readonly printer: PrinterId; readonly way: 'sign-in' | 'paste' } | null>(null);

/** The button that adds another printer after one was added. */
export const addAnotherId = 'add-another';
