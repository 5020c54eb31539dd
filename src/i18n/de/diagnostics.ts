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
  copied: {
    title: 'Diagnose kopiert',
    text: 'Dein Browser öffnet das Formular für Fehlermeldungen. Füge die Diagnose dort ein, sieh sie durch und beschreibe, was passiert ist. Sie enthält keine Tokens, Druckernamen oder Adressen.',
    smallPrint: null,
  },
  notCopied: (code) => ({
    title: 'Die Diagnose konnte nicht erstellt werden',
    text: 'Versuche es stattdessen mit „Diagnose speichern …“.',
    smallPrint: `Systemfehler ${code ?? 'unbekannt'}`,
  }),
  notSaved: (code) => ({
    title: 'Die Diagnose konnte nicht gespeichert werden',
    text: notWritten(code),
    smallPrint: `Systemfehler ${code ?? 'unbekannt'}`,
  }),
};
