import { computed } from '@preact/signals';
import type { Language } from '../../src/domain/settings.ts';
import type { ShownStatus } from '../../src/domain/shown-status.ts';
import { language } from '../messages.ts';
import { printerIds, viewOf } from './fleet.ts';

let known: { readonly language: Language; readonly texts: ReadonlyMap<ShownStatus, string> } | null = null;

/** The names of all states that printers have or had since the window's language was set. */
const textsByState = computed<ReadonlyMap<ShownStatus, string>>(() => {
  const texts = new Map(known?.language === language.value ? known.texts : []);
  for (const id of printerIds.value) {
    const view = viewOf(id)?.value;
    if (view !== undefined) texts.set(view.status, view.statusText);
  }
  known = { language: language.value, texts };
  return texts;
});

/** The name of a state; empty if no printer was ever seen in it. */
export function statusTexts(state: ShownStatus): string {
  return textsByState.value.get(state) ?? '';
}
