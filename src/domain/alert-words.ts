import type { Alert, AlertKind } from './alerts.ts';
import type { StatusKind } from './status.ts';
import type { Instant } from './time.ts';
import { listNames } from './words.ts';

export interface AlertText {
  readonly title: string;
  readonly body: string;
}

/** The state whose picture goes with each alert: colour and shape say the same as the words. */
export const alertStates: Readonly<Record<AlertKind, StatusKind>> = {
  disconnected: 'offline',
  recovered: 'online',
  unstable: 'offline',
  'reconnect-needed': 'reconnect-needed',
  'reconnect-healed': 'online',
  'perks-needed': 'perks-needed',
  'perks-restored': 'online',
  'update-needed': 'update-needed',
  'service-unreachable': 'unknown',
  'service-reachable': 'online',
};

/** Names in one notification before the rest is counted. */
const mostNames = 4;

/** An alert with the names of the printers concerned; none when it is about the service as a whole. */
export interface NamedAlert extends Pick<Alert, 'kind' | 'since' | 'everyPrinter'> {
  readonly names: readonly string[];
}

/**
 * What one notification says about what was held back in a time without notifications, and still holds. `clockTime`
 * writes a moment the way the user's clock does.
 */
export function summaryText(alerts: readonly NamedAlert[], clockTime: (at: Instant) => string): AlertText {
  const [only] = alerts;
  if (only !== undefined && alerts.length === 1) return alertText(only, clockTime);
  const lines = alerts.map((alert) => {
    const { title } = alertText(alert, clockTime);
    const isNamed = alert.names.every((name) => title.includes(name));
    return `${title}${isNamed ? '' : `: ${listNames(alert.names, mostNames)}`}, since ${clockTime(alert.since)}`;
  });
  return { title: 'While notifications were off', body: lines.join('\n') };
}

/** What a notification says; `clockTime` writes a moment the way the user's clock does. */
export function alertText(
  { kind, names, since, everyPrinter }: NamedAlert,
  clockTime: (at: Instant) => string,
): AlertText {
  const [name = ''] = names;
  const several = names.length > 1;
  const listed = listNames(names, mostNames);
  const sinceText = `since ${clockTime(since)}`;
  switch (kind) {
    case 'disconnected':
      if (everyPrinter) {
        return {
          title: `All ${names.length} printers disconnected`,
          body: `${listed}, ${sinceText}. OctoEverywhere may be having trouble.`,
        };
      }
      return several
        ? { title: `${names.length} printers disconnected`, body: `${listed}, ${sinceText}.` }
        : { title: `${name} disconnected`, body: `Not connected to OctoEverywhere ${sinceText}.` };
    case 'recovered':
      return several
        ? { title: `${names.length} printers connected again`, body: `${listed}, ${sinceText}.` }
        : { title: `${name} connected again`, body: `Connected to OctoEverywhere ${sinceText}.` };
    case 'unstable':
      return {
        title: several ? `${names.length} printers keep dropping` : `${name} keeps dropping`,
        body: several
          ? `${listed} lose their connection again and again. You hear of it every half hour at most until it holds.`
          : 'It loses its connection again and again. You hear of it every half hour at most until it holds.',
      };
    case 'reconnect-needed':
      return several
        ? {
            title: `Reconnect needed for ${names.length} printers`,
            body: `The connections of ${listed} no longer work. Click to connect them again.`,
          }
        : {
            title: `Reconnect needed: ${name}`,
            body: 'This connection no longer works. Click to connect the printer again.',
          };
    case 'reconnect-healed':
      return {
        title: several ? `${names.length} connections work again` : `${name}: the connection works again`,
        body: several
          ? `OctoEverywhere accepts the connections of ${listed} again. Nothing has to be done.`
          : 'OctoEverywhere accepts it again. Nothing has to be done.',
      };
    case 'perks-needed':
      return {
        title: 'Supporter Perks needed',
        body: `OctoEverywhere answers no questions about ${listed} until the account has Supporter Perks again. Click to read more.`,
      };
    case 'perks-restored':
      return { title: 'Supporter Perks are back', body: `OctoGlance watches ${listed} again.` };
    case 'update-needed':
      return {
        title: several ? `Plugin update needed on ${names.length} printers` : `Plugin update needed: ${name}`,
        body: several
          ? `Update the OctoEverywhere plugin on ${listed}.`
          : 'Update the OctoEverywhere plugin on this printer.',
      };
    case 'service-unreachable':
      return {
        title: 'OctoEverywhere can’t be reached',
        body: `No answer ${sinceText}. Your printers may be fine; OctoGlance keeps asking.`,
      };
    case 'service-reachable':
      return { title: 'OctoEverywhere answers again', body: 'OctoGlance watches your printers again.' };
  }
}
