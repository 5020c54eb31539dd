import { shorten } from './short-text.ts';
import type { StatusKind } from './status.ts';
import type { Words } from './words/words.ts';

/** What the one tray icon shows: the worst of all printers, or `none` while there are no printers. */
export type GlanceState = StatusKind | 'none';

export interface Glance {
  readonly state: GlanceState;
  /** Without names: "2 of 5 disconnected"; of a single printer its status words. */
  readonly headline: string;
  /** Counts first, at most 127 characters. */
  readonly tooltip: string;
}

/** What the glance needs to know of a printer. */
export interface GlancePrinter {
  readonly name: string;
  readonly status: StatusKind;
  /** The status is only the last known one. */
  readonly stale: boolean;
}

/** From worst to best: what asks most for the user comes first. */
export const worstFirst: readonly StatusKind[] = [
  'reconnect-needed',
  'offline',
  'perks-needed',
  'update-needed',
  'unknown',
  'checking',
  'online',
];

/** Windows cuts tray tooltips after 127 characters. */
export const longestTooltip = 127;

/** The glance over all printers; `network` is this computer's own. */
export function glanceOf(printers: readonly GlancePrinter[], network: 'up' | 'down', { glance: said }: Words): Glance {
  if (printers.length === 0) return saying('none', said.noPrinters);
  if (network === 'down') return saying('unknown', said.computerOffline);
  const worst = worstFirst.find((status) => printers.some((printer) => printer.status === status)) ?? 'unknown';
  const affected = printers.filter((printer) => printer.status === worst);
  const lastKnown = affected.some((printer) => printer.stale) ? ` ${said.lastKnown}` : '';
  const [only] = printers;
  if (printers.length === 1 && only !== undefined) {
    const state = `: ${said.status[worst]}${lastKnown}`;
    const name = shorten(only.name, longestTooltip - state.length);
    return { state: worst, headline: said.status[worst], tooltip: name + state };
  }
  const headline = said.count(worst, affected.length, printers.length);
  const counted = headline + lastKnown;
  if (worst === 'online') return { state: worst, headline, tooltip: counted };
  const names = affected.map((printer) => printer.name);
  return {
    state: worst,
    headline,
    tooltip: `${counted}: ${fittingNames(names, longestTooltip - counted.length - 2, said)}`,
  };
}

function saying(state: GlanceState, text: string): Glance {
  return { state, headline: text, tooltip: text };
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
