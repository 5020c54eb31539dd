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
  /** Nothing proves the state any more: it is only the last known one, and the icon takes its stale form. */
  readonly stale: boolean;
  /** Without names: "2 of 5 disconnected", with every kind of trouble there is; of a single printer its status words. */
  readonly headline: string;
  /** Counts first, at most 127 characters. */
  readonly tooltip: string;
}

/** Windows cuts tray tooltips after 127 characters. */
export const longestTooltip = 127;

/** With less room than this, in characters, names are left out. */
const leastForNames = 20;

/** The glance over all printers, in words. `clock` writes a moment as short as the user's clock does. */
export function glanceOf(
  printers: readonly GlancePrinter[],
  network: GlanceNetwork,
  { glance: said }: Messages,
  clock: ((at: Instant) => string) | null = null,
): Glance {
  const summary = summaryOf(printers, network);
  switch (summary.kind) {
    case 'no-printers':
      return saying('none', said.noPrinters);
    case 'computer-offline':
      return saying('unknown', said.computerOffline);
    case 'network-sign-in':
      return saying('unknown', said.networkSignIn);
    case 'all-off':
      return saying('off', said.allOff);
    case 'printers':
      return sayingOf(summary, said, clock);
  }
}

function saying(state: GlanceState, text: string): Glance {
  return { state, stale: false, headline: text, tooltip: text };
}

function sayingOf(
  summary: Extract<GlanceSummary, { kind: 'printers' }>,
  said: Messages['glance'],
  clock: ((at: Instant) => string) | null,
): Glance {
  const { state, stale, answeredAt, groups, counted, off, only } = summary;
  const age = stale ? ` ${clock === null || answeredAt === null ? said.lastKnown : said.asOf(clock(answeredAt))}` : '';
  if (only !== null) {
    const words = `: ${said.status[state]}${age}`;
    const headline = said.status[state];
    return { state, stale, headline, tooltip: truncate(only, longestTooltip - words.length) + words };
  }
  const headline = headlineOf(groups, counted, off, said);
  const names = state === 'online' ? [] : groups.flatMap((group) => group.names);
  return { state, stale, headline, tooltip: tooltipOf(headline, age, names, said) };
}

/** "2 of 5 disconnected"; "1 needs reconnecting, 2 disconnected of 5"; "4 connected, 1 off". */
function headlineOf(groups: readonly GlanceGroup[], all: number, off: number, said: Messages['glance']): string {
  const [first, second] = groups;
  if (first === undefined) return said.allOff;
  if (second !== undefined) {
    return said.several(
      groups.map(({ kind, names }) => said.part(kind, names.length)),
      all,
    );
  }
  const { kind, names } = first;
  return kind === 'online' && off > 0
    ? said.andOff(said.part(kind, names.length), off)
    : said.count(kind, names.length, all);
}

/** What stands last is left out first: names, then the age. */
function tooltipOf(headline: string, age: string, names: readonly string[], said: Messages['glance']): string {
  const counts = headline.length + age.length <= longestTooltip ? headline + age : truncate(headline, longestTooltip);
  const room = longestTooltip - counts.length - 2;
  return names.length === 0 || room < leastForNames ? counts : `${counts}: ${fittingNames(names, room, said)}`;
}

/** As many names as fit, then how many are left out. */
function fittingNames(names: readonly string[], room: number, said: Messages['glance']): string {
  for (let shown = names.length; shown > 0; shown--) {
    const left = names.length - shown;
    const listed = names.slice(0, shown).join(', ');
    const text = left > 0 ? said.more(listed, left) : listed;
    if (text.length <= room) return text;
  }
  const [first = ''] = names;
  const left = names.length - 1;
  return left > 0 ? said.more(truncate(first, room - said.more('', left).length), left) : truncate(first, room);
}
