import type { GlanceState } from '../src/domain/glance.ts';
import type { StatusKind } from '../src/domain/status.ts';

/** From worst to best; the same order and words as the tray, which a test holds together. */
const counted: readonly (readonly [StatusKind, string])[] = [
  ['reconnect-needed', 'need reconnecting'],
  ['offline', 'disconnected'],
  ['perks-needed', 'need Supporter Perks'],
  ['update-needed', 'need a plugin update'],
  ['unknown', 'can’t be checked'],
  ['checking', 'being checked'],
  ['online', 'connected'],
];

export interface Summary {
  readonly state: GlanceState;
  /** One line: "2 of 5 disconnected", "All 5 connected", "Disconnected". */
  readonly text: string;
}

/** What the window's header says of all printers together; `words` are the status words of each. */
export function summaryOf(
  printers: readonly { readonly status: StatusKind; readonly words: string }[],
  network: 'up' | 'down',
): Summary {
  const [first] = printers;
  if (first === undefined) return { state: 'none', text: 'No printers yet' };
  if (network === 'down') return { state: 'unknown', text: 'This computer is offline' };
  if (printers.length === 1) return { state: first.status, text: first.words };
  for (const [state, words] of counted) {
    const count = printers.filter((printer) => printer.status === state).length;
    if (count === 0) continue;
    const all = count === printers.length;
    return { state, text: all ? `All ${count} ${words}` : `${count} of ${printers.length} ${words}` };
  }
  return { state: 'unknown', text: `${printers.length} printers` };
}
