/** What the command line says. */
export const command = {
  notRunning: 'OctoGlance is not running. Start it, then ask again.',
  noAnswer: 'OctoGlance runs but does not answer. Quit it and start it again.',
};
