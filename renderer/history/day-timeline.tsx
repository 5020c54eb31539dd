import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { PeriodView } from '../../src/domain/history-view.ts';
import type { PrinterId } from '../../src/domain/printer.ts';
import { messages } from '../messages.ts';
import { dayOf } from '../state/days.ts';
import { figuresText, segmentText } from './history-text.ts';
import { Timeline } from './timeline.tsx';
import { TimelineMarker } from './timeline-marker.tsx';
import { useTimelineReading } from './timeline-reading.ts';
import { hideTip, showTip } from './timeline-tip.tsx';

/**
 * The last 24 hours of a printer; hovering and arrow keys show the times of each segment. Its space stays reserved
 * while the data loads.
 */
export function DayTimeline({ printer, name, inRow }: { printer: PrinterId; name: string; inRow: boolean }) {
  const period = dayOf(printer).value;
  return (
    <span class="day-timeline">
      {period === null || period.segments.length === 0 ? null : <Readable period={period} name={name} inRow={inRow} />}
    </span>
  );
}

/** In a row it is one of the stops for the arrow keys; past its ends they go on to the next one. */
function Readable({ period, name, inRow }: { period: PeriodView; name: string; inRow: boolean }) {
  const { rows, history } = messages.value;
  const field = useRef<HTMLSpanElement>(null);
  const pointed = useSignal(false);
  const focused = useSignal(false);
  const { index, segment, follow, step } = useTimelineReading(period, inRow);
  const isRead = pointed.value || focused.value;
  const sentence = segment === undefined ? '' : segmentText(segment, period.to);
  useEffect(() => {
    const place = field.current;
    if (!isRead || place === null || segment === undefined) return;
    showTip(place, sentence, ((segment.from + segment.to) / 2 - period.from) / (period.to - period.from));
    return () => hideTip(place);
  }, [isRead, sentence]);
  return (
    <span
      ref={field}
      class="day-timeline-field"
      role="slider"
      tabIndex={inRow ? -1 : 0}
      aria-label={rows.named(history.spans, name)}
      aria-valuemin={0}
      aria-valuemax={period.segments.length - 1}
      aria-valuenow={index}
      aria-valuetext={sentence}
      onPointerMove={(event) => {
        pointed.value = true;
        follow(event);
      }}
      onPointerLeave={() => {
        pointed.value = false;
      }}
      onFocus={() => {
        focused.value = true;
      }}
      onBlur={() => {
        focused.value = false;
      }}
      onKeyDown={(event) => {
        if (step(event)) event.preventDefault();
      }}
      // The timeline covers the button that handles clicks on the row.
      onClick={({ currentTarget }) => {
        currentTarget.closest('.row-main')?.querySelector<HTMLElement>('.row-button')?.click();
      }}
    >
      <Timeline period={period} />
      {isRead && segment !== undefined ? <TimelineMarker period={period} segment={segment} /> : null}
    </span>
  );
}

/** The day as text, for screen readers. */
export function DaySummary({ printer }: { printer: PrinterId }) {
  const period = dayOf(printer).value;
  const { summary, lastOf } = messages.value.history;
  return period === null ? null : <span class="visually-hidden">{summary(lastOf.day, figuresText(period))}</span>;
}
