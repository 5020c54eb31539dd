import { HOUR, MINUTE } from '../../domain/time.ts';
import type { Messages } from '../messages.ts';
import type { Since } from '../since.ts';
import { plural } from './plural.ts';

const sinceText = ({ clock, isFirst }: Since) => (isFirst ? `der erste seit ${clock}` : `seit ${clock}`);

export const alerts: Messages['alerts'] = {
  whileOff: 'In der Zwischenzeit',
  line: (title, since) => `${title}, ${sinceText(since)}`,
  titleOf: (title, names) => `${title}: ${names}`,
  onlyThis: 'Nur dieser.',
  alsoOthers: (count) => plural(count, { one: `Auch ${count} weiterer.`, other: `Auch ${count} weitere.` }),
  disconnected: {
    one: (name, { clock }) => ({
      title: `${name} getrennt`,
      body: `Seit ${clock} nicht mit OctoEverywhere verbunden.`,
    }),
    several: (count, names, since) => ({ title: `${count} Drucker getrennt`, body: `${names}, ${sinceText(since)}.` }),
    every: (count, names, since) => ({
      title: `Alle ${count} Drucker getrennt`,
      body: `${names}, ${sinceText(since)}. Möglicherweise hat OctoEverywhere eine Störung.`,
    }),
  },
  recovered: {
    one: (name, { clock }) => ({
      title: `${name} ist wieder verbunden`,
      body: `Seit ${clock} mit OctoEverywhere verbunden.`,
    }),
    several: (count, names, since) => ({
      title: `${count} Drucker sind wieder verbunden`,
      body: `${names}, ${sinceText(since)}.`,
    }),
    some: (count, total, names, since) => ({
      title: `${count} von ${total} Druckern ${plural(count, { one: 'ist', other: 'sind' })} wieder verbunden`,
      body: `${names}, ${sinceText(since)}.`,
    }),
  },
  unstable: {
    one: (name) => ({
      title: `${name} verliert immer wieder die Verbindung`,
      body: 'Über weitere Verbindungsabbrüche wirst du nur benachrichtigt, wenn sie länger dauern.',
    }),
    several: (count, names) => ({
      title: `${count} Drucker verlieren immer wieder die Verbindung`,
      body: `Betroffen: ${names}. Über weitere Verbindungsabbrüche wirst du nur benachrichtigt, wenn sie länger dauern.`,
    }),
  },
  reconnectNeeded: {
    one: (name) => ({
      title: `Neue Verbindung nötig: ${name}`,
      body: 'Die bisherige Verbindung funktioniert nicht mehr. Klicke hier, um den Drucker erneut zu verbinden.',
    }),
    several: (count, names) => ({
      title: `Neue Verbindung nötig für ${count} Drucker`,
      body: `Die Verbindungen von ${names} funktionieren nicht mehr. Klicke hier, um sie erneut zu verbinden.`,
    }),
  },
  reconnectHealed: {
    one: (name) => ({
      title: `${name} funktioniert wieder`,
      body: 'OctoEverywhere akzeptiert die Verbindung wieder. Du musst nichts tun.',
    }),
    oneDown: (name) => ({
      title: `OctoEverywhere akzeptiert ${name} wieder`,
      body: 'Der Drucker selbst ist getrennt: Er ist ausgeschaltet oder hat kein Netzwerk.',
    }),
    oneOnly: (name) => ({
      title: `OctoEverywhere akzeptiert ${name} wieder`,
      body: 'Du musst den Drucker nicht erneut verbinden.',
    }),
    several: (count, names) => ({
      title: `${count} Verbindungen funktionieren wieder`,
      body: `OctoEverywhere akzeptiert die Verbindungen von ${names} wieder. Du musst nichts tun.`,
    }),
    severalOnly: (count, names) => ({
      title: `OctoEverywhere akzeptiert ${count} Verbindungen wieder`,
      body: `Du musst ${names} nicht erneut verbinden.`,
    }),
  },
  perksNeeded: (names) => ({
    title: 'Supporter Perks nötig',
    body: `OctoEverywhere gibt über ${names} erst wieder Auskunft, wenn dein Konto Supporter Perks hat. Klicke hier, um mehr zu erfahren.`,
  }),
  perksRestored: (names) => ({
    title: 'Supporter Perks sind wieder aktiv',
    body: `OctoGlance überwacht wieder: ${names}.`,
  }),
  perksRestoredOnly: (names) => ({
    title: 'Supporter Perks sind wieder aktiv',
    body: `OctoEverywhere verlangt sie nicht mehr für ${names}.`,
  }),
  updateNeeded: {
    one: (name) => ({
      title: `Plugin-Update nötig: ${name}`,
      body: 'Aktualisiere das OctoEverywhere-Plugin auf diesem Drucker.',
    }),
    several: (count, names) => ({
      title: `Plugin-Update nötig auf ${count} Druckern`,
      body: `Aktualisiere das OctoEverywhere-Plugin auf: ${names}.`,
    }),
  },
  serviceUnreachable: ({ clock }) => ({
    title: 'OctoEverywhere nicht erreichbar',
    body: `Keine Antwort seit ${clock}. Mit deinen Druckern ist vielleicht alles in Ordnung; OctoGlance versucht es weiter.`,
  }),
  serviceReachable: {
    title: 'OctoEverywhere ist wieder erreichbar',
    body: 'OctoGlance überwacht deine Drucker wieder.',
  },
  repeated: (body, gap) => {
    const time = gap < HOUR ? `${gap / MINUTE} Minuten` : `${gap / HOUR} Stunden`;
    return `${body} Das passiert immer wieder: Bis die Verbindung stabil ist, bekommst du höchstens alle ${time} eine Benachrichtigung.`;
  },
  buttons: {
    details: 'Details',
    reconnect: 'Erneut verbinden',
    muteToday: 'Heute stummschalten',
    snoozeUntilTomorrow: 'Bis morgen nicht stören',
  },
  previewPrinter: 'Beispieldrucker',
  preview: (body) => `${body} (Das ist nur eine Vorschau.)`,
};
