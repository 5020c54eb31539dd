/** Saving the outages of one printer, or of all, as a table. */
export const historyExport = {
  title: 'History',
  explanation: 'Saves the disconnections of all printers as a table (CSV).',
  action: 'Export history…',
};
