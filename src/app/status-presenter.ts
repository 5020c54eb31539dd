import { isStale, shownStatus } from '../domain/shown-status.ts';
import type { Fleet, PrinterRecord } from '../monitor/fleet.ts';
import type { StatusAnswer } from '../status-command/exchange.ts';
import type { Overview } from './overview.ts';
import { glanceLine, printerLine, type StatusStream } from './status-stream.ts';
import type { UserLanguage } from './user-language.ts';

export interface StatusPresenterParts {
  readonly overview: Overview;
  readonly fleet: Fleet;
  readonly language: UserLanguage;
  /** Null without `--status-stream`. */
  readonly stream: StatusStream | null;
}

/** Shows the fleet to other programs: on stdout, and to `octoglance status`. */
export class StatusPresenter {
  readonly #parts: StatusPresenterParts;

  constructor(parts: StatusPresenterParts) {
    this.#parts = parts;
    if (parts.stream !== null) parts.fleet.subscribe(() => this.show());
  }

  /** Writes what changed. */
  show(): void {
    const { overview, fleet, stream } = this.#parts;
    stream?.show(overview.glance(), fleet.members().map(streamed));
  }

  /** The present state: what the status stream would write of it, and lines to read. */
  answer(): StatusAnswer {
    const { overview, fleet, language } = this.#parts;
    const glance = overview.glance();
    const { tray, glance: said } = language.words();
    const lines = overview
      .printers()
      .map(({ name, words, staleSince: stale }) =>
        tray.printer(name, stale === null ? words : `${words} ${said.asOf(overview.clockTime(stale))}`),
      );
    return {
      status: { glance: glanceLine(glance), printers: fleet.members().map((member) => printerLine(streamed(member))) },
      lines: glance.state === 'none' || overview.network() !== 'up' ? [glance.headline, ...lines] : lines,
    };
  }
}

function streamed({ printer, status }: PrinterRecord) {
  const shown = shownStatus(printer, status);
  return {
    id: printer.id,
    name: printer.name,
    status: shown,
    stale: shown !== 'off' && isStale(status),
    since: status.since,
  };
}
