import type { JSX } from 'preact';
import type { GlanceState } from '../../src/domain/glance.ts';

/** A star with five round-cut points around (12, 12), radius 11. */
const star = 'M12 1.2l3.2 6.9 7.5.9-5.5 5.2 1.4 7.4L12 17.9l-6.6 3.7 1.4-7.4L1.3 9l7.5-.9z';

const glyphs: Readonly<Record<GlanceState, JSX.Element>> = {
  online: (
    <>
      <circle class="shape-body" cx="12" cy="12" r="11" />
      <path class="shape-glyph" d="M6.8 12.4l3.6 3.6 6.8-7.4" />
    </>
  ),
  offline: (
    <>
      <circle class="shape-body" cx="12" cy="12" r="11" />
      <path class="shape-glyph" d="M7 12h10" />
    </>
  ),
  'reconnect-needed': (
    <>
      <circle class="shape-body" cx="12" cy="12" r="11" />
      <path class="shape-glyph" d="M12 6v7M12 17.6v.1" />
    </>
  ),
  'perks-needed': <path class="shape-body" d={star} />,
  'update-needed': <path class="shape-body" d={star} />,
  unknown: (
    <>
      <circle class="shape-ring" cx="12" cy="12" r="9.8" />
      <path class="shape-mark" d="M9.3 9.6a2.8 2.8 0 1 1 4.2 2.4c-1 .6-1.5 1.1-1.5 2.1M12 17.1v.1" />
    </>
  ),
  checking: (
    <>
      <circle class="shape-ring" cx="12" cy="12" r="9.8" />
      <path class="shape-mark" d="M7.4 12v.01M12 12v.01M16.6 12v.01" />
    </>
  ),
  none: (
    <>
      <circle class="shape-ring" cx="12" cy="12" r="9.8" />
      <path class="shape-mark" d="M12 7.6v8.8M7.6 12h8.8" />
    </>
  ),
};

/** The sign of a state, the same as in the tray: its form says it without colour. The words always stand beside it. */
export function StatusShape({ state, large = false }: { state: GlanceState; large?: boolean }) {
  return (
    <svg
      class={large ? 'shape shape-large' : 'shape'}
      data-state={state}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {glyphs[state]}
    </svg>
  );
}
