/** About the app, and links. */
export const about = {
  title: 'About OctoGlance',
  version: (version: string) => `Version ${version}`,
  runsOn: (electron: string, chromium: string, node: string, system: string) =>
    `Electron ${electron}, Chromium ${chromium}, Node ${node}, ${system}`,
  independent: 'OctoGlance is an independent app for OctoEverywhere users. It isn’t made by OctoEverywhere.',
  dashboard: 'OctoEverywhere dashboard',
  support: 'OctoEverywhere support',
  licence: 'Free software under the MIT licence.',
  dataFolder: 'Data folder',
  openDataFolder: 'Open data folder',
  report: 'Report a problem',
  saveDiagnostics: 'Save diagnostics…',
  diagnosticsHint:
    'Diagnostics are a text file to attach to a bug report. It contains no printer names, addresses or tokens.',
  removeAllData: 'Remove all data…',
  removeAllDataHint: 'Removes printers, tokens, settings and history from this computer. You’ll be asked to confirm.',
  licences: 'Licences',
  errorCodes: 'What the error codes mean',
};
