import type { Arrow } from './shortcut.ts';

/**
 * The index in a list of `length` to which a key leads; null if there is none. From outside (null), down and home lead
 * to the first one, end to the last.
 */
export function nextPlace(key: Exclude<Arrow, 'left' | 'right'>, from: number | null, length: number): number | null {
  const wanted = { down: from === null ? 0 : from + 1, up: from === null ? -1 : from - 1, first: 0, last: length - 1 }[
    key
  ];
  return wanted >= 0 && wanted < length && wanted !== from ? wanted : null;
}
