import {
  type GlanceGroup,
  type GlanceNetwork,
  type GlancePrinter,
  type GlanceState,
  type GlanceSummary,
  summaryOf,
} from '../domain/glance.ts';
import type { Instant } from '../domain/time.ts';
import { truncate } from '../domain/truncate.ts';
import type { Messages } from './messages.ts';

export interface Glance {
  readonly state: GlanceState;
  /** The state is no longer confirmed: it is only the last known one, and the icon has its stale form. */
  readonly stale: boolean;
  /** Without names: "2 of 5 disconnected", with every kind of problem; for a single printer the text of its status. */
  readonly headline: string;
  /** Counts first, at most 127 characters. */
  readonly tooltip: string;
}

/** Windows truncates tray tooltips after 127 characters. */
export const longestTooltip = 127;

/** With less room than this, in characters, names are omitted. */
const leastForNames = 20;

/** Returns the text of the glance over all printers. `clock` formats a time in short, by the user's clock. */
export function glanceOf(
  printers: readonly GlancePrinter[],
  network: GlanceNetwork,
  { glance: texts }: Messages,
  clock: ((at: Instant) => string) | null = null,
): Glance {
  const summary = summaryOf(printers, network);
  switch (summary.kind) {
    case 'no-printers':
      return saying('none', texts.noPrinters);
    case 'computer-offline':
      return saying('unknown', texts.computerOffline);
    case 'network-sign-in':
      return saying('unknown', texts.networkSignIn);
    case 'all-off':
      return saying('off', texts.allOff);
    case 'printers':
      return sayingOf(summary, texts, clock);
  }
}

function saying(state: GlanceState, text: string): Glance {
  return { state, stale: false, headline: text, tooltip: text };
}

function sayingOf(
  summary: Extract<GlanceSummary, { kind: 'printers' }>,
  texts: Messages['glance'],
  clock: ((at: Instant) => string) | null,
): Glance {
  const { state, stale, answeredAt, groups, counted, off, only } = summary;
  const age = stale
    ? ` ${clock === null || answeredAt === null ? texts.lastKnown : texts.asOf(clock(answeredAt))}`
    : '';
  if (only !== null) {
    const words = `: ${texts.status[state]}${age}`;
    const headline = texts.status[state];
    return { state, stale, headline, tooltip: truncate(only, longestTooltip - words.length) + words };
  }
  const headline = headlineOf(groups, counted, off, texts);
  const names = state === 'online' ? [] : groups.flatMap((group) => group.names);
  return { state, stale, headline, tooltip: tooltipOf(headline, age, names, texts) };
}

/** "2 of 5 disconnected"; "1 needs reconnecting, 2 disconnected (of 5)"; "4 connected, 1 off". */
function headlineOf(groups: readonly GlanceGroup[], all: number, off: number, texts: Messages['glance']): string {
  const [first, second] = groups;
  if (first === undefined) return texts.allOff;
  if (second !== undefined) {
    return texts.several(
      groups.map(({ kind, names }) => texts.part(kind, names.length)),
      all,
    );
  }
  const { kind, names } = first;
  return kind === 'online' && off > 0
    ? texts.andOff(texts.part(kind, names.length), off)
    : texts.count(kind, names.length, all);
}

/** Returns the tooltip; if it gets too long, names are omitted first, then the age. */
function tooltipOf(headline: string, age: string, names: readonly string[], texts: Messages['glance']): string {
  const counts = headline.length + age.length <= longestTooltip ? headline + age : truncate(headline, longestTooltip);
  const room = longestTooltip - counts.length - 2;
  return names.length === 0 || room < leastForNames ? counts : `${counts}: ${fittingNames(names, room, texts)}`;
}

/** Lists as many names as fit, then counts the rest. */
function fittingNames(names: readonly string[], room: number, texts: Messages['glance']): string {
  // Each takes at least a comma and a space: with a thousand names the others need not be tried.
  const most = Math.min(names.length, Math.floor(room / 2) + 1);
  for (let shown = most; shown > 0; shown--) {
    const left = names.length - shown;
    const listed = names.slice(0, shown).join(', ');
    const text = left > 0 ? texts.more(listed, left) : listed;
    if (text.length <= room) return text;
  }
  const [first = ''] = names;
  const left = names.length - 1;
  return left > 0 ? texts.more(truncate(first, room - texts.more('', left).length), left) : truncate(first, room);
}
