import type { PeriodView } from '../../src/domain/history-view.ts';
import { gapsIn, pathOf, stripHeight, stripWidth } from './strip-paths.ts';

/**
 * A period as a strip: full height is connected, low is disconnected, a thin line is unknown. It has no text of its
 * own.
 */
export function Strip({ period }: { period: Pick<PeriodView, 'from' | 'to' | 'segments'> }) {
  const { from, to, segments } = period;
  return (
    <svg
      class="strip"
      viewBox={`0 0 ${stripWidth} ${stripHeight}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path class="strip-connected" d={pathOf('connected', segments, from, to)} />
      <path class="strip-gap" d={gapsIn(segments, from, to)} />
      <path class="strip-unknown" d={pathOf('unknown', segments, from, to)} />
      <path class="strip-disconnected" d={pathOf('disconnected', segments, from, to)} />
    </svg>
  );
}
