import type { PeriodView } from '../../src/domain/history-view.ts';
import { gapsIn, pathOf, timelineHeight, timelineWidth } from './timeline-paths.ts';

/**
 * A period as a timeline: full height is connected, low is disconnected, a thin line is unknown. It has no text of its
 * own.
 */
export function Timeline({ period }: { period: Pick<PeriodView, 'from' | 'to' | 'segments'> }) {
  const { from, to, segments } = period;
  return (
    <svg
      class="timeline"
      viewBox={`0 0 ${timelineWidth} ${timelineHeight}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path class="timeline-connected" d={pathOf('connected', segments, from, to)} />
      <path class="timeline-gap" d={gapsIn(segments, from, to)} />
      <path class="timeline-unknown" d={pathOf('unknown', segments, from, to)} />
      <path class="timeline-disconnected" d={pathOf('disconnected', segments, from, to)} />
    </svg>
  );
}
