import type { PrinterView } from '../../src/contract/contract.ts';
import { worstFirst } from '../../src/domain/glance.ts';
import type { PrinterId } from '../../src/domain/printer.ts';
import type { ShownStatus } from '../../src/domain/shown-status.ts';
import { statesThatNeedYou } from './states.ts';

/** How a long list is put in order. */
export type ListOrder = 'needs-you-first' | 'by-state' | 'own';

export const listOrders: readonly ListOrder[] = ['needs-you-first', 'by-state', 'own'];

export interface Group {
  /** What its printers have in common: a state, or more. */
  readonly key: 'needs-you' | 'others' | 'all' | ShownStatus;
  /** In the user's own order; never empty. */
  readonly ids: readonly PrinterId[];
}

/** The printers, given in the user's own order, in groups. Where all are alike there is one group. */
export function groupsOf(printers: readonly Pick<PrinterView, 'id' | 'status'>[], order: ListOrder): readonly Group[] {
  const of = (key: Group['key'], belongs: (status: ShownStatus) => boolean): Group => ({
    key,
    ids: printers.filter(({ status }) => belongs(status)).map(({ id }) => id),
  });
  const needsYou = (status: ShownStatus) => statesThatNeedYou.has(status);
  const groups = {
    'needs-you-first': () => [of('needs-you', needsYou), of('others', (status) => !needsYou(status))],
    'by-state': () => worstFirst.map((state) => of(state, (status) => status === state)),
    own: () => [of('all', () => true)],
  }[order]();
  const filled = groups.filter(({ ids }) => ids.length > 0);
  const [only] = filled;
  return filled.length === 1 && only?.key === 'others' ? [{ ...only, key: 'all' }] : filled;
}
