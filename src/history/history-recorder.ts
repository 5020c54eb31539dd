import type { PrinterId } from '../domain/printer.ts';
import { record, type Watched, watched } from '../domain/record-sighting.ts';
import { bounded, type History, type Span } from '../domain/spans.ts';
import type { StatusKind } from '../domain/status.ts';
import { type Clock, type Instant, MINUTE, type Milliseconds, type Timer } from '../domain/time.ts';
import type { Fleet, PrinterRecord } from '../monitor/fleet.ts';
import type { HistoryFiles } from '../storage/history-files.ts';

export interface HistoryRecorderParts {
  readonly fleet: Fleet;
  readonly files: HistoryFiles;
  /** Responses with the same content belong together if they are no further apart than this, ms. */
  readonly mergeGap: () => Milliseconds;
  readonly timer: Timer;
  readonly clock: Pick<Clock, 'now'>;
}

/**
 * Minimum time between two writes; longer if a state merely continues: the next response reports it again, unless it
 * has changed by then, as after a night without power.
 */
const writeGap: Milliseconds = MINUTE;
const lastingGap: Milliseconds = 10 * MINUTE;

/** The statuses of printers whose connection each response reports. */
const inSight: ReadonlySet<StatusKind> = new Set(['online', 'offline']);

/** A file is rewritten after so many additions: whenever a lasting state is written, there is a line more. */
const mostAdded = 500;

/** How many of a printer's latest spans are in memory; the rest is only in its file. */
const heldSpans = 20;

type Sighting = NonNullable<PrinterRecord['sighting']>;

/** One printer's history in memory. */
interface Held {
  readonly tail: History;
  /** What a later response may still correct. */
  readonly watched: Omit<Watched, 'history'>;
  /** Older spans are in the file, so nothing before this time may be filled in; null when there are none. */
  readonly begins: Instant | null;
  /** The last span in the file; null before the first write. */
  readonly written: Span | null;
  /** How many times something was added to the file. */
  readonly added: number;
  /** Earlier spans have changed, so appending is not enough: the file has to be rewritten. */
  readonly rewrite: boolean;
  readonly answeredAt: Instant;
}

/** Records each printer's history: takes sightings from the fleet and writes what is new to disk. */
export class HistoryRecorder {
  readonly #parts: HistoryRecorderParts;
  readonly #held = new Map<PrinterId, Held>();
  /** Sightings of printers whose files are still being read. */
  readonly #waiting = new Map<PrinterId, Sighting[]>();
  /** Files are read one after another, so that hundreds of them at the start delay nothing else. */
  #reading: Promise<unknown> = Promise.resolve();
  #writing: Promise<unknown> = Promise.resolve();
  #planned = false;
  /** Whether responses have proven the time in this run: until then only this computer's clock tells it. */
  #isTimeProven = false;

  constructor(parts: HistoryRecorderParts) {
    this.#parts = parts;
    parts.fleet.subscribe((changed) => this.#look(changed));
  }

  /** Resolves to a printer's whole history, read from its file. Never rejects. */
  async history(printer: PrinterId): Promise<History> {
    if (this.#waiting.has(printer)) await this.#reading;
    const held = this.#held.get(printer);
    return (held === undefined ? await this.#stored(printer) : await this.#whole(printer, held)) ?? [];
  }

  /**
   * Resolves to a printer's history from `since` (UTC) on, or more; reads the file only if necessary. Never rejects.
   */
  async since(printer: PrinterId, since: Instant): Promise<History> {
    const held = this.#held.get(printer);
    return held !== undefined && (held.begins === null || held.begins <= since) ? held.tail : this.history(printer);
  }

  /** Writes everything that is not on disk yet, at once; used on quit. Never rejects. */
  async flush(): Promise<void> {
    this.#parts.timer.clear();
    this.#planned = false;
    await this.#write(true);
  }

  #look(changed: ReadonlySet<PrinterId>): void {
    for (const id of changed) {
      const member = this.#parts.fleet.get(id);
      if (member === undefined) this.#forget(id);
      else this.#take(member);
    }
    this.#planIfDue(changed);
  }

  #planIfDue(changed: Iterable<PrinterId>): void {
    if (this.#planned || ![...changed].some((id) => this.#isDue(id))) return;
    this.#planned = true;
    this.#parts.timer.set(writeGap, () => {
      this.#planned = false;
      void this.#write(false);
    });
  }

  #isDue(printer: PrinterId): boolean {
    const held = this.#held.get(printer);
    return held !== undefined && isDue(held, this.#gapOf(printer));
  }

  /** How long a state that merely continues may remain unwritten; short once no response can report it again. */
  #gapOf(printer: PrinterId): Milliseconds {
    const status = this.#parts.fleet.get(printer)?.status;
    const isSeen = status?.refusal === null && status.silence === null && inSight.has(status.kind);
    return isSeen ? lastingGap : writeGap;
  }

  #take({ printer: { id }, sighting }: PrinterRecord): void {
    if (sighting === null) return;
    const held = this.#held.get(id);
    if (held !== undefined) {
      this.#held.set(id, this.#heldAfter(held, sighting));
      return;
    }
    const waiting = this.#waiting.get(id);
    if (waiting !== undefined) {
      if (waiting.at(-1)?.at !== sighting.at) waiting.push(sighting);
      return;
    }
    this.#waiting.set(id, [sighting]);
    this.#reading = this.#reading.then(() => this.#open(id));
  }

  #heldAfter(before: Held, sighting: Sighting): Held {
    if (before.answeredAt === sighting.at) return before;
    const { at } = sighting;
    this.#isTimeProven ||= sighting.isProven;
    const known: Watched = { ...before.watched, history: before.tail };
    const { history: after, ...rest } = record(known, sighting, at, this.#parts.mergeGap(), sighting);
    const { begins } = before;
    const tail = begins === null ? after : after.filter(({ to }) => to > begins).map((span) => notBefore(span, begins));
    const rewrite = before.rewrite || !goesOn(before.tail, tail);
    return { ...before, tail, watched: rest, answeredAt: at, rewrite };
  }

  async #open(printer: PrinterId): Promise<void> {
    // It may have been removed, and even added again, while other files were read.
    if (!this.#waiting.has(printer) || this.#held.has(printer)) return;
    const stored = await this.#stored(printer);
    const waiting = this.#waiting.get(printer);
    this.#waiting.delete(printer);
    // Out of reach: the next sighting reads it again.
    if (waiting === undefined || stored === null) return;
    const tail = stored.slice(-heldSpans);
    const begins = stored.length > tail.length ? (tail[0]?.from ?? null) : null;
    const { history: _stored, ...rest } = watched(tail);
    const written = tail.at(-1) ?? null;
    const opened = { tail, begins, watched: rest, written, added: 0, rewrite: false, answeredAt: Number.NaN };
    const held = waiting.reduce((before: Held, sighting) => this.#heldAfter(before, sighting), opened);
    this.#held.set(printer, held);
    this.#planIfDue([printer]);
  }

  #stored(printer: PrinterId): Promise<History | null> {
    return this.#parts.files.read(printer, this.#parts.clock.now());
  }

  /** The older part, followed by what is in memory, of the last 90 days; null while the file is out of reach. */
  async #whole(printer: PrinterId, { begins, tail }: Held): Promise<History | null> {
    const { clock, fleet } = this.#parts;
    const stored = begins === null ? [] : await this.#stored(printer);
    if (stored === null) return null;
    const whole = [...stored.filter(({ from }) => begins !== null && from < begins), ...tail];
    // A clock that is ahead must not erase the history, neither OctoEverywhere's nor this computer's.
    return this.#isTimeProven ? bounded(whole, clock.now() + Math.min(0, fleet.clockAhead())) : whole;
  }

  #forget(printer: PrinterId): void {
    this.#held.delete(printer);
    this.#waiting.delete(printer);
    this.#writing = this.#writing.then(() => this.#parts.files.remove(printer));
  }

  /** With `all`, also writes states that merely continue, however short it is since they were written. */
  #write(all: boolean): Promise<unknown> {
    this.#writing = this.#writing.then(async () => {
      await this.#reading;
      for (const [id, held] of this.#held) {
        if (this.#isDue(id) || (all && held.tail.at(-1)?.to !== held.written?.to)) await this.#writeOne(id, held);
      }
    });
    return this.#writing;
  }

  async #writeOne(id: PrinterId, held: Held): Promise<void> {
    const { files } = this.#parts;
    const rewrite = held.rewrite || held.added >= mostAdded;
    // Cleared before the write, so that afterwards it reflects changes made during it.
    this.#held.set(id, { ...held, rewrite: false });
    const from = held.written?.from ?? Number.NEGATIVE_INFINITY;
    const added = held.tail.filter((span) => span.from >= from);
    const whole = rewrite ? await this.#whole(id, held) : [];
    const saved = whole !== null && (await (rewrite ? files.replace(id, whole) : files.append(id, added)));
    const latest = this.#held.get(id);
    if (latest === undefined) return;
    if (!saved) {
      this.#held.set(id, { ...latest, rewrite: latest.rewrite || rewrite });
      return;
    }
    // All in memory was ahead and is dropped; the next sighting reads again what came before.
    if (latest.tail.length === 0 && latest.begins !== null) {
      this.#held.delete(id);
      return;
    }
    const written = held.tail.at(-1) ?? null;
    const unwritten = latest.tail.filter((span) => span.from >= (written?.from ?? 0)).length;
    const tail = latest.rewrite ? latest.tail : latest.tail.slice(-Math.max(heldSpans, unwritten));
    const begins = tail.length < latest.tail.length ? (tail[0]?.from ?? null) : latest.begins;
    this.#held.set(id, { ...latest, tail, begins, written, added: rewrite ? 0 : held.added + 1 });
  }
}

/** Whether something began or ended that is not in the file, or goes on for a while. */
function isDue({ tail, written, rewrite }: Held, gap: Milliseconds): boolean {
  const last = tail.at(-1);
  return rewrite || last?.from !== written?.from || (last?.to ?? 0) - (written?.to ?? 0) >= gap;
}

/** Whether `after` equals `before` with its last span extended and possibly more after it. */
function goesOn(before: History, after: History): boolean {
  return before.every((span, index) => {
    const now = after[index];
    if (now === undefined || now.state !== span.state || now.from !== span.from) return false;
    return now.to === span.to || (index === before.length - 1 && now.to >= span.to);
  });
}

function notBefore(span: Span, begins: Instant): Span {
  return span.from < begins ? { ...span, from: begins } : span;
}
