import type { PeriodView } from '../../src/domain/history-view.ts';
import type { Segment } from '../../src/domain/uptime.ts';
import { placeOn, timelineHeight, timelineWidth } from './timeline-paths.ts';

/** A frame around the selected segment of a timeline. */
export function TimelineMarker({ period: { from, to }, segment }: { period: PeriodView; segment: Segment }) {
  const start = placeOn(segment.from, from, to);
  const end = Math.max(placeOn(segment.to, from, to), start + 2);
  return (
    <svg
      class="timeline-marker"
      viewBox={`0 0 ${timelineWidth} ${timelineHeight}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path d={`M${start} 0H${end}V${timelineHeight}H${start}z`} />
    </svg>
  );
}
