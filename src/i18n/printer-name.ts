import { namelessPrinter } from '../domain/sanitize-name.ts';
import { truncate } from '../domain/truncate.ts';
import type { Messages } from './messages.ts';

/** Returns a stored name for display; the placeholder for a missing name is translated. */
export function shownName(name: string, { glance }: Messages): string {
  return name === namelessPrinter ? glance.namelessPrinter : name;
}

/** In UTF-16 units; a longer name would leave too little room for the rest of a menu entry or notification. */
export const longestBriefName = 60;

/** Hebrew, Arabic and the other scripts that are written from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * What keeps the text around a right-to-left name in its order: a mark, because Pango takes the direction of a line
 * from its first letter even if that is isolated, and an isolate around the name (Unicode's UAX #9). None of them is
 * visible.
 */
const [before, after] = ['\u200e\u2068', '\u2069'];

/**
 * Like {@link shownName}, for the texts that the desktop shows: menu entries and notifications. A name that is written
 * from right to left doesn't change the order of the words around it.
 */
export function briefName(name: string, messages: Messages): string {
  const shown = shownName(name, messages);
  if (!rightToLeft.test(shown)) return truncate(shown, longestBriefName);
  return `${before}${truncate(shown, longestBriefName - before.length - after.length)}${after}`;
}
