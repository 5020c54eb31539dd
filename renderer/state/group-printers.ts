import type { PrinterView } from '../../src/contract/printer-view.ts';
import { worstFirst } from '../../src/domain/glance.ts';
import type { PrinterId } from '../../src/domain/printer.ts';
import type { ListOrder } from '../../src/domain/settings.ts';
import type { ShownStatus } from '../../src/domain/shown-status.ts';
import type { Instant } from '../../src/domain/time.ts';
import { statesThatNeedYou } from './states.ts';

export interface Group {
  /** What its printers have in common: one state, or several. */
  readonly key: 'needs-you' | 'printing' | 'others' | 'all' | ShownStatus;
  /** In the user's order, or sorted by when their prints will be done; never empty. */
  readonly ids: readonly PrinterId[];
}

/** The parts of a printer that determine its group and its place there. */
export interface Placed extends Pick<PrinterView, 'status'> {
  /** When its print will be done; null or absent if unknown or nothing is printing. */
  readonly finishAt?: Instant | null;
}

/** Returns the group of a printer. */
export function groupKeyOf({ status, finishAt }: Placed, order: ListOrder): Group['key'] {
  switch (order) {
    case 'needs-you-first':
      return statesThatNeedYou.has(status) ? 'needs-you' : 'others';
    case 'by-state':
      return status;
    case 'done-next':
      return (finishAt ?? null) === null ? 'others' : 'printing';
    case 'own':
      return 'all';
  }
}

/** All possible groups, from top to bottom. */
const groupKeys: readonly Group['key'][] = ['needs-you', 'printing', 'others', ...worstFirst, 'all'];

/** Groups the printers, which are given in the user's order. If all are alike there is a single group. */
export function groupsOf(printers: readonly (Pick<PrinterView, 'id'> & Placed)[], order: ListOrder): readonly Group[] {
  const byKey = new Map<Group['key'], (Pick<PrinterView, 'id'> & Placed)[]>(groupKeys.map((key) => [key, []]));
  for (const printer of printers) byKey.get(groupKeyOf(printer, order))?.push(printer);
  const filled = [...byKey].flatMap(([key, those]) => {
    if (those.length === 0) return [];
    const sorted = key === 'printing' ? those.toSorted((one, other) => doneAt(one) - doneAt(other)) : those;
    return [{ key, ids: sorted.map(({ id }) => id) }];
  });
  const [only] = filled;
  return filled.length === 1 && only?.key === 'others' ? [{ ...only, key: 'all' }] : filled;
}

function doneAt({ finishAt }: Placed): Instant {
  return finishAt ?? 0;
}
