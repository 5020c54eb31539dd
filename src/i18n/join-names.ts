import type { Messages } from './messages.ts';

/** "Voron", "Voron and Ender", "Voron, Ender and Mini"; beyond `most` names: "Voron, Ender, Mini, Prusa and 9 more". */
export function joinNames(names: readonly string[], most: number, { glance }: Messages): string {
  const shown = names.slice(0, most);
  const rest = names.length - shown.length;
  if (rest > 0) return glance.more(shown.join(', '), rest);
  if (shown.length < 2) return shown.join('');
  return glance.and(shown.slice(0, -1).join(', '), shown[shown.length - 1] ?? '');
}
