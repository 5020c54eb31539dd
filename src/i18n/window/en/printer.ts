import { plural } from '../../en/plural.ts';
import { shared } from '../../en/shared.ts';
import type { Phrase } from '../window-messages.ts';

/** One printer: its details, its buttons, and removing it. */
export const printer = {
  lastConfirmed: (ago: string) => `Last confirmed ${ago}`,
  /** In a row, after the status. */
  confirmed: (ago: string) => `confirmed ${ago}`,
  lastConnected: 'Last connected',
  lastDisconnected: 'Last disconnected',
  localIp: 'Local IP',
  webcamSession: 'Webcam session',
  checked: 'Checked',
  notKnown: 'Unknown',
  notKnownYet: 'Not available yet',
  never: 'Never',
  notYet: 'Not yet',
  checkingNow: 'checking now…',
  nextPaused: 'next check paused',
  noLimit: 'No limit reported',
  down: (size: string) => `${size} download`,
  up: (size: string) => `${size} upload`,
  copyLocalIp: shared.copyLocalIp,
  copied: 'Copied',
  localIpCopied: 'Local IP copied.',
  open: shared.openPrinter,
  refresh: shared.refresh,
  reconnect: 'Reconnect',
  remove: 'Remove',
  aboutPerks: 'About Supporter Perks',
  setUpGuide: 'Open the setup guide',
  removeTitle: <Part>(name: Part): Phrase<Part> => ['Remove ', name, '?'],
  removeText:
    'OctoGlance stops watching this printer and deletes its token from the keychain. The printer and your OctoEverywhere account aren’t affected.',
  revoke: <Part>(dashboard: Part): Phrase<Part> => ['To revoke the App Connection too, open your ', dashboard],
  removed: (name: string) => `${name} removed.`,
  added: (name: string) => `${name} added`,
  is: (name: string, state: string) => `${name}: ${state}`,
  severalAdded: (count: number) => plural(count, { one: `${count} printer added`, other: `${count} printers added` }),
  severalAre: (count: number, state: string) =>
    plural(count, { one: `${count} printer: ${state}`, other: `${count} printers: ${state}` }),
  move: (name: string) => `Move ${name}`,
  moveTitle: 'Drag to move, or press Alt+↑ or Alt+↓',
  moveHow: (name: string) => `Press the up or down arrow to move ${name}.`,
  movedTo: (name: string, place: number, all: number) => `${name} moved to position ${place} of ${all}.`,
  sortedByEnd: 'Running prints are sorted by when they’ll be done.',
  firstAlready: (name: string) => `${name} is already first.`,
  lastAlready: (name: string) => `${name} is already last.`,
};
