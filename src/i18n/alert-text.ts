import type { Alert } from '../domain/alerts/alert.ts';
import { type Instant, MINUTE, type Milliseconds } from '../domain/time.ts';
import { joinNames } from './join-names.ts';
import type { Messages } from './messages.ts';
import type { Since } from './since.ts';

export interface AlertText {
  readonly title: string;
  readonly body: string;
}

/** If the events of several printers are further apart than this, the text has no common time. */
const atOneTime: Milliseconds = 5 * MINUTE;

/** How many names a notification lists before it counts the rest. */
const mostNames = 4;

/** What is known about the other printers since the problem began. */
export interface OtherPrinters {
  readonly disconnected: number;
  /** Whether there are others, and all of them have been connected since. */
  readonly allConnected: boolean;
}

/**
 * How all printers of an alert are shown, which decides what the end of a problem may claim: connected, or disconnected
 * although they should not be. `unreported`: OctoEverywhere reports nothing on one of them, which needs a plugin update,
 * for example.
 */
export type ShownNow = 'connected' | 'missed' | 'unreported' | 'mixed';

/** An alert with the names of its printers; none when it is about the service as a whole. */
export interface NamedAlert extends Pick<Alert, 'kind' | 'since' | 'latest' | 'everyPrinter' | 'total' | 'repeated'> {
  readonly names: readonly string[];
  /** The state of the other printers; absent when it is not relevant. */
  readonly others?: OtherPrinters;
  /** How its printers are shown now; connected if absent. */
  readonly now?: ShownNow;
  /** Whether it changes a notification on the screen; false if absent. */
  readonly update?: boolean;
}

/**
 * Returns the text of a notification that reports one or several things: what was held back while notifications were
 * off and still applies, or what a notification on the screen reported and the end of a part of it. `formatMoment`
 * formats a time by the user's clock.
 */
export function summaryText(
  alerts: readonly NamedAlert[],
  formatMoment: (at: Instant) => string,
  messages: Messages,
): AlertText {
  const [only] = alerts;
  if (only !== undefined && (alerts.length === 1 || only.update === true)) {
    const { title, body } = alertText(only, formatMoment, messages);
    const others = alerts.slice(1).map((alert) => namedTitle(alert, formatMoment, messages));
    return { title, body: [body, ...others].join('\n') };
  }
  const lines = alerts.map((alert) => {
    const title = namedTitle(alert, formatMoment, messages);
    return messages.alerts.line(title, sinceOf(alert, formatMoment));
  });
  return { title: messages.alerts.whileOff, body: lines.join('\n') };
}

/** Returns the title of an alert, with the names of its printers. */
function namedTitle(alert: NamedAlert, formatMoment: (at: Instant) => string, messages: Messages): string {
  const { title } = alertText(alert, formatMoment, messages);
  if (alert.names.every((name) => title.includes(name))) return title;
  return messages.alerts.titleOf(title, joinNames(alert.names, mostNames, messages));
}

/** Returns the text of a notification; `formatMoment` formats a time by the user's clock. */
export function alertText(alert: NamedAlert, formatMoment: (at: Instant) => string, messages: Messages): AlertText {
  const text = plainText(alert, formatMoment, messages);
  if (alert.repeated === null) return text;
  return { title: text.title, body: messages.alerts.repeated(text.body, alert.repeated) };
}

function plainText(alert: NamedAlert, formatMoment: (at: Instant) => string, messages: Messages): AlertText {
  const { kind, names, everyPrinter, total, now = 'connected' } = alert;
  const { alerts: texts } = messages;
  const listed = joinNames(names, mostNames, messages);
  const since = sinceOf(alert, formatMoment);
  const count = names.length;
  const several = count > 1;
  switch (kind) {
    case 'disconnected':
      if (everyPrinter) return texts.disconnected.every(count, listed, since);
      return several
        ? texts.disconnected.several(count, listed, since)
        : withCause(texts.disconnected.one(listed, since), alert.others, messages);
    case 'recovered':
      if (several && total > count) return texts.recovered.some(count, total, listed, since);
      return several ? texts.recovered.several(count, listed, since) : texts.recovered.one(listed, since);
    case 'unstable':
      return several ? texts.unstable.several(count, listed) : texts.unstable.one(listed);
    case 'reconnect-needed':
      return several ? texts.reconnectNeeded.several(count, listed) : texts.reconnectNeeded.one(listed);
    case 'reconnect-healed': {
      const { one, oneDown, oneOnly, several: all, severalOnly } = texts.reconnectHealed;
      if (several) return now === 'connected' ? all(count, listed) : severalOnly(count, listed);
      return now === 'connected' ? one(listed) : now === 'missed' ? oneDown(listed) : oneOnly(listed);
    }
    case 'perks-needed':
      return texts.perksNeeded(listed);
    case 'perks-restored':
      return now === 'unreported' ? texts.perksRestoredOnly(listed) : texts.perksRestored(listed);
    case 'update-needed':
      return several ? texts.updateNeeded.several(count, listed) : texts.updateNeeded.one(listed);
    case 'service-unreachable':
      return texts.serviceUnreachable(since);
    case 'service-reachable':
      return texts.serviceReachable;
  }
}

/** Adds whether only this printer is affected, as a hint at the cause. */
function withCause(text: AlertText, others: OtherPrinters | undefined, { alerts }: Messages): AlertText {
  if (others === undefined) return text;
  const { disconnected, allConnected } = others;
  const cause = disconnected > 0 ? alerts.alsoOthers(disconnected) : allConnected ? alerts.onlyThis : null;
  return cause === null ? text : { ...text, body: `${text.body} ${cause}` };
}

/** Returns the common time of all printers, or the first one's. */
function sinceOf(
  { since, latest }: Pick<NamedAlert, 'since' | 'latest'>,
  formatMoment: (at: Instant) => string,
): Since {
  return { clock: formatMoment(since), isFirst: latest - since > atOneTime };
}
