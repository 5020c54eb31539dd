import type { Notifier } from '../desktop/notifications/notifier.ts';
import { PrinterNotifications } from '../desktop/notifications/printer-notifications.ts';
import type { AppWindow } from '../desktop/window/window.ts';
import { type Alert, alertStates } from '../domain/alerts/alert.ts';
import type { KeptAlertState } from '../domain/alerts/alert-state.ts';
import { urgencyOf } from '../domain/alerts/alert-urgency.ts';
import { hasStandingAlert } from '../domain/alerts/standing-alert.ts';
import { WithheldAlerts } from '../domain/alerts/withheld-alerts.ts';
import { worstFirst } from '../domain/glance.ts';
import type { NotificationPolicy } from '../domain/notification-policy.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { RequestResult } from '../domain/results.ts';
import type { AlertTopic } from '../domain/settings.ts';
import { shownStatus } from '../domain/shown-status.ts';
import type { StatusKind } from '../domain/status.ts';
import type { Clock } from '../domain/time.ts';
import { alertButtons } from '../i18n/alert-buttons.ts';
import { alertText, type NamedAlert, type OtherPrinters, type ShownNow, summaryText } from '../i18n/alert-text.ts';
import { briefName, shownName } from '../i18n/printer-name.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import type { Overview } from './overview.ts';
import type { StatusStream } from './status-stream.ts';
import type { UserLanguage } from './user-language.ts';

export interface AlertNotifierParts {
  readonly overview: Overview;
  readonly fleet: Fleet;
  readonly notifier: Notifier;
  /** Null without `--status-stream`. */
  readonly stream: StatusStream | null;
  readonly window: Pick<AppWindow, 'show'>;
  readonly settings: Pick<SettingsStore, 'value'>;
  readonly language: UserLanguage;
  readonly clock: Pick<Clock, 'now'>;
}

/** `button` is the id of the clicked button, null for a click on the notification itself. */
export type AlertClickListener = (alerts: readonly Alert[], button: string | null) => void;

/** Shows alerts as notifications and writes them to the status stream. */
export class AlertNotifier {
  readonly #parts: AlertNotifierParts;
  readonly #notifications: PrinterNotifications<Alert['kind']>;
  readonly #withheld = new WithheldAlerts();
  #clicked: AlertClickListener = () => {};

  constructor(parts: AlertNotifierParts) {
    this.#parts = parts;
    this.#notifications = new PrinterNotifications(parts.notifier);
    parts.fleet.subscribe((changed) => this.#closeOff(changed));
  }

  onClick(listener: AlertClickListener): void {
    this.#clicked = listener;
  }

  /** Shows or updates one notification, and writes a line for each alert in it. */
  notify(alerts: readonly Alert[]): void {
    const { overview, stream, settings } = this.#parts;
    for (const alert of alerts) stream?.alert(alert, overview.names(alert.printers, shownName));
    const isWantedNow = settings.value().notifications;
    this.#withheld.note(alerts, isWantedNow);
    if (isWantedNow) this.#show(alerts);
  }

  /**
   * Once notifications are turned on again, shows the problems that have begun since they were turned off and that the
   * icon still shows, as far as the policy allows it now.
   */
  catchUp(policy: NotificationPolicy): void {
    const { settings, clock, fleet } = this.#parts;
    if (!settings.value().notifications || clock.now() < (policy.quietUntil ?? 0)) return;
    const taken = this.#withheld.take((printer) => fleet.get(printer)?.status.kind ?? null, policy);
    for (const alert of taken) this.#show([alert]);
  }

  #show(alerts: readonly Alert[]): void {
    const { overview, fleet, settings, language } = this.#parts;
    const [first] = alerts;
    if (first === undefined) return;
    const { sound } = settings.value();
    const messages = language.messages();
    const named = alerts.map((alert) => ({
      ...alert,
      since: alert.since + fleet.clockAhead(),
      latest: alert.latest + fleet.clockAhead(),
      names: overview.names(alert.printers, briefName),
      ...(alert.printers.length === 1 ? { others: this.#othersThan(alert) } : {}),
      now: this.#shownNow(alert.printers),
    }));
    const text = summaryText(named, (at) => overview.momentText(at), messages);
    const about = {
      number: first.notification,
      update: first.update,
      problems: problemsIn(alerts),
      beside: alerts.flatMap(({ stillLost = [] }) => stillLost),
    };
    this.#notifications.show(
      {
        ...about,
        printers: alerts.flatMap(printersOf),
        news: alerts.flatMap((alert) => (isAboutService(alert) ? [service] : alert.news)),
      },
      {
        ...text,
        ...urgencyOf(alerts.map(({ kind }) => kind)),
        state: worstOf(named),
        buttons: alertButtons(alerts, messages),
      },
      { sound },
      (button) => this.#clicked(alerts, button),
    );
  }

  /**
   * Closes the notifications of problems that are over and whose end is not reported: the printer was removed or
   * reconnected, this kind of end is turned off, or nothing may be reported now.
   */
  closeOver(kept: Pick<KeptAlertState, 'printers' | 'serviceUnreachable'>): void {
    this.#notifications.closeOver((id, kinds) =>
      id === service ? !kept.serviceUnreachable : kinds.every((kind) => !hasStandingAlert(kept.printers, id, kind)),
    );
    this.#withheld.removeOver(kept);
  }

  /** Closes the notification of a disconnection once the printer is marked as off: that is what the user expects. */
  #closeOff(changed: ReadonlySet<PrinterId>): void {
    const isOff = (id: PrinterId) => {
      const printer = this.#parts.fleet.get(id)?.printer;
      return printer?.offOnPurpose === true || printer?.oftenOff === true;
    };
    const off = [...changed].filter(isOff);
    if (off.length === 0) return;
    this.#notifications.closeOver((_id, kinds) => kinds.every(isOfLink), off);
  }

  #shownNow(printers: readonly PrinterId[]): ShownNow {
    const kinds = printers.map((id) => this.#parts.fleet.get(id)?.status.kind);
    if (kinds.every((kind) => kind === 'online')) return 'connected';
    if (printers.every((id) => this.#isMissed(id))) return 'missed';
    return kinds.every((kind) => kind === 'online' || kind === 'offline') ? 'mixed' : 'unreported';
  }

  /** Whether the user expects the printer to be connected, and it isn't. */
  #isMissed(id: PrinterId): boolean {
    const record = this.#parts.fleet.get(id);
    if (record === undefined || record.printer.offOnPurpose || record.printer.oftenOff) return false;
    return record.status.kind === 'offline';
  }

  /** What responses since the alert's time say about the other printers that are expected to be connected. */
  #othersThan({ printers, since }: Alert): OtherPrinters {
    const shown = this.#parts.fleet
      .members()
      .filter(({ printer }) => !printers.includes(printer.id))
      .map(({ printer, status }) => {
        const isKnown = !status.stale && (status.answeredAt ?? 0) >= since;
        const kind = shownStatus(printer, status);
        return isKnown || kind === 'off' ? kind : 'unknown';
      })
      .filter((kind) => kind !== 'off');
    return {
      disconnected: shown.filter((kind) => kind === 'offline').length,
      allConnected: shown.length > 0 && shown.every((kind) => kind === 'online'),
    };
  }

  /** Shows an example notification for `topic` in the current language; a click on it opens the settings. */
  async preview(topic: AlertTopic): Promise<RequestResult> {
    const { overview, notifier, settings, window, language, clock } = this.#parts;
    const messages = language.messages();
    const kind = exampleOf[topic];
    const names = [messages.alerts.previewPrinter];
    const now = clock.now();
    const alert = { kind, names, since: now, latest: now, everyPrinter: false, total: 1, repeated: null };
    const { title, body } = alertText(alert, (at) => overview.momentText(at), messages);
    // A preview that is still on the screen would be updated silently.
    notifier.close('preview');
    const shown = await notifier.show(
      'preview',
      { title, body: messages.alerts.preview(body), state: alertStates[kind], ...urgencyOf([kind]) },
      { sound: settings.value().sound, otherwise: 'drop' },
      () => window.show({ show: 'settings' }),
    );
    return shown ? { ok: true } : { ok: false, message: messages.errors.noNotifications };
  }
}

/** The example alert for each topic. */
const exampleOf: Readonly<Record<AlertTopic, Alert['kind']>> = {
  disconnected: 'disconnected',
  recovered: 'recovered',
  reconnect: 'reconnect-needed',
  perks: 'perks-needed',
  update: 'update-needed',
  service: 'service-unreachable',
};

/** Stands for OctoEverywhere among the printers; no printer has this id. */
const service: PrinterId = 'octoeverywhere';

function printersOf(alert: Alert): readonly PrinterId[] {
  return isAboutService(alert) ? [service] : alert.printers;
}

function isAboutService({ kind }: Alert): boolean {
  return kind === 'service-unreachable' || kind === 'service-reachable';
}

function isOfLink(kind: Alert['kind']): boolean {
  return kind === 'disconnected' || kind === 'unstable';
}

/** The problems that the alerts report, by printer. */
function problemsIn(alerts: readonly Alert[]): ReadonlyMap<PrinterId, readonly Alert['kind'][]> {
  const problems = new Map<PrinterId, readonly Alert['kind'][]>();
  for (const alert of alerts) {
    if (alertStates[alert.kind] === 'online') continue;
    for (const id of printersOf(alert)) problems.set(id, [...(problems.get(id) ?? []), alert.kind]);
  }
  return problems;
}

/** The state whose icon the notification shows. */
function worstOf(alerts: readonly Pick<NamedAlert, 'kind' | 'now'>[]): StatusKind {
  const states = alerts.map(({ kind, now = 'connected' }): StatusKind => {
    if (kind !== 'reconnect-healed' || now === 'connected') return alertStates[kind];
    return now === 'missed' ? 'offline' : 'unknown';
  });
  const worst = worstFirst.find((state) => states.some((one) => one === state));
  return worst === undefined || worst === 'off' ? 'unknown' : worst;
}
