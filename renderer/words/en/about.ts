/** What this is and where to go on. */
export const about = {
  title: 'About OctoGlance',
  version: (version: string) => `Version ${version}`,
  independent: 'OctoGlance is an independent app for OctoEverywhere users, not made by OctoEverywhere.',
  dashboard: 'OctoEverywhere dashboard',
  support: 'OctoEverywhere support',
  errorCodes: 'What the error codes mean',
};
