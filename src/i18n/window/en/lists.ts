import { shared } from '../../en/shared.ts';

/** Taking the list of printers to another computer. */
export const lists = {
  otherComputer: 'Another computer',
  list: shared.printerList,
  explanation: 'Takes names and order to another computer. Tokens stay here: you sign in again there.',
  exportList: 'Export list…',
  importList: 'Import list…',
};
