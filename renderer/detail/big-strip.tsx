import { useSignal } from '@preact/signals';
import type { HistoryRange, PeriodView } from '../../src/domain/history-view.ts';
import type { Segment } from '../../src/domain/uptime.ts';
import { figuresWords, segmentWords } from '../history/history-words.ts';
import { Strip } from '../history/strip.tsx';
import { placeOn, segmentAt, stripHeight, stripWidth } from '../history/strip-paths.ts';
import { words } from '../words.ts';
import { TimeAxis } from './time-axis.tsx';

/**
 * The strip on which every span of time can be read exactly: under the mouse, or with the arrow keys from one to the
 * next. The one that is read is kept by its beginning, so that it stays the same while time goes on.
 */
export function BigStrip({ period, range }: { period: PeriodView; range: HistoryRange }) {
  const { from, to, segments } = period;
  const texts = words.value.history;
  const chosen = useSignal<Pick<Segment, 'from'> | null>(null);
  const found = chosen.value === null ? -1 : segments.findIndex((one) => one.from === chosen.value?.from);
  const index = found === -1 ? segments.length - 1 : found;
  const present = segments[index];
  if (present === undefined) return null;
  const choose = (next: number) => {
    chosen.value = segments[Math.min(segments.length - 1, Math.max(0, next))] ?? null;
  };
  const follow = ({ clientX, currentTarget }: PointerEvent) => {
    const { left, width } = (currentTarget as Element).getBoundingClientRect();
    if (width > 0) choose(segmentAt((clientX - left) / width, segments, from, to));
  };
  const step = (event: KeyboardEvent) => {
    const next = {
      ArrowLeft: index - 1,
      ArrowDown: index - 1,
      ArrowRight: index + 1,
      ArrowUp: index + 1,
      Home: 0,
      End: segments.length - 1,
    }[event.key];
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    choose(next);
  };
  const sentence = segmentWords(present, to);
  return (
    <div class="big-strip">
      <div
        class="big-strip-field"
        role="slider"
        tabIndex={0}
        aria-label={`${texts.spans}, ${texts.summary(texts.lastOf[range], figuresWords(period))}`}
        aria-valuemin={0}
        aria-valuemax={segments.length - 1}
        aria-valuenow={index}
        aria-valuetext={sentence}
        onPointerMove={follow}
        onPointerDown={follow}
        onKeyDown={step}
      >
        <Strip period={period} />
        <Marker from={placeOn(present.from, from, to)} until={placeOn(present.to, from, to)} />
      </div>
      <TimeAxis range={range} from={from} to={to} />
      <p class="big-strip-words" aria-hidden="true">
        {sentence}
      </p>
    </div>
  );
}

/** Shows which span is read. */
function Marker({ from, until }: { from: number; until: number }) {
  return (
    <svg
      class="big-strip-marker"
      viewBox={`0 0 ${stripWidth} ${stripHeight}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path d={`M${from} 0H${Math.max(until, from + 2)}V${stripHeight}H${from}z`} />
    </svg>
  );
}
