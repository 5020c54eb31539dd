import type { PrintStateKind } from './print-status.ts';

/** The actions with which the user can control a print. */
export const printActions = ['pause', 'resume', 'cancel'] as const;
export type PrintAction = (typeof printActions)[number];

/** Returns the actions that make sense in a state; the printer may still refuse them (786, 788). */
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
