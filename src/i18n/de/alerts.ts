import type { Messages } from '../messages.ts';

export const alerts: Messages['alerts'] = {
  since: (clock) => `seit ${clock}`,
  firstSince: (clock) => `der erste seit ${clock}`,
  whileOff: 'Während der Ruhezeit',
  line: (title, since) => `${title}, ${since}`,
  lineOf: (title, names, since) => `${title}: ${names}, ${since}`,
  disconnected: {
    one: (name, since) => ({ title: `${name} getrennt`, body: `Nicht mit OctoEverywhere verbunden ${since}.` }),
    several: (count, names, since) => ({ title: `${count} Drucker getrennt`, body: `${names}, ${since}.` }),
    every: (count, names, since) => ({
      title: `Alle ${count} Drucker getrennt`,
      body: `${names}, ${since}. Vielleicht hat OctoEverywhere eine Störung.`,
    }),
  },
  recovered: {
    one: (name, since) => ({ title: `${name} wieder verbunden`, body: `Mit OctoEverywhere verbunden ${since}.` }),
    several: (count, names, since) => ({ title: `${count} Drucker wieder verbunden`, body: `${names}, ${since}.` }),
    some: (count, total, names, since) => ({
      title: `${count} von ${total} Druckern wieder verbunden`,
      body: `${names}, ${since}.`,
    }),
  },
  unstable: {
    one: (name) => ({
      title: `${name} fällt immer wieder aus`,
      body: 'Die Verbindung reißt immer wieder ab. Die nächste Benachrichtigung kommt erst, wenn der Drucker länger getrennt bleibt.',
    }),
    several: (count, names) => ({
      title: `${count} Drucker fallen immer wieder aus`,
      body: `Die Verbindungen von ${names} reißen immer wieder ab. Die nächste Benachrichtigung kommt erst, wenn ein Drucker länger getrennt bleibt.`,
    }),
  },
  reconnectNeeded: {
    one: (name) => ({
      title: `Neu verbinden nötig: ${name}`,
      body: 'Diese Verbindung gilt nicht mehr. Ein Klick verbindet den Drucker neu.',
    }),
    several: (count, names) => ({
      title: `Neu verbinden nötig bei ${count} Druckern`,
      body: `Die Verbindungen von ${names} gelten nicht mehr. Ein Klick führt zum Neuverbinden.`,
    }),
  },
  reconnectHealed: {
    one: (name) => ({
      title: `${name}: Die Verbindung gilt wieder`,
      body: 'OctoEverywhere nimmt sie wieder an. Es ist nichts zu tun.',
    }),
    several: (count, names) => ({
      title: `${count} Verbindungen gelten wieder`,
      body: `OctoEverywhere nimmt die Verbindungen von ${names} wieder an. Es ist nichts zu tun.`,
    }),
  },
  perksNeeded: (names) => ({
    title: 'Supporter Perks nötig',
    body: `Bis das Konto wieder Supporter Perks hat, beantwortet OctoEverywhere keine Fragen zu ${names}. Ein Klick führt zu mehr darüber.`,
  }),
  perksRestored: (names) => ({
    title: 'Supporter Perks sind wieder da',
    body: `OctoGlance beobachtet wieder: ${names}.`,
  }),
  updateNeeded: {
    one: (name) => ({
      title: `Plugin-Update nötig: ${name}`,
      body: 'Bitte das OctoEverywhere-Plugin auf diesem Drucker aktualisieren.',
    }),
    several: (count, names) => ({
      title: `Plugin-Update nötig auf ${count} Druckern`,
      body: `Bitte das OctoEverywhere-Plugin aktualisieren auf: ${names}.`,
    }),
  },
  serviceUnreachable: (since) => ({
    title: 'OctoEverywhere nicht erreichbar',
    body: `Keine Antwort ${since}. Den Druckern geht es vielleicht gut; OctoGlance fragt weiter.`,
  }),
  serviceReachable: {
    title: 'OctoEverywhere antwortet wieder',
    body: 'OctoGlance beobachtet die Drucker wieder.',
  },
  repeated: (body) =>
    `${body} Das passiert immer wieder: Bis es sich beruhigt, kommt höchstens alle 30 Minuten eine Benachrichtigung.`,
  previewPrinter: 'Beispieldrucker',
  preview: (body) => `${body} (Vorschau: Es ist nichts geschehen.)`,
};
