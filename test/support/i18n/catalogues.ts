import { messagesFor } from '../../../src/i18n/messages.ts';
import { german as germanWindow } from '../../../src/i18n/window/de/index.ts';
import { english as englishWindow } from '../../../src/i18n/window/en/index.ts';

/** The two catalogues, and the sources that use them. */
export const catalogues = [
  { name: 'the main process', english: messagesFor('en'), german: messagesFor('de'), folder: 'src' },
  { name: 'the window', english: englishWindow, german: germanWindow, folder: 'renderer' },
] as const;

export interface Text {
  /** "alerts.disconnected.one" */
  readonly path: string;
  readonly content: unknown;
}

/** Returns every text of a catalogue, and every function that creates one. */
export function textsOf(catalogue: unknown, path = ''): readonly Text[] {
  if (typeof catalogue !== 'object' || catalogue === null) return [{ path, content: catalogue }];
  return Object.entries(catalogue).flatMap(([key, inner]) => textsOf(inner, path === '' ? key : `${path}.${key}`));
}
