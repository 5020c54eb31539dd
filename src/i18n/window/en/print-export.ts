/** Saving the prints of one printer, or of all, as a table. */
export const printExport = {
  title: 'Prints',
  explanation: 'Saves the prints of all printers from the last 90 days as a table (CSV).',
  action: 'Export prints…',
};
