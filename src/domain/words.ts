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

/** The same said of several printers: "2 of 5 disconnected". */
export const countedWords: Readonly<Record<StatusKind, string>> = {
  online: 'connected',
  offline: 'disconnected',
  'reconnect-needed': 'need reconnecting',
  'perks-needed': 'need Supporter Perks',
  'update-needed': 'need a plugin update',
  unknown: 'can’t be checked',
  checking: 'being checked',
};

/** "Voron", "Voron and Ender", "Voron, Ender and Mini"; beyond `most` names: "Voron, Ender, Mini, Prusa and 9 more". */
export function listNames(names: readonly string[], most: number): string {
  const shown = names.slice(0, most);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`;
}
