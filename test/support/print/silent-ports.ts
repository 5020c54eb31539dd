import { defaultPrintKinds } from '../../../src/domain/print/print-alert.ts';
import type { PrintPorts } from '../../../src/monitor/ports.ts';

/** Watches the prints of all printers with the window closed; shows and keeps nothing. */
export const silentPorts: Omit<PrintPorts, 'ask' | 'random'> = {
  kept: {},
  isWatched: () => true,
  isWindowOpen: () => false,
  kinds: () => defaultPrintKinds,
  show: () => {},
  keep: () => {},
};
