import type { GlanceState } from '../src/domain/glance.ts';
import type { StatusKind } from '../src/domain/status.ts';

/** From worst to best; the same order and words as the tray, which a test holds together. */
const counted: readonly { readonly state: StatusKind; readonly one: string; readonly many: string }[] = [
  { state: 'reconnect-needed', one: 'needs reconnecting', many: 'need reconnecting' },
  { state: 'offline', one: 'disconnected', many: 'disconnected' },
  { state: 'perks-needed', one: 'needs Supporter Perks', many: 'need Supporter Perks' },
  { state: 'update-needed', one: 'needs a plugin update', many: 'need a plugin update' },
  { state: 'unknown', one: 'can’t be checked', many: 'can’t be checked' },
  { state: 'checking', one: 'being checked', many: 'being checked' },
  { state: 'online', one: 'connected', many: 'connected' },
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
  for (const { state, one, many } of counted) {
    const count = printers.filter((printer) => printer.status === state).length;
    if (count === 0) continue;
    if (count < printers.length) return { state, text: `${count} of ${printers.length} ${count === 1 ? one : many}` };
    return { state, text: `${count === 2 ? 'Both' : `All ${count}`} ${many}` };
  }
  return { state: 'unknown', text: `${printers.length} printers` };
}
