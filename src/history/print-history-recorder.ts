import { isSameRecord, type PrintHistory, type PrintRecord, printRecordOf } from '../domain/print/print-history.ts';
import type { PrinterId } from '../domain/printer.ts';
import { type Clock, DAY, type Milliseconds } from '../domain/time.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { PrintHistoryFiles } from '../storage/print-history-files.ts';

export interface PrintHistoryRecorderParts {
  readonly fleet: Fleet;
  readonly files: PrintHistoryFiles;
  /** Server time. */
  readonly clock: Pick<Clock, 'now'>;
}

/**
 * How many records per printer to remember, to know whether the last print and the previous one are already on disk.
 */
const remembered = 4;

/** Records each printer's prints once they have ended, and reads them on request. */
export class PrintHistoryRecorder {
  readonly #parts: PrintHistoryRecorderParts;
  /** The newest records that are on disk; absent until the file has been read. */
  readonly #written = new Map<PrinterId, readonly PrintRecord[]>();
  /** One operation at a time, so that no file is read during a write. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(parts: PrintHistoryRecorderParts) {
    this.#parts = parts;
    parts.fleet.subscribe((changed) => {
      for (const id of changed) this.#look(id);
    });
  }

  /** Resolves to a printer's prints of the last 90 days, in times of this computer's clock. Never rejects. */
  read(printer: PrinterId): Promise<PrintHistory> {
    const { files, fleet, clock } = this.#parts;
    return this.#then(async () => {
      const history = await files.read(printer, clock.now());
      return shifted(history ?? [], fleet.clockAhead());
    });
  }

  /** Resolves once everything is on disk; used on quit. Never rejects. */
  async flush(): Promise<void> {
    await this.#queue;
  }

  #look(id: PrinterId): void {
    const member = this.#parts.fleet.get(id);
    if (member === undefined) {
      this.#written.delete(id);
      void this.#then(() => this.#parts.files.remove(id));
      return;
    }
    for (const print of [member.print?.former ?? null, member.print?.print ?? null]) {
      const record = printRecordOf(print);
      if (record === null || this.#isWritten(id, record)) continue;
      void this.#then(() => this.#record(id, record));
    }
  }

  #isWritten(id: PrinterId, record: PrintRecord): boolean {
    return this.#written.get(id)?.some((one) => isSameRecord(one, record)) ?? false;
  }

  async #record(id: PrinterId, record: PrintRecord): Promise<void> {
    const { files, fleet, clock } = this.#parts;
    // A previous run may have recorded this print already.
    if (!this.#written.has(id)) {
      const stored = await files.read(id, clock.now());
      // Out of reach: the next change of the printer reads it again.
      if (stored === null) return;
      this.#remember(id, stored);
    }
    if (this.#isWritten(id, record) || fleet.get(id) === undefined) return;
    if (!(await files.append(id, [record]))) return;
    this.#remember(id, [...(this.#written.get(id) ?? []), record]);
    // A wrong clock must not empty the history: OctoEverywhere's and this computer's have to agree.
    const isProven = fleet.get(id)?.sighting?.isProven === true;
    if (isProven && Math.abs(fleet.clockAhead()) < DAY) await files.tidy(id, clock.now());
  }

  #remember(id: PrinterId, records: readonly PrintRecord[]): void {
    if (this.#parts.fleet.get(id) !== undefined) this.#written.set(id, records.slice(-remembered));
  }

  #then<Result>(next: () => Promise<Result>): Promise<Result> {
    const result = this.#queue.then(next);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

function shifted(history: PrintHistory, by: Milliseconds): PrintHistory {
  return by === 0
    ? history
    : history.map((record) => ({ ...record, seenAt: record.seenAt + by, endedAt: record.endedAt + by }));
}
