import type { ReplayLine } from '../../src/demo/replay.ts';
import type { Life } from './life.ts';
import type { Verdict } from './truth/verdict.ts';

const day = 86_400;

/** Delays are told of lives with this poll, in seconds: those of others say how their user chose. */
const usualPoll = 60;

/** What has come of many lives together. */
export class Figures {
  #lives = 0;
  #printerDays = 0;
  #losses = 0;
  #mostAskedAnHour = 0;
  #asked = 0;
  readonly #faults: string[] = [];
  readonly #told = new Map<string, number>();
  readonly #delays = new Map<string, number[]>();

  add(seed: number, life: Life, lines: readonly ReplayLine[], verdict: Verdict): void {
    const { end, printers, trace } = life;
    this.#lives += 1;
    this.#printerDays += (printers.length * end) / day;
    this.#losses += trace.filter((event) => 'link' in event && event.link === 'down').length;
    for (const [kind, faults] of Object.entries(verdict.faults())) {
      this.#faults.push(...faults.map((fault) => `seed ${seed}: ${kind}: ${fault}`));
    }
    for (const [kind, count] of verdict.told) this.#told.set(kind, (this.#told.get(kind) ?? 0) + count);
    const polls = trace.flatMap((event) => ('setting' in event ? [event.setting.pollSeconds] : []));
    for (const [kind, delays] of polls.some((poll) => poll !== usualPoll) ? [] : verdict.delays) {
      const known = this.#delays.get(kind) ?? [];
      for (const delay of delays) known.push(delay);
      this.#delays.set(kind, known);
    }
    for (const asked of Object.values(requestsIn(lines))) {
      this.#asked += asked;
      this.#mostAskedAnHour = Math.max(this.#mostAskedAnHour, asked / (end / 3_600));
    }
  }

  /** Each a sentence with its seed. */
  faults(): readonly string[] {
    return this.#faults;
  }

  /** As Markdown. */
  table(): string {
    const rows = [...this.#told.entries()].map(([kind, count]) => {
      const delays = (this.#delays.get(kind) ?? []).toSorted((one, other) => one - other);
      const at = (share: number) =>
        `${Math.max(0, Math.round(delays[Math.floor(share * (delays.length - 1))] ?? 0))} s`;
      const cells = delays.length === 0 ? ['–', '–', '–'] : [at(0.5), at(0.95), at(1)];
      return `| ${kind} | ${count} | ${cells.join(' | ')} |`;
    });
    const anHour = this.#asked / (this.#printerDays * 24);
    return [
      `${this.#lives} lives, ${Math.round(this.#printerDays)} printer-days, ${this.#losses} losses of a link:`,
      `**${this.#faults.length === 0 ? '0 false, 0 missed, 0 doubled' : `${this.#faults.length} faults`}**.`,
      `Requests per printer-hour: ${anHour.toFixed(1)} on average, ${this.#mostAskedAnHour.toFixed(1)} at most.`,
      '',
      '| alert | told | delay p50 | p95 | max |',
      '|---|---|---|---|---|',
      ...rows.sort(),
    ].join('\n');
  }
}

function requestsIn(lines: readonly ReplayLine[]): Readonly<Record<string, number>> {
  return lines.flatMap((line) => ('requests' in line ? [line.perPrinter] : []))[0] ?? {};
}
