import { namelessPrinter } from '../domain/sanitize-name.ts';
import { truncate } from '../domain/truncate.ts';
import type { Messages } from './messages.ts';

/** A kept name as it is shown: one that stands for no name, in the user's language. */
export function shownName(name: string, { glance }: Messages): string {
  return name === namelessPrinter ? glance.namelessPrinter : name;
}

/** In a menu or a notification a longer one would push out what is said of the printer, in UTF-16 units. */
export const longestBriefName = 60;

/** As `shownName`, for where there is little room. */
export function briefName(name: string, words: Messages): string {
  return truncate(shownName(name, words), longestBriefName);
}
