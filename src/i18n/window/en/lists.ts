import { shared } from '../../en/shared.ts';

/** Exporting and importing the printer list. */
export const lists = {
  otherComputer: 'Transfer',
  list: shared.printerList,
  explanation: 'Transfers printer names, tags and order. Tokens aren’t included: you’ll sign in again there.',
  exportList: 'Export list…',
  importList: 'Import list…',
};
