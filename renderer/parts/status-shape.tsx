import type { JSX } from 'preact';
import type { GlanceState } from '../../src/domain/glance.ts';

/** A disc with a rim: amber alone is too pale for a light window, and so for the tray. */
const disc = (
  <>
    <circle class="shape-rim" cx="48" cy="48" r="46" />
    <circle class="shape-body" cx="48" cy="48" r="41.5" />
  </>
);

const ring = <circle class="shape-line" cx="48" cy="48" r="40.5" stroke-width="9" />;

const star = (
  <path
    class="shape-star"
    d="M48 10.6 60.7 34.6 87.4 39.2 68.5 58.7 72.3 85.5 48 73.5 23.7 85.5 27.5 58.7 8.6 39.2 35.3 34.6Z"
  />
);

/** The same drawings as in the tray (assets/tray), on a square of 96. */
const drawings: Readonly<Record<GlanceState, JSX.Element>> = {
  online: (
    <>
      {disc}
      <path class="shape-glyph" d="M26 50 41 65 71 34" />
    </>
  ),
  offline: (
    <>
      {disc}
      <path class="shape-glyph" d="M27 48H69" />
    </>
  ),
  'reconnect-needed': (
    <>
      {disc}
      <path class="shape-glyph" d="M48 25V51M48 71V71.1" />
    </>
  ),
  'perks-needed': star,
  'update-needed': (
    <>
      {star}
      <path class="shape-arrow" d="M48 36 66 54H54V69H42V54H30Z" />
    </>
  ),
  unknown: (
    <>
      {ring}
      <path class="shape-line" stroke-width="10" d="M34.5 40A13.5 13.5 0 1 1 55 51.5C50 54.5 48 56 48 60M48 71V71.1" />
    </>
  ),
  checking: (
    <>
      {ring}
      <path class="shape-line" stroke-width="12" d="M27 48V48.1M48 48V48.1M69 48V48.1" />
    </>
  ),
  off: <circle class="shape-line" cx="48" cy="48" r="36.5" stroke-width="17" />,
  none: (
    <>
      {ring}
      <path class="shape-line" stroke-width="10" d="M48 30V66M30 48H66" />
    </>
  ),
};

/** The sign of a state, the same as in the tray: its form says it without colour. The words always stand beside it. */
export function StatusShape({ state, large = false }: { state: GlanceState; large?: boolean }) {
  return (
    <svg
      class={large ? 'shape shape-large' : 'shape'}
      data-state={state}
      viewBox="0 0 96 96"
      aria-hidden="true"
      focusable="false"
    >
      {drawings[state]}
    </svg>
  );
}
