import type { PrintHabit } from './prints/print-events.ts';
import type { TraceEvent } from './trace.ts';

/** The printers of the demo, in the order of the list. */
export const storyPrinters = ['Voron', 'Ender', 'Prusa', 'Bambu', 'Mini', 'Delta'] as const;

/** The demo's poll interval in seconds; all other intervals are shortened with it, by a factor of thirty. */
export const storyPollSeconds = 2;

/** Quiet seconds before the demo starts, so that its printers have been connected for hours. */
export const storyStart = 5 * 3_600;

/** The length of the story, in seconds. */
export const storyLength = 128;

/** After this many rounds (a day) nothing more happens in the demo. */
const rounds = 675;

/**
 * One round, in seconds from its start. At this speed a disconnection is reported after 3 s, a rejection is believed
 * after 2 s, a 605 is checked again after 20 s, a printer counts as unknown after 30 s without a usable response, and a
 * dead connection is checked again after 2 min or when the network returns. Each scene keeps its colour in the tray for
 * at least 8 s.
 */
const round: readonly TraceEvent[] = [
  // The service is slow, so that everything is being checked at first.
  { at: 0, service: 'timeout' },
  { at: 9, service: 'ok' },
  // Green until two printers drop together: one notification for both.
  { at: 18, printer: 'Voron', link: 'down' },
  { at: 18, printer: 'Ender', link: 'down' },
  { at: 30, printer: 'Voron', link: 'up' },
  { at: 30, printer: 'Ender', link: 'up' },
  { at: 38, printer: 'Prusa', answer: 605 },
  { at: 50, printer: 'Prusa', answer: 200 },
  // Silence about one printer, which shows only after 30 s: its scene comes last.
  { at: 50, printer: 'Mini', answer: 600 },
  { at: 67, printer: 'Bambu', answer: 610 },
  { at: 77, printer: 'Bambu', answer: 200 },
  { at: 82, printer: 'Delta', answer: 604 },
  { at: 94, printer: 'Delta', answer: 200 },
  // This computer's own network fails, which is not a disconnection of any printer; its return heals Delta.
  { at: 96, network: 'down' },
  { at: 105, network: 'up' },
  // Only Mini is left: grey, until there are responses about it again.
  { at: 115, printer: 'Mini', answer: 200 },
];

/** The quirks of the demo's plugins, by brand. */
const habits: Readonly<Record<(typeof storyPrinters)[number], PrintHabit>> = {
  Voron: 'plain',
  Ender: 'stale-start',
  Prusa: 'no-layers',
  Bambu: 'strings',
  Mini: 'straight-to-idle',
  Delta: 'late-id',
};

/**
 * Returns the prints of one round, in seconds from its start: one succeeds, and one fails after a warning of Gadget.
 * They run while everything is green, so that their progress is visible in the tray. Both begin before the round.
 */
function printsOf(round: number): readonly TraceEvent[] {
  const print = (printer: string, file: string, seconds: number) => ({
    printer,
    print: { id: `${printer}-${round}`, file, seconds },
  });
  return [
    { at: -8, ...print('Bambu', 'lamp-shade.3mf', 240) },
    { at: -4, ...print('Delta', 'benchy.gcode', 80) },
    { at: 34, printer: 'Bambu', gadget: 'warn' },
    { at: 60, printer: 'Bambu', print: 'fail' },
    { at: 112, printer: 'Bambu', print: 'none' },
    { at: 112, printer: 'Delta', print: 'none' },
  ];
}

/** Returns the whole story: quiet hours, then round after round. */
export function storyEvents(): readonly TraceEvent[] {
  const before = storyPrinters.flatMap((printer, index): TraceEvent[] => {
    const connectedAt = 600 + 2_345 * index;
    return [
      { at: 0, printer, link: 'up' },
      { at: connectedAt - 240 - 60 * index, printer, link: 'down' },
      { at: connectedAt, printer, link: 'up' },
    ];
  });
  const shown = Array.from({ length: rounds }, (_, count) =>
    [...round, ...printsOf(count)].map((event) => ({ ...event, at: event.at + storyStart + count * storyLength })),
  );
  const notified = storyPrinters.map((printer): TraceEvent => ({ at: 0, printer, habit: habits[printer] }));
  return [...before, ...notified, ...shown.flat()];
}
