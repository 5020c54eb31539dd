import type { WindowMessages } from '../window-messages.ts';

export const about: WindowMessages['about'] = {
  title: 'Über OctoGlance',
  version: (version) => `Version ${version}`,
  runsOn: (electron, chromium, node, system) => `Electron ${electron}, Chromium ${chromium}, Node ${node}, ${system}`,
  independent:
    'OctoGlance ist eine unabhängige App für alle, die OctoEverywhere nutzen; sie ist nicht von OctoEverywhere.',
  dashboard: 'Übersicht bei OctoEverywhere',
  support: 'Hilfe von OctoEverywhere',
  licence: 'Freie Software unter der MIT-Lizenz.',
  dataFolder: 'Datenordner',
  openDataFolder: 'Datenordner öffnen',
  saveDiagnostics: 'Diagnose speichern …',
  diagnosticsHint:
    'Die Diagnose ist ein Text für eine Fehlermeldung. Sie nennt keine Drucker, keine Adressen und keine Tokens.',
  licences: 'Lizenzen',
  errorCodes: 'Was die Fehlercodes bedeuten',
};
