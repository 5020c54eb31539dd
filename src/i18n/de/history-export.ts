import type { Messages } from '../messages.ts';
import { notWritten } from './not-written.ts';
import { plural } from './plural.ts';

export const historyExport: Messages['historyExport'] = {
  title: 'Verlauf exportieren',
  fileKind: 'Tabelle (CSV)',
  exported: (count, path) => ({
    title: 'Verlauf exportiert',
    text: plural(count, {
      one: `Die Datei enthält ${count} Trennung.`,
      other: `Die Datei enthält ${count} Trennungen.`,
    }),
    smallPrint: path,
  }),
  notExported: (code) => ({
    title: 'Der Verlauf konnte nicht exportiert werden',
    text: notWritten(code),
    smallPrint: `Systemfehler ${code ?? 'unbekannt'}`,
  }),
  csv: {
    columns: ['Drucker', 'Von (UTC)', 'Bis (UTC)', 'Sekunden', 'Genauigkeit'],
    exact: 'genau',
    startUnseen: 'Beginn nicht beobachtet',
    endUnseen: 'Ende nicht beobachtet',
    bothUnseen: 'Beginn und Ende nicht beobachtet',
    ongoing: 'dauert an',
  },
};
