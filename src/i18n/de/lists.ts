import type { Messages } from '../messages.ts';
import { notWritten } from './not-written.ts';
import { shared } from './shared.ts';

export const lists: Messages['lists'] = {
  exportTitle: 'Liste exportieren',
  importTitle: 'Liste importieren',
  fileKind: shared.printerList,
  exported: (count, path) => ({
    title: `${count} Drucker exportiert`,
    text: 'Die Datei enthält Namen und Reihenfolge, keine Tokens. Bitte auf dem anderen Computer importieren und dort für jeden Drucker anmelden.',
    smallPrint: path,
  }),
  nothingNew: 'Nichts Neues zu importieren',
  imported: (count) => `${count} Drucker importiert`,
  signInForEach: 'Jeder fragt nach einer Anmeldung bei OctoEverywhere: Tokens reisen nicht mit der Liste.',
  alreadyListed: (count) =>
    count === 1
      ? '1 Drucker stand schon in der Liste und blieb, wie er war.'
      : `${count} Drucker standen schon in der Liste und blieben, wie sie waren.`,
  unreadable: (count) =>
    count === 1 ? '1 Eintrag der Datei war nicht zu lesen.' : `${count} Einträge der Datei waren nicht zu lesen.`,
  empty: 'Die Datei nennt keine Drucker.',
  notExported: (code) => ({
    title: 'Die Liste ließ sich nicht exportieren',
    text: notWritten(code),
    smallPrint: `Systemfehler ${code ?? 'unbekannt'}`,
  }),
  newer: {
    title: 'Diese Liste kommt von einem neueren OctoGlance',
    text: 'Es wurde nichts importiert, und die Liste ist, wie sie war. Bitte OctoGlance aktualisieren und noch einmal importieren.',
    smallPrint: null,
  },
  notAList: (reason) => ({
    title: 'Diese Datei ist keine Liste von Druckern',
    text: 'Es wurde nichts importiert, und die Liste ist, wie sie war. Bitte die Datei wählen, die „Liste exportieren …“ auf dem anderen Computer geschrieben hat.',
    smallPrint: reason,
  }),
};
