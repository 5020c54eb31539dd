import { computed } from '@preact/signals';
import type { Language } from '../../src/domain/settings.ts';
import type { ShownStatus } from '../../src/domain/shown-status.ts';
import { language } from '../words.ts';
import { printerIds, viewOf } from './fleet.ts';

let known: { readonly language: Language; readonly words: ReadonlyMap<ShownStatus, string> } | null = null;

/** The names of all states that printers have or had since the window's language was set. */
const wordsByState = computed<ReadonlyMap<ShownStatus, string>>(() => {
  const words = new Map(known?.language === language.value ? known.words : []);
  for (const id of printerIds.value) {
    const view = viewOf(id)?.value;
    if (view !== undefined) words.set(view.status, view.words);
  }
  known = { language: language.value, words };
  return words;
});

/** The name of a state; empty if no printer was ever seen in it. */
export function stateWords(state: ShownStatus): string {
  return wordsByState.value.get(state) ?? '';
}
