import type { Alert, AlertKind } from '../domain/alerts/alert.ts';
import type { StatusKind } from '../domain/status.ts';
import { type Instant, MINUTE, type Milliseconds } from '../domain/time.ts';
import { joinNames } from './join-names.ts';
import type { Messages } from './messages.ts';
import type { Since } from './since.ts';

export interface AlertText {
  readonly title: string;
  readonly body: string;
}

/** The state whose picture goes with each alert: colour and shape match the text. */
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

/** Events of several printers that are further apart than this are not given one common time. */
const atOneTime: Milliseconds = 5 * MINUTE;

/** Names in one notification before the rest is counted. */
const mostNames = 4;

/** How many printers besides those of an alert are disconnected, and how many are connected. */
export interface OtherPrinters {
  readonly disconnected: number;
  readonly connected: number;
}

/** An alert with the names of the printers concerned; none when it is about the service as a whole. */
export interface NamedAlert extends Pick<Alert, 'kind' | 'since' | 'latest' | 'everyPrinter' | 'total' | 'repeated'> {
  readonly names: readonly string[];
  /** How the other printers are; absent where that tells nothing. */
  readonly others?: OtherPrinters;
}

/**
 * Returns the text of the one notification that sums up what was held back while notifications were off and still
 * applies. `clockTime` writes a moment the way the user's clock does.
 */
export function summaryText(
  alerts: readonly NamedAlert[],
  clockTime: (at: Instant) => string,
  words: Messages,
): AlertText {
  const [only] = alerts;
  if (only !== undefined && alerts.length === 1) return alertText(only, clockTime, words);
  const lines = alerts.map((alert) => {
    const { title } = alertText(alert, clockTime, words);
    const since = sinceOf(alert, clockTime);
    const isNamed = alert.names.every((name) => title.includes(name));
    return isNamed
      ? words.alerts.line(title, since)
      : words.alerts.lineOf(title, joinNames(alert.names, mostNames, words), since);
  });
  return { title: words.alerts.whileOff, body: lines.join('\n') };
}

/** Returns the text of a notification; `clockTime` writes a moment the way the user's clock does. */
export function alertText(alert: NamedAlert, clockTime: (at: Instant) => string, words: Messages): AlertText {
  const text = plainText(alert, clockTime, words);
  return alert.repeated ? { title: text.title, body: words.alerts.repeated(text.body) } : text;
}

function plainText(alert: NamedAlert, clockTime: (at: Instant) => string, words: Messages): AlertText {
  const { kind, names, everyPrinter, total } = alert;
  const { alerts: texts } = words;
  const listed = joinNames(names, mostNames, words);
  const since = sinceOf(alert, clockTime);
  const count = names.length;
  const several = count > 1;
  switch (kind) {
    case 'disconnected':
      if (everyPrinter) return texts.disconnected.every(count, listed, since);
      return several
        ? texts.disconnected.several(count, listed, since)
        : withCause(texts.disconnected.one(listed, since), alert.others, words);
    case 'recovered':
      if (several && total > count) return texts.recovered.some(count, total, listed, since);
      return several ? texts.recovered.several(count, listed, since) : texts.recovered.one(listed, since);
    case 'unstable':
      return several ? texts.unstable.several(count, listed) : texts.unstable.one(listed);
    case 'reconnect-needed':
      return several ? texts.reconnectNeeded.several(count, listed) : texts.reconnectNeeded.one(listed);
    case 'reconnect-healed':
      return several ? texts.reconnectHealed.several(count, listed) : texts.reconnectHealed.one(listed);
    case 'perks-needed':
      return texts.perksNeeded(listed);
    case 'perks-restored':
      return texts.perksRestored(listed);
    case 'update-needed':
      return several ? texts.updateNeeded.several(count, listed) : texts.updateNeeded.one(listed);
    case 'service-unreachable':
      return texts.serviceUnreachable(since);
    case 'service-reachable':
      return texts.serviceReachable;
  }
}

/** Adds in a few words whether it is this printer alone: that tells where to look. */
function withCause(text: AlertText, others: OtherPrinters | undefined, { alerts }: Messages): AlertText {
  if (others === undefined) return text;
  const { disconnected, connected } = others;
  const cause = disconnected > 0 ? alerts.alsoOthers(disconnected) : connected > 0 ? alerts.onlyThis : null;
  return cause === null ? text : { ...text, body: `${text.body} ${cause}` };
}

/** One time for all of them, or the first's. */
function sinceOf({ since, latest }: Pick<NamedAlert, 'since' | 'latest'>, clockTime: (at: Instant) => string): Since {
  return { clock: clockTime(since), isFirst: latest - since > atOneTime };
}
