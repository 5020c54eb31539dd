import { shared } from '../../en/shared.ts';

/** Taking the printer list to another computer. */
export const lists = {
  otherComputer: 'Transfer',
  list: shared.printerList,
  explanation: 'Transfers printer names and order. Tokens aren’t included: you’ll sign in again there.',
  exportList: 'Export list…',
  importList: 'Import list…',
};
