import type { WindowMessages } from '../window-messages.ts';

export const about: WindowMessages['about'] = {
  title: 'Über OctoGlance',
  version: (version) => `Version ${version}`,
  runsOn: (electron, chromium, node, system) => `Electron ${electron}, Chromium ${chromium}, Node ${node}, ${system}`,
  independent:
    'OctoGlance ist eine unabhängige App für alle, die OctoEverywhere nutzen. Sie stammt nicht von OctoEverywhere.',
  dashboard: 'OctoEverywhere-Dashboard',
  support: 'OctoEverywhere-Support',
  licence: 'Freie Software unter der MIT-Lizenz.',
  dataFolder: 'Datenordner',
  openDataFolder: 'Datenordner öffnen',
  report: 'Problem melden',
  saveDiagnostics: 'Diagnose speichern …',
  diagnosticsHint:
    'Die Diagnose ist eine Textdatei, die du an eine Fehlermeldung anhängen kannst. Sie enthält keine Druckernamen, Adressen oder Tokens.',
  removeAllData: 'Alle Daten entfernen …',
  removeAllDataHint:
    'Entfernt Drucker, Tokens, Einstellungen und Verlauf von diesem Computer. Du wirst vorher um Bestätigung gebeten.',
  licences: 'Lizenzen',
  errorCodes: 'Was die Fehlercodes bedeuten',
};
