import { type Signal, useSignal } from '@preact/signals';
import type { PeriodView } from '../../src/domain/history-view.ts';
import type { Segment } from '../../src/domain/uptime.ts';
import { segmentAt } from './timeline-paths.ts';

/** The selected segment of a timeline, and how mouse and keys select another one. */
export interface TimelineReading {
  /** Its index among the segments; -1 if there are none. */
  readonly index: number;
  readonly segment: Segment | undefined;
  /** Selects the segment under the pointer. */
  readonly follow: (event: PointerEvent) => void;
  /** Selects the segment that an arrow key leads to; returns whether there is one. Home and End lead to the ends. */
  readonly step: (event: KeyboardEvent) => boolean;
}

/**
 * The selected segment of `period`, initially the latest. It is identified by its start, so that it stays selected as
 * time passes. In a row, the up and down keys belong to the list.
 */
export function useTimelineReading(period: PeriodView, inRow: boolean): TimelineReading {
  const chosen = useSignal<number | null>(null);
  const { segments } = period;
  const found = chosen.value === null ? -1 : segments.findIndex(({ from }) => from === chosen.value);
  const index = found === -1 ? segments.length - 1 : found;
  return {
    index,
    segment: segments[index],
    follow: ({ clientX, currentTarget }) => {
      const { left, width } = (currentTarget as Element).getBoundingClientRect();
      if (width <= 0) return;
      chosen.value = segments[segmentAt((clientX - left) / width, segments, period.from, period.to)]?.from ?? null;
    },
    step: (event) => stepTo(chosen, segments, nextIndex(event, index, segments.length - 1, inRow)),
  };
}

function stepTo(chosen: Signal<number | null>, segments: readonly Segment[], next: number | undefined): boolean {
  const segment = next === undefined ? undefined : segments[next];
  if (segment === undefined) return false;
  chosen.value = segment.from;
  return true;
}

function nextIndex(
  { key, altKey, ctrlKey, metaKey }: KeyboardEvent,
  index: number,
  last: number,
  inRow: boolean,
): number | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  const sideways = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: last }[key];
  return sideways ?? (inRow ? undefined : { ArrowDown: index - 1, ArrowUp: index + 1 }[key]);
}
