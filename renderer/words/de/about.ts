import type { Words } from '../words.ts';

export const about: Words['about'] = {
  title: 'Über OctoGlance',
  version: (version) => `Version ${version}`,
  independent:
    'OctoGlance ist eine unabhängige App für alle, die OctoEverywhere nutzen; sie ist nicht von OctoEverywhere.',
  dashboard: 'Übersicht bei OctoEverywhere',
  support: 'Hilfe von OctoEverywhere',
  errorCodes: 'Was die Fehlercodes bedeuten',
};
