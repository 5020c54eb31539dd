import type { Instant } from '../../src/domain/time.ts';
import type { Segment } from '../../src/domain/uptime.ts';

/** The size of a timeline's drawing area; its element stretches it to any width. */
export const timelineWidth = 1_000;
export const timelineHeight = 20;

/** Minimum drawn width of a disconnection, which would be too thin to see in a long period. */
const leastWidth = 3;

/** How each state looks: they differ in height as well as in colour. */
const looks: Readonly<Record<Segment['state'], { readonly top: number; readonly bottom: number }>> = {
  connected: { top: 0, bottom: timelineHeight },
  disconnected: { top: 12, bottom: timelineHeight },
  unknown: { top: 18, bottom: timelineHeight },
};

/** The position of a time on the timeline, from 0 to its width. */
export function placeOn(at: Instant, from: Instant, to: Instant): number {
  return to <= from ? 0 : Math.min(1, Math.max(0, (at - from) / (to - from))) * timelineWidth;
}

/** The outlines of all segments with one state, as one SVG path; empty if there are none. */
export function pathOf(state: Segment['state'], segments: readonly Segment[], from: Instant, to: Instant): string {
  const { top, bottom } = looks[state];
  return segments
    .filter((segment) => segment.state === state)
    .map((segment) => {
      const start = placeOn(segment.from, from, to);
      const width = placeOn(segment.to, from, to) - start;
      const drawn = state === 'disconnected' ? Math.max(width, leastWidth) : width;
      const left = Math.min(start, timelineWidth - drawn);
      return `M${rounded(left)} ${top}h${rounded(drawn)}V${bottom}h${rounded(-drawn)}z`;
    })
    .join('');
}

/** Cuts a gap into the green where a disconnection is drawn wider than it is, so that no green remains above it. */
export function gapsIn(segments: readonly Segment[], from: Instant, to: Instant): string {
  return segments
    .filter(({ state }) => state === 'disconnected')
    .map((segment) => {
      const start = placeOn(segment.from, from, to);
      const drawn = Math.max(placeOn(segment.to, from, to) - start, leastWidth);
      return `M${rounded(Math.min(start, timelineWidth - drawn))} 0h${rounded(drawn)}V${timelineHeight}h${rounded(-drawn)}z`;
    })
    .join('');
}

/** The index of the segment at a position (0–1) between `from` and `to`; -1 if there are no segments. */
export function segmentAt(place: number, segments: readonly Segment[], from: Instant, to: Instant): number {
  const at = from + Math.min(1, Math.max(0, place)) * (to - from);
  // A disconnection too short to hit with the mouse is found where it is drawn.
  const tolerance = ((to - from) * leastWidth) / timelineWidth;
  const near = segments.findIndex(
    (segment) =>
      segment.state === 'disconnected' && segment.from <= at && at < Math.max(segment.to, segment.from + tolerance),
  );
  if (near !== -1) return near;
  const found = segments.findIndex((segment) => at < segment.to);
  return found === -1 ? segments.length - 1 : found;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
