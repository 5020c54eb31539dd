import type { TraceEvent } from '../../../src/demo/trace.ts';
import type { Life } from '../life.ts';

/** What OctoEverywhere would say of a printer, if it could be asked. */
export const said = { connected: 1, gone: 2, refused: 3, perks: 4, update: 5 } as const;
export type Said = (typeof said)[keyof typeof said];

/** One printer's life, second by second. */
export interface PrinterSeconds {
  readonly name: string;
  /** What an answer would say; 0 before the printer is there. */
  readonly says: Uint16Array;
  /** Since when it says so, in seconds from the start. */
  readonly since: Int32Array;
  /** When the link last came, or went; whichever its present state is. */
  readonly linkSince: Int32Array;
  /** How often what it says has changed, and how often the link was lost. */
  readonly changes: number;
}

/** Everything that was so, second by second, read from the trace alone. */
export interface Seconds {
  readonly end: number;
  readonly poll: number;
  readonly grace: number;
  readonly printers: readonly PrinterSeconds[];
  readonly awake: Uint16Array;
  readonly network: Uint16Array;
  readonly serviceOk: Uint16Array;
}

/** Lays a life out in seconds. Its settings are those of its first second. */
export function secondsOf(life: Life): Seconds {
  const { end, trace } = life;
  const settings = trace.flatMap((event) => ('setting' in event && event.at === 0 ? [event.setting] : []))[0];
  return {
    end,
    poll: settings?.pollSeconds ?? 60,
    grace: settings?.graceSeconds ?? 90,
    printers: life.printers.map((name) => printerSeconds(name, trace, end)),
    awake: over(end, trace, 1, (event) => ('computer' in event ? Number(event.computer === 'wake') : null)),
    network: over(end, trace, 1, (event) => ('network' in event ? Number(event.network === 'up') : null)),
    serviceOk: over(end, trace, 1, (event) => ('service' in event ? Number(event.service === 'ok') : null)),
  };
}

function over(
  end: number,
  trace: readonly TraceEvent[],
  initial: number,
  read: (event: TraceEvent) => number | null,
): Uint16Array {
  const values = new Uint16Array(end + 1);
  let value = initial;
  let from = 0;
  for (const event of trace) {
    const changed = read(event);
    if (changed === null) continue;
    values.fill(value, from, event.at);
    from = event.at;
    value = changed;
  }
  values.fill(value, from);
  return values;
}

function printerSeconds(name: string, trace: readonly TraceEvent[], end: number): PrinterSeconds {
  const own = trace.filter((event) => 'printer' in event && event.printer === name);
  const up = over(end, own, 1, (event) => ('link' in event ? Number(event.link === 'up') : null));
  const says = over(end, own, 200, (event) => ('answer' in event ? Number(event.answer) : null));
  const since = new Int32Array(end + 1);
  const linkSince = new Int32Array(end + 1);
  let changes = 0;
  for (let at = 0; at <= end; at += 1) {
    says[at] = meaning(says[at] ?? 0, up[at] === 1);
    const isSame = at > 0 && says[at] === says[at - 1];
    since[at] = isSame ? (since[at - 1] ?? 0) : at;
    linkSince[at] = at > 0 && up[at] === up[at - 1] ? (linkSince[at - 1] ?? 0) : at;
    if (!isSame) changes += 1;
  }
  return { name, says, since, linkSince, changes };
}

function meaning(answer: number, isUp: boolean): Said {
  switch (answer) {
    case 605:
      return said.perks;
    case 610:
      return said.update;
    case 603:
    case 604:
    case 606:
      return said.refused;
    default:
      return isUp ? said.connected : said.gone;
  }
}
