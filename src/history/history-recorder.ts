import type { PrinterId } from '../domain/printer.ts';
import { record, type Watched, watched } from '../domain/record-sighting.ts';
import type { History, Span } from '../domain/spans.ts';
import { type Clock, HOUR, type Instant, MINUTE, type Milliseconds, type Timer } from '../domain/time.ts';
import type { Fleet, PrinterRecord } from '../monitor/fleet.ts';
import type { HistoryFiles } from '../storage/history-files.ts';

export interface HistoryRecorderParts {
  readonly fleet: Fleet;
  readonly files: HistoryFiles;
  /** Answers that say the same and are no further apart belong together, ms. */
  readonly patience: () => Milliseconds;
  readonly timer: Timer;
  readonly clock: Pick<Clock, 'now'>;
}

/** Files are written at most this often, and a state that merely lasts far more seldom: the next answer tells it again. */
const writeGap: Milliseconds = MINUTE;
const lastingGap: Milliseconds = HOUR;

/** So much of each printer's past is held in memory; the rest is in its file. */
const heldSpans = 20;

/** What is held of one printer. */
interface Held {
  readonly tail: History;
  /** What a later answer may still correct. */
  readonly watched: Omit<Watched, 'history'>;
  /** There are older spans in the file, so nothing before this moment is to be filled in; null when there are none. */
  readonly begins: Instant | null;
  /** The last span as it is in the file; null before the first write. */
  readonly written: Span | null;
  /** What was held does not merely go on: the file has to be written anew. */
  readonly rewrite: boolean;
  readonly answeredAt: Instant;
}

/** Keeps each printer's past: reads the fleet's answers, and writes what is new to disk. */
export class HistoryRecorder {
  readonly #parts: HistoryRecorderParts;
  readonly #held = new Map<PrinterId, Held>();
  #writing: Promise<unknown> = Promise.resolve();
  #lastingWrittenAt: Instant;
  #planned = false;

  constructor(parts: HistoryRecorderParts) {
    this.#parts = parts;
    this.#lastingWrittenAt = parts.clock.now();
    parts.fleet.subscribe((changed) => this.#look(changed));
  }

  /** All that is known of a printer, read from its file. Never throws. */
  history(printer: PrinterId): History {
    const stored = this.#parts.files.read(printer, this.#parts.clock.now());
    const held = this.#held.get(printer);
    if (held === undefined) return stored;
    const begins = held.begins;
    return begins === null ? held.tail : [...stored.filter(({ from }) => from < begins), ...held.tail];
  }

  /** What is known of a printer from `since` (UTC) on, and perhaps more; the file is read only if need be. Never throws. */
  since(printer: PrinterId, since: Instant): History {
    const held = this.#held.get(printer);
    return held !== undefined && (held.begins === null || held.begins <= since) ? held.tail : this.history(printer);
  }

  /** Writes at once what is not on disk yet; for the end of the app. Never rejects. */
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
    const isDue = this.#isLastingDue() || [...changed].some((id) => this.#hasNews(id));
    if (this.#planned || !isDue) return;
    this.#planned = true;
    this.#parts.timer.set(writeGap, () => {
      this.#planned = false;
      void this.#write(false);
    });
  }

  #hasNews(printer: PrinterId): boolean {
    const held = this.#held.get(printer);
    return held !== undefined && hasNews(held);
  }

  #take(member: PrinterRecord): void {
    const { id } = member.printer;
    if (member.sighting === null || this.#held.get(id)?.answeredAt === member.sighting.at) return;
    const { at, isProven } = member.sighting;
    const before = this.#held.get(id) ?? this.#open(id);
    const known: Watched = { ...before.watched, history: before.tail };
    const { history: after, ...rest } = record(known, member.sighting, at, this.#parts.patience(), isProven);
    const { begins } = before;
    const tail = begins === null ? after : after.filter(({ to }) => to > begins).map((span) => notBefore(span, begins));
    const rewrite = before.rewrite || !goesOn(before.tail, tail);
    this.#held.set(id, { ...before, tail, watched: rest, answeredAt: at, rewrite });
  }

  #open(printer: PrinterId): Held {
    const stored = this.#parts.files.read(printer, this.#parts.clock.now());
    const tail = stored.slice(-heldSpans);
    const begins = stored.length > tail.length ? (tail[0]?.from ?? null) : null;
    const { history: _stored, ...rest } = watched(tail);
    return { tail, begins, watched: rest, written: tail.at(-1) ?? null, rewrite: false, answeredAt: Number.NaN };
  }

  #forget(printer: PrinterId): void {
    this.#held.delete(printer);
    this.#writing = this.#writing.then(() => this.#parts.files.remove(printer));
  }

  /** `lasting` writes those too whose state merely lasts. */
  #write(lasting: boolean): Promise<unknown> {
    const withLasting = lasting || this.#isLastingDue();
    if (withLasting) this.#lastingWrittenAt = this.#parts.clock.now();
    this.#writing = this.#writing.then(async () => {
      for (const [id, held] of this.#held) {
        if (hasNews(held) || (withLasting && held.tail.at(-1)?.to !== held.written?.to)) await this.#writeOne(id, held);
      }
    });
    return this.#writing;
  }

  async #writeOne(id: PrinterId, held: Held): Promise<void> {
    const { files } = this.#parts;
    // Cleared before, so that afterwards it tells what happened during the writing.
    this.#held.set(id, { ...held, rewrite: false });
    const from = held.written?.from ?? Number.NEGATIVE_INFINITY;
    const news = held.tail.filter((span) => span.from >= from);
    const saved = held.rewrite ? await files.replace(id, this.history(id)) : await files.append(id, news);
    const latest = this.#held.get(id);
    if (latest === undefined) return;
    if (!saved) {
      this.#held.set(id, { ...latest, rewrite: latest.rewrite || held.rewrite });
      return;
    }
    const written = held.tail.at(-1) ?? null;
    const unwritten = latest.tail.filter((span) => span.from >= (written?.from ?? 0)).length;
    const tail = latest.rewrite ? latest.tail : latest.tail.slice(-Math.max(heldSpans, unwritten));
    const begins = tail.length < latest.tail.length ? (tail[0]?.from ?? null) : latest.begins;
    this.#held.set(id, { ...latest, tail, begins, written });
  }

  #isLastingDue(): boolean {
    return Math.abs(this.#parts.clock.now() - this.#lastingWrittenAt) >= lastingGap;
  }
}

/** Something began or ended that is not in the file. */
function hasNews({ tail, written, rewrite }: Held): boolean {
  return rewrite || tail.at(-1)?.from !== written?.from;
}

/** Whether `after` is `before` with its last span prolonged and perhaps more after it. */
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
