import type { PrintStateKind } from './print-status.ts';

/** What a printer can be told to do with its print. */
export const printActions = ['pause', 'resume', 'cancel'] as const;
export type PrintAction = (typeof printActions)[number];

/** What makes sense in a state; the printer may refuse it all the same (786, 788). */
export function actionsIn(kind: PrintStateKind): readonly PrintAction[] {
  switch (kind) {
    case 'warming-up':
    case 'printing':
    case 'finishing':
      return ['pause', 'cancel'];
    case 'paused':
      return ['resume', 'cancel'];
    default:
      return [];
  }
}
