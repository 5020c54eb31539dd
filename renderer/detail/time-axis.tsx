import type { HistoryRange } from '../../src/domain/history-view.ts';
import type { Instant } from '../../src/domain/time.ts';
import { formatTick } from '../history/history-text.ts';
import { ticksOf } from '../history/ticks.ts';
import { placeOn, timelineWidth } from '../history/timeline-paths.ts';

/** The ticks below a timeline, labelled with the hour, the weekday or the date. */
export function TimeAxis({ range, from, to }: { range: HistoryRange; from: Instant; to: Instant }) {
  return (
    <svg class="time-axis" aria-hidden="true" focusable="false">
      {ticksOf(range, from, to).map(({ at, isMidnight }) => {
        const place = `${(100 * placeOn(at, from, to)) / timelineWidth}%`;
        return (
          <g key={at} data-midnight={isMidnight}>
            <line x1={place} x2={place} y1="0" y2={isMidnight ? '6' : '4'} />
            <text x={place} y="18" text-anchor="middle">
              {formatTick(range, at)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
