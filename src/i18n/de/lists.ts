import type { Messages } from '../messages.ts';
import { notWritten } from './not-written.ts';
import { plural } from './plural.ts';
import { shared } from './shared.ts';

export const lists: Messages['lists'] = {
  exportTitle: 'Liste exportieren',
  importTitle: 'Liste importieren',
  fileKind: shared.printerList,
  exported: (count, path) => ({
    title: `${count} Drucker exportiert`,
    text: 'Die Datei enthält Namen, Schlagwörter und Reihenfolge der Drucker, aber keine Tokens. Importiere sie auf dem anderen Computer und melde dich dort für jeden Drucker an.',
    smallPrint: path,
  }),
  nothingNew: 'Nichts Neues zu importieren',
  imported: (count) => `${count} Drucker importiert`,
  signInForEach: 'Du musst dich für jeden Drucker anmelden: Die Liste enthält keine Tokens.',
  alreadyListed: (count) =>
    plural(count, {
      one: `${count} Drucker steht schon in deiner Liste und wurde nicht verändert.`,
      other: `${count} Drucker stehen schon in deiner Liste und wurden nicht verändert.`,
    }),
  unreadable: (count) =>
    plural(count, {
      one: `${count} Eintrag der Datei konnte nicht gelesen werden.`,
      other: `${count} Einträge der Datei konnten nicht gelesen werden.`,
    }),
  empty: 'Die Datei enthält keine Drucker.',
  notExported: (code) => ({
    title: 'Die Liste konnte nicht exportiert werden',
    text: notWritten(code),
    smallPrint: `Systemfehler ${code ?? 'unbekannt'}`,
  }),
  newer: {
    title: 'Diese Liste stammt aus einer neueren Version von OctoGlance',
    text: 'Es wurde nichts importiert, deine Liste ist unverändert. Aktualisiere OctoGlance und importiere sie dann noch einmal.',
    smallPrint: null,
  },
  notAList: (reason) => ({
    title: 'Diese Datei ist keine Druckerliste',
    text: 'Es wurde nichts importiert, deine Liste ist unverändert. Wähle die Datei, die „Liste exportieren …“ auf dem anderen Computer gespeichert hat.',
    smallPrint: reason,
  }),
};
