import type { Messages } from '../messages.ts';

const where = 'Was neu ist, steht unter Einstellungen → Neue Versionen.';

export const updates: Messages['updates'] = {
  ready: (version) => ({
    title: `OctoGlance ${version} liegt bereit`,
    text: `Es gilt ab dem nächsten Start; unterbrochen wird nichts. ${where}`,
    smallPrint: null,
  }),
  available: (version) => ({
    title: `OctoGlance ${version} ist da`,
    text: `Bitte so installieren, wie dieses hier auf den Computer kam. ${where}`,
    smallPrint: null,
  }),
};
