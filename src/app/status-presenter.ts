import { currentPrintStatus, printGlance } from '../domain/print/shown-print.ts';
import { shownStatus } from '../domain/shown-status.ts';
import type { Fleet, PrinterRecord } from '../monitor/fleet.ts';
import type { WatchedAs } from '../status-command/exchange.ts';
import type { Watching } from '../status-command/let-watch.ts';
import type { StatusResponse } from '../status-command/read-exchange.ts';
import { ChangedLines } from './changed-lines.ts';
import type { KeychainStatus } from './keychain-status.ts';
import type { Overview } from './overview.ts';
import { glanceLine, printerLine, printLine, StatusStream, type StreamedPrinter } from './status-stream.ts';
import type { UserLanguage } from './user-language.ts';

export interface StatusPresenterParts {
  readonly overview: Overview;
  readonly fleet: Fleet;
  readonly language: UserLanguage;
  readonly keychainStatus: Pick<KeychainStatus, 'whyWithheld' | 'onChange'>;
  /** Null without `--status-stream`. */
  readonly stream: StatusStream | null;
}

/** Reports the fleet to other programs: on stdout and to `octoglance status`. */
export class StatusPresenter {
  readonly #parts: StatusPresenterParts;
  /** One function per watcher; each writes what changed. */
  readonly #watching = new Set<() => void>();

  constructor(parts: StatusPresenterParts) {
    this.#parts = parts;
    parts.fleet.subscribe(() => this.show());
    parts.keychainStatus.onChange(() => this.show());
  }

  /** Writes what changed. */
  show(): void {
    if (this.#parts.stream !== null) this.#stream(this.#parts.stream);
    for (const show of this.#watching) show();
  }

  /** Writes the current state, then every change. `write` returns whether it accepted the line. */
  watch(as: WatchedAs, write: (line: string) => boolean): Watching {
    const stream = new StatusStream(write);
    const changes = new ChangedLines(write);
    const { overview } = this.#parts;
    const clock = () => overview.clockNow();
    const show = () => (as === 'json' ? this.#stream(stream) : changes.show(this.answer().lines, clock));
    this.#watching.add(show);
    show();
    return { show, end: () => void this.#watching.delete(show) };
  }

  /** The current state: the lines of the status stream, and readable ones. */
  answer(): StatusResponse {
    const { overview, fleet, language, keychainStatus } = this.#parts;
    const glance = overview.glance();
    const { tray, glance: texts, keychain } = language.messages();
    const why = keychainStatus.whyWithheld();
    const printers = fleet.members().map(streamed);
    const prints = printers.flatMap((printer) => printLine(printer) ?? []);
    const lines = overview
      .printers()
      .map(({ name, statusText, print, staleSince: stale }) =>
        tray.printer(
          name,
          stale === null ? (print?.text ?? statusText) : `${statusText} ${texts.asOf(overview.momentText(stale))}`,
        ),
      );
    return {
      status: {
        glance: glanceLine(glance),
        printers: printers.map(printerLine),
        ...(prints.length === 0 ? {} : { prints }),
        ...(why === null ? {} : { keychain: why }),
      },
      lines: [
        ...(why === null ? [] : [`${keychain.notification.title}: ${keychain.trouble[why].title}`]),
        ...(glance.state === 'none' || overview.network() !== 'up' ? [glance.headline, ...lines] : lines),
      ],
    };
  }

  #stream(stream: StatusStream): void {
    stream.show(this.#parts.overview.glance(), this.#parts.fleet.members().map(streamed));
  }
}

function streamed({ printer, status, print }: PrinterRecord): StreamedPrinter {
  const shown = shownStatus(printer, status);
  return {
    id: printer.id,
    name: printer.name,
    status: shown,
    stale: shown !== 'off' && status.stale,
    since: status.since,
    print: print === null ? null : printGlance(shown === 'online' ? currentPrintStatus(print, status) : null, true),
  };
}
