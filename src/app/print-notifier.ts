import type { Notifier } from '../desktop/notifications/notifier.ts';
import type { PictureFiles } from '../desktop/notifications/picture-files.ts';
import { PrinterNotifications } from '../desktop/notifications/printer-notifications.ts';
import type { AppWindow } from '../desktop/window/window.ts';
import { isPrintTrouble, type PrintAlert, type PrintAlertKind } from '../domain/print/print-alert.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { RequestResult } from '../domain/results.ts';
import { type Clock, HOUR, type Milliseconds, SECOND } from '../domain/time.ts';
import { type NamedPrintAlertEvent, printAlertStates, printAlertText } from '../i18n/print-alert-text.ts';
import { briefName, shownName } from '../i18n/printer-name.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import { withTimeout } from '../timers/with-timeout.ts';
import type { Overview } from './overview.ts';
import { ReportedTroubles } from './reported-troubles.ts';
import type { StatusStream } from './status-stream.ts';
import type { UserLanguage } from './user-language.ts';
import type { WebcamPictures } from './webcam-pictures.ts';

export interface PrintNotifierParts {
  readonly overview: Overview;
  readonly fleet: Fleet;
  readonly notifier: Notifier;
  /** Null without `--status-stream`. */
  readonly stream: StatusStream | null;
  readonly window: Pick<AppWindow, 'show'>;
  readonly settings: SettingsStore;
  readonly language: UserLanguage;
  readonly clock: Pick<Clock, 'now'>;
  readonly webcams: Pick<WebcamPictures, 'forNotification'>;
  readonly pictures: Pick<PictureFiles, 'keep'>;
}

/** How long to wait for a picture. */
const longestPicture: Milliseconds = 5 * SECOND;

/** Shows print alerts as notifications and writes them to the status stream. */
export class PrintNotifier {
  readonly #parts: PrintNotifierParts;
  /** Separate from those about connections: a lost connection doesn't make "the print is done" untrue. */
  readonly #notifications: PrinterNotifications<PrintAlertKind>;
  readonly #troubles = new ReportedTroubles();

  constructor(parts: PrintNotifierParts) {
    this.#parts = parts;
    this.#notifications = new PrinterNotifications(parts.notifier);
    parts.fleet.subscribe((changed) => this.#correct(changed));
  }

  /** Shows one notification and writes a line for it, unless it only repeats an earlier one. */
  notify(alert: PrintAlert): void {
    const { kind, printEvents, notification, again } = alert;
    const { overview, fleet, stream, settings } = this.#parts;
    const printers = printEvents.map(({ printer }) => printer);
    if (!again) stream?.alert({ kind, notification }, overview.names(printers, shownName));
    if (!settings.value().notifications) return;
    this.#troubles.note(alert, (printer) => fleet.get(printer)?.print ?? null);
    this.#show(alert, notification, false);
  }

  /** Shows a notification, or makes the one with that number say this instead if it is still there. */
  #show({ kind, printEvents, again }: PrintAlert, number: number, instead: boolean): void {
    const { overview, fleet, settings, language, window } = this.#parts;
    const printers = [...new Set(printEvents.map(({ printer }) => printer))];
    const { sound, hideFileNames } = settings.value();
    const messages = language.messages();
    const named = printEvents.map(
      (one): NamedPrintAlertEvent => ({
        ...one,
        since: one.since + fleet.clockAhead(),
        name: overview.names([one.printer], briefName)[0] ?? '',
      }),
    );
    const text = printAlertText(kind, named, hideFileNames, (at) => overview.momentText(at), messages);
    const [only] = printers;
    const show = (picture: string | null) =>
      this.#notifications.show(
        {
          number,
          update: instead,
          problems: new Map(isPrintTrouble[kind] ? printers.map((printer) => [printer, [kind]]) : []),
          printers,
          news: instead ? [] : printers,
        },
        { ...text, state: printAlertStates[kind], picture },
        { sound: sound && !again },
        () => {
          const isThere = only !== undefined && printers.length === 1 && fleet.get(only) !== undefined;
          window.show(isThere ? { show: 'printer', printer: only } : { show: 'printers' });
        },
      );
    // A user who hides file names does not want a picture of the print on the screen either.
    const isPictured = kind === 'print-finished' && printers.length === 1 && !hideFileNames;
    if (isPictured && only !== undefined) void this.#pictureOf(only).then(show);
    else show(null);
  }

  /** Closes the notifications of problems that are over, or lets them report an earlier one that lasts. */
  #correct(changed: ReadonlySet<PrinterId>): void {
    const { fleet } = this.#parts;
    const over = new Set<PrinterId>();
    for (const printer of changed) {
      const record = fleet.get(printer);
      if (record === undefined) this.#troubles.forget(printer);
      const correction = record === undefined ? 'close' : this.#troubles.correctionOf(printer, record.print);
      if (correction === 'close') over.add(printer);
      else if (correction !== null) this.#show(correction.says, correction.number, true);
    }
    this.#notifications.closeOver((printer) => over.has(printer), over);
  }

  /** Resolves to the file of a picture within {@link longestPicture}, or to null. Never rejects. */
  async #pictureOf(printer: PrinterId): Promise<string | null> {
    const { webcams, pictures } = this.#parts;
    const kept = async () => {
      const picture = await webcams.forNotification(printer, longestPicture);
      return picture === null ? null : pictures.keep(picture);
    };
    return withTimeout(longestPicture, kept()).catch(() => null);
  }

  /** Shows an example notification of that kind; a click on it opens the settings. */
  async preview(kind: PrintAlertKind): Promise<RequestResult> {
    const { overview, notifier, settings, window, language, clock } = this.#parts;
    const messages = language.messages();
    const { sound, hideFileNames } = settings.value();
    const events: NamedPrintAlertEvent = {
      name: messages.alerts.previewPrinter,
      since: clock.now(),
      about: false,
      fileName: messages.print.previewFile,
      duration: 2 * HOUR,
      words: null,
      noLogin: false,
    };
    const { title, body } = printAlertText(kind, [events], hideFileNames, (at) => overview.momentText(at), messages);
    // A preview that is still on the screen would be updated silently.
    notifier.close('preview');
    const shown = await notifier.show(
      'preview',
      { title, body: messages.alerts.preview(body), state: printAlertStates[kind] },
      { sound, otherwise: 'drop' },
      () => window.show({ show: 'settings' }),
    );
    return shown ? { ok: true } : { ok: false, message: messages.errors.noNotifications };
  }
}
