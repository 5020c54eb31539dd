import type { Messages } from '../messages.ts';
import { notWritten } from './not-written.ts';

export const diagnostics: Messages['diagnostics'] = {
  dialogTitle: 'Diagnose speichern',
  fileKind: 'Textdatei',
  saved: (path) => ({
    title: 'Diagnose gespeichert',
    text: 'Die Datei enthält Versionen, Einstellungen und die neuesten Zeilen des Protokolls; keine Tokens, keine Namen oder Adressen von Druckern. Bitte vor dem Weitergeben lesen.',
    smallPrint: path,
  }),
  notSaved: (code) => ({
    title: 'Die Diagnose ließ sich nicht speichern',
    text: notWritten(code),
    smallPrint: `Systemfehler ${code ?? 'unbekannt'}`,
  }),
};
