import { namelessPrinter } from '../domain/sanitize-name.ts';
import { shorten } from '../domain/truncate.ts';
import type { Words } from './messages.ts';

/** A kept name as it is shown: one that stands for no name, in the user's language. */
export function shownName(name: string, { glance }: Words): string {
  return name === namelessPrinter ? glance.namelessPrinter : name;
}

/** In a menu or a notification a longer one would push out what is said of the printer, in UTF-16 units. */
export const longestBriefName = 60;

/** As `shownName`, for where there is little room. */
export function briefName(name: string, words: Words): string {
  return shorten(shownName(name, words), longestBriefName);
}
