import type { HistoryRange, PeriodView } from '../../src/domain/history-view.ts';
import { figuresText, segmentText } from '../history/history-text.ts';
import { Timeline } from '../history/timeline.tsx';
import { TimelineMarker } from '../history/timeline-marker.tsx';
import { useTimelineReading } from '../history/timeline-reading.ts';
import { messages } from '../messages.ts';
import { TimeAxis } from './time-axis.tsx';

/** The timeline on which every segment can be read exactly: with the mouse or the arrow keys. */
export function BigTimeline({ period, range }: { period: PeriodView; range: HistoryRange }) {
  const { from, to, segments } = period;
  const texts = messages.value.history;
  const { index, segment, follow, step } = useTimelineReading(period, false);
  if (segment === undefined) return null;
  const sentence = segmentText(segment, to);
  return (
    <div class="big-timeline">
      <div
        class="big-timeline-field"
        role="slider"
        tabIndex={0}
        aria-label={`${texts.spans}, ${texts.summary(texts.lastOf[range], figuresText(period))}`}
        aria-valuemin={0}
        aria-valuemax={segments.length - 1}
        aria-valuenow={index}
        aria-valuetext={sentence}
        onPointerMove={follow}
        onPointerDown={follow}
        onKeyDown={(event) => {
          if (step(event)) event.preventDefault();
        }}
      >
        <Timeline period={period} />
        <TimelineMarker period={period} segment={segment} />
      </div>
      <TimeAxis range={range} from={from} to={to} />
      <p class="big-timeline-words" aria-hidden="true">
        {sentence}
      </p>
    </div>
  );
}
