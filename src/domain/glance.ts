import { shorten } from './short-text.ts';
import { claims, type ShownStatus } from './shown-status.ts';
import type { Instant } from './time.ts';
import type { Words } from './words/words.ts';

/** What the one tray icon shows: the worst of all printers, or `none` while there are no printers. */
export type GlanceState = ShownStatus | 'none';

export interface Glance {
  readonly state: GlanceState;
  /** Nothing proves the state any more: it is only the last known one, and the icon takes its stale form. */
  readonly stale: boolean;
  /** Without names: "2 of 5 disconnected", with every kind of trouble there is; of a single printer its status words. */
  readonly headline: string;
  /** Counts first, at most 127 characters. */
  readonly tooltip: string;
}

/** What the glance needs to know of a printer. */
export interface GlancePrinter {
  readonly name: string;
  readonly status: ShownStatus;
  /** The status is only the last known one. */
  readonly stale: boolean;
  /** When the last usable answer came, UTC; null or absent when there was none. */
  readonly answeredAt?: Instant | null;
}

/**
 * What stands between this computer and OctoEverywhere: nothing, no network at all, or a network that answers in its
 * place and so may want a sign-in first.
 */
export type GlanceNetwork = 'up' | 'down' | 'sign-in';

/** From worst to best: what asks most for the user comes first. A printer that is off counts only where all are. */
export const worstFirst: readonly ShownStatus[] = [
  'reconnect-needed',
  'offline',
  'perks-needed',
  'update-needed',
  'unknown',
  'checking',
  'online',
  'off',
];

/** Kinds of trouble, which are all named, however bad the worst is. */
const troubles: ReadonlySet<ShownStatus> = new Set([
  'reconnect-needed',
  'offline',
  'perks-needed',
  'update-needed',
  'unknown',
]);

/** Windows cuts tray tooltips after 127 characters. */
export const longestTooltip = 127;

/** With less room than this, in characters, names are left out. */
const leastForNames = 20;

/**
 * The glance over all printers. It is stale when any of the printers whose state it shows is: green claims that all are
 * connected, amber counts those that are not. `clock` writes a moment as short as the user's clock does.
 */
export function glanceOf(
  printers: readonly GlancePrinter[],
  network: GlanceNetwork,
  { glance: said }: Words,
  clock: ((at: Instant) => string) | null = null,
): Glance {
  if (printers.length === 0) return saying('none', said.noPrinters);
  if (network === 'down') return saying('unknown', said.computerOffline);
  if (network === 'sign-in') return saying('unknown', said.networkSignIn);
  const counted = printers.filter(({ status }) => status !== 'off');
  const [only] = printers;
  if (counted.length === 0 && printers.length > 1) return saying('off', said.allOff);
  const state = worstFirst.find((status) => printers.some((printer) => printer.status === status)) ?? 'unknown';
  const unproved = counted.filter((printer) => printer.status === state && printer.stale);
  const stale = claims.has(state) && unproved.length > 0;
  const age = stale ? ` ${ageOf(unproved, said, clock)}` : '';
  if (printers.length === 1 && only !== undefined) {
    const words = `: ${said.status[state]}${age}`;
    return {
      state,
      stale,
      headline: said.status[state],
      tooltip: shorten(only.name, longestTooltip - words.length) + words,
    };
  }
  const kinds = troubles.has(state) ? worstFirst.filter((kind) => troubles.has(kind)) : [state];
  const groups = kinds
    .map((kind) => ({ kind, names: counted.filter(({ status }) => status === kind).map(({ name }) => name) }))
    .filter(({ names }) => names.length > 0);
  const headline = headlineOf(groups, counted.length, printers.length - counted.length, said);
  const names = state === 'online' ? [] : groups.flatMap((group) => group.names);
  return { state, stale, headline, tooltip: tooltipOf(headline, age, names, said) };
}

function saying(state: GlanceState, text: string): Glance {
  return { state, stale: false, headline: text, tooltip: text };
}

/** How old the oldest answer is on which the shown state rests. */
function ageOf(
  unproved: readonly GlancePrinter[],
  said: Words['glance'],
  clock: ((at: Instant) => string) | null,
): string {
  const times = unproved.flatMap(({ answeredAt }) => answeredAt ?? []);
  return clock === null || times.length === 0 ? said.lastKnown : said.asOf(clock(Math.min(...times)));
}

/** "2 of 5 disconnected"; "1 needs reconnecting, 2 disconnected of 5"; "4 connected, 1 off". */
function headlineOf(
  groups: readonly { readonly kind: ShownStatus; readonly names: readonly string[] }[],
  all: number,
  off: number,
  said: Words['glance'],
): string {
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
function tooltipOf(headline: string, age: string, names: readonly string[], said: Words['glance']): string {
  const counts = headline.length + age.length <= longestTooltip ? headline + age : shorten(headline, longestTooltip);
  const room = longestTooltip - counts.length - 2;
  return names.length === 0 || room < leastForNames ? counts : `${counts}: ${fittingNames(names, room, said)}`;
}

/** As many names as fit, then how many are left out. */
function fittingNames(names: readonly string[], room: number, said: Words['glance']): string {
  for (let shown = names.length; shown > 0; shown--) {
    const left = names.length - shown;
    const listed = names.slice(0, shown).join(', ');
    const text = left > 0 ? said.more(listed, left) : listed;
    if (text.length <= room) return text;
  }
  const [first = ''] = names;
  const left = names.length - 1;
  return left > 0 ? said.more(shorten(first, room - said.more('', left).length), left) : shorten(first, room);
}
