import type { StatusKind } from './status.ts';

/** The words of each status, the same everywhere: window, menu, tooltip, notification. */
export const statusWords: Readonly<Record<StatusKind, string>> = {
  online: 'Connected',
  offline: 'Disconnected',
  'reconnect-needed': 'Reconnect needed',
  'perks-needed': 'Supporter Perks needed',
  'update-needed': 'Plugin update needed',
  unknown: 'Can’t check',
  checking: 'Checking…',
};

const counted: Readonly<Record<StatusKind, { readonly one: string; readonly many: string }>> = {
  online: { one: 'connected', many: 'connected' },
  offline: { one: 'disconnected', many: 'disconnected' },
  'reconnect-needed': { one: 'needs reconnecting', many: 'need reconnecting' },
  'perks-needed': { one: 'needs Supporter Perks', many: 'need Supporter Perks' },
  'update-needed': { one: 'needs a plugin update', many: 'need a plugin update' },
  unknown: { one: 'can’t be checked', many: 'can’t be checked' },
  checking: { one: 'being checked', many: 'being checked' },
};

/** The same said of several printers: "2 of 5 disconnected", "1 of 5 needs reconnecting". */
export function countWords(status: StatusKind, count: number, all: number): string {
  return `${count} of ${all} ${count === 1 ? counted[status].one : counted[status].many}`;
}

/** "Voron", "Voron and Ender", "Voron, Ender and Mini"; beyond `most` names: "Voron, Ender, Mini, Prusa and 9 more". */
export function listNames(names: readonly string[], most: number): string {
  const shown = names.slice(0, most);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`;
}
