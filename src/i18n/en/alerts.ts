import { HOUR, MINUTE, type Milliseconds } from '../../domain/time.ts';
import type { Since } from '../since.ts';
import { plural } from './plural.ts';

const sinceText = ({ clock, isFirst }: Since) => (isFirst ? `the first since ${clock}` : `since ${clock}`);

/**
 * The texts of notifications. For texts about one or several printers, `one` takes the name, `several` the count and
 * the list of names.
 */
export const alerts = {
  whileOff: 'While notifications were off',
  /** "Voron disconnected, since 14:05" */
  line: (title: string, since: Since) => `${title}, ${sinceText(since)}`,
  titleOf: (title: string, names: string) => `${title}: ${names}`,
  onlyThis: 'Only this one.',
  alsoOthers: (count: number) => plural(count, { one: `Also ${count} other printer.`, other: `Also ${count} others.` }),
  disconnected: {
    one: (name: string, since: Since) => ({
      title: `${name} disconnected`,
      body: `Not connected to OctoEverywhere ${sinceText(since)}.`,
    }),
    several: (count: number, names: string, since: Since) => ({
      title: `${count} printers disconnected`,
      body: `${names}, ${sinceText(since)}.`,
    }),
    every: (count: number, names: string, since: Since) => ({
      title: `All ${count} printers disconnected`,
      body: `${names}, ${sinceText(since)}. OctoEverywhere may be having problems.`,
    }),
  },
  recovered: {
    one: (name: string, since: Since) => ({
      title: `${name} is connected again`,
      body: `Connected to OctoEverywhere ${sinceText(since)}.`,
    }),
    several: (count: number, names: string, since: Since) => ({
      title: `${count} printers are connected again`,
      body: `${names}, ${sinceText(since)}.`,
    }),
    /** Some of the printers that disconnected together are back. */
    some: (count: number, total: number, names: string, since: Since) => ({
      title: `${count} of ${total} printers ${plural(count, { one: 'is', other: 'are' })} connected again`,
      body: `${names}, ${sinceText(since)}.`,
    }),
  },
  unstable: {
    one: (name: string) => ({
      title: `${name} keeps disconnecting`,
      body: 'It keeps losing its connection. You’ll only hear about another disconnection if it lasts.',
    }),
    several: (count: number, names: string) => ({
      title: `${count} printers keep disconnecting`,
      body: `${names} keep losing their connection. You’ll only hear about further disconnections if they last.`,
    }),
  },
  reconnectNeeded: {
    one: (name: string) => ({
      title: `Reconnect needed: ${name}`,
      body: 'This connection no longer works. Click to reconnect the printer.',
    }),
    several: (count: number, names: string) => ({
      title: `Reconnect needed for ${count} printers`,
      body: `The connections for ${names} no longer work. Click to reconnect them.`,
    }),
  },
  reconnectHealed: {
    one: (name: string) => ({
      title: `${name} is working again`,
      body: 'OctoEverywhere accepts its connection again. No action needed.',
    }),
    oneDown: (name: string) => ({
      title: `OctoEverywhere accepts ${name} again`,
      body: 'The printer itself is disconnected: it’s switched off or has lost its network.',
    }),
    /** While the printer isn't shown as connected. */
    oneOnly: (name: string) => ({
      title: `OctoEverywhere accepts ${name} again`,
      body: 'You don’t need to reconnect it.',
    }),
    several: (count: number, names: string) => ({
      title: `${count} connections are working again`,
      body: `OctoEverywhere accepts the connections for ${names} again. No action needed.`,
    }),
    severalOnly: (count: number, names: string) => ({
      title: `OctoEverywhere accepts ${count} connections again`,
      body: `You don’t need to reconnect ${names}.`,
    }),
  },
  perksNeeded: (names: string) => ({
    title: 'Supporter Perks needed',
    body: `OctoEverywhere won’t report on ${names} until your account has Supporter Perks again. Click to learn more.`,
  }),
  perksRestored: (names: string) => ({
    title: 'Supporter Perks are back',
    body: `OctoGlance is watching ${names} again.`,
  }),
  /** While it reports nothing on a printer for another reason. */
  perksRestoredOnly: (names: string) => ({
    title: 'Supporter Perks are back',
    body: `OctoEverywhere no longer asks for them for ${names}.`,
  }),
  updateNeeded: {
    one: (name: string) => ({
      title: `Plugin update needed: ${name}`,
      body: 'Update the OctoEverywhere plugin on this printer.',
    }),
    several: (count: number, names: string) => ({
      title: `Plugin update needed on ${count} printers`,
      body: `Update the OctoEverywhere plugin on ${names}.`,
    }),
  },
  serviceUnreachable: (since: Since) => ({
    title: 'OctoEverywhere can’t be reached',
    body: `No response ${sinceText(since)}. Your printers may be fine; OctoGlance keeps trying.`,
  }),
  serviceReachable: {
    title: 'OctoEverywhere is reachable again',
    body: 'OctoGlance is watching your printers again.',
  },
  /** It has happened several times; `gap` is the time until the next update. */
  repeated: (body: string, gap: Milliseconds) => {
    const time = gap < HOUR ? `${gap / MINUTE} minutes` : `${gap / HOUR} hours`;
    return `${body} This keeps happening: you’ll get an update every ${time} at most until it’s stable.`;
  },
  /** Buttons of a notification, which must be short. */
  buttons: {
    details: 'Details',
    reconnect: 'Reconnect',
    muteToday: 'Mute for today',
    snoozeUntilTomorrow: 'Snooze until tomorrow',
  },
  /** The name of the printer in a preview notification. */
  previewPrinter: 'Example printer',
  preview: (body: string) => `${body} (This is only a preview.)`,
};
