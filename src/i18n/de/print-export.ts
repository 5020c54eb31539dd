import type { Messages } from '../messages.ts';
import { notWritten } from './not-written.ts';
import { plural } from './plural.ts';

export const printExport: Messages['printExport'] = {
  title: 'Drucke exportieren',
  fileKind: 'Tabelle (CSV)',
  exported: (count, path) => ({
    title: 'Drucke exportiert',
    text: plural(count, { one: `Die Datei enthält ${count} Druck.`, other: `Die Datei enthält ${count} Drucke.` }),
    smallPrint: path,
  }),
  notExported: (code) => ({
    title: 'Die Drucke konnten nicht exportiert werden',
    text: notWritten(code),
    smallPrint: `Systemfehler ${code ?? 'unbekannt'}`,
  }),
  csv: {
    columns: ['Drucker', 'Datei', 'Ende (UTC)', 'Ergebnis', 'Sekunden', 'Genauigkeit'],
    results: { finished: 'fertig', failed: 'fehlgeschlagen', cancelled: 'abgebrochen', unknown: 'unbekannt' },
    exact: 'genau',
    about: 'Ende nicht beobachtet',
  },
};
