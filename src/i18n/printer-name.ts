import { namelessPrinter } from '../domain/sanitize-name.ts';
import { truncate } from '../domain/truncate.ts';
import type { Messages } from './messages.ts';

/** Returns a stored name for display; the placeholder for a missing name is translated. */
export function shownName(name: string, { glance }: Messages): string {
  return name === namelessPrinter ? glance.namelessPrinter : name;
}

/** In UTF-16 units; a longer name would leave too little room for the rest of a menu entry or notification. */
export const longestBriefName = 60;

/** Like {@link shownName}, for places with little room. */
export function briefName(name: string, messages: Messages): string {
  return truncate(shownName(name, messages), longestBriefName);
}
