import type { Messages } from '../messages.ts';
import { notWritten } from './not-written.ts';

export const diagnostics: Messages['diagnostics'] = {
  dialogTitle: 'Diagnose speichern',
  fileKind: 'Textdatei',
  saved: (path) => ({
    title: 'Diagnose gespeichert',
    text: 'Die Datei enthält Versionsnummern, Einstellungen und die letzten Protokollzeilen, aber keine Tokens, Druckernamen oder Adressen. Sieh sie durch, bevor du sie weitergibst.',
    smallPrint: path,
  }),
  notSaved: (code) => ({
    title: 'Die Diagnose konnte nicht gespeichert werden',
    text: notWritten(code),
    smallPrint: `Systemfehler ${code ?? 'unbekannt'}`,
  }),
};
