import type { PrinterView } from '../../src/contract/printer-view.ts';
import { worstFirst } from '../../src/domain/glance.ts';
import type { PrinterId } from '../../src/domain/printer.ts';
import type { ListOrder } from '../../src/domain/settings.ts';
import type { ShownStatus } from '../../src/domain/shown-status.ts';
import { statesThatNeedYou } from './states.ts';

export interface Group {
  /** What its printers have in common: one state, or several. */
  readonly key: 'needs-you' | 'others' | 'all' | ShownStatus;
  /** In the user's order; never empty. */
  readonly ids: readonly PrinterId[];
}

/** The group of a printer in that state. */
export function groupKeyOf(status: ShownStatus, order: ListOrder): Group['key'] {
  switch (order) {
    case 'needs-you-first':
      return statesThatNeedYou.has(status) ? 'needs-you' : 'others';
    case 'by-state':
      return status;
    case 'own':
      return 'all';
  }
}

/** All possible groups, from top to bottom. */
const groupKeys: readonly Group['key'][] = ['needs-you', 'others', ...worstFirst, 'all'];

/** Groups the printers, which are given in the user's order. If all are alike there is a single group. */
export function groupsOf(printers: readonly Pick<PrinterView, 'id' | 'status'>[], order: ListOrder): readonly Group[] {
  const groups = groupKeys.map((key) => ({
    key,
    ids: printers.filter(({ status }) => groupKeyOf(status, order) === key).map(({ id }) => id),
  }));
  const filled = groups.filter(({ ids }) => ids.length > 0);
  const [only] = filled;
  return filled.length === 1 && only?.key === 'others' ? [{ ...only, key: 'all' }] : filled;
}
