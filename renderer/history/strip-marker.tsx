import type { PeriodView } from '../../src/domain/history-view.ts';
import type { Segment } from '../../src/domain/uptime.ts';
import { placeOn, stripHeight, stripWidth } from './strip-paths.ts';

/** A frame around the selected segment of a strip. */
export function StripMarker({ period: { from, to }, segment }: { period: PeriodView; segment: Segment }) {
  const start = placeOn(segment.from, from, to);
  const end = Math.max(placeOn(segment.to, from, to), start + 2);
  return (
    <svg
      class="strip-marker"
      viewBox={`0 0 ${stripWidth} ${stripHeight}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path d={`M${start} 0H${end}V${stripHeight}H${start}z`} />
    </svg>
  );
}
