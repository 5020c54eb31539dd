import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
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

interface Drawing {
  readonly body: JSX.Element;
  /** What stands on the body; it moves away from the clock of a stale one. */
  readonly mark?: JSX.Element;
}

/** The same drawings as in the tray (assets/tray), on a square of 96. */
const drawings: Readonly<Record<GlanceState, Drawing>> = {
  online: { body: disc, mark: <path class="shape-glyph" d="M26 50 41 65 71 34" /> },
  offline: { body: disc, mark: <path class="shape-glyph" d="M27 48H69" /> },
  'reconnect-needed': { body: disc, mark: <path class="shape-glyph" d="M48 25V51M48 71V71.1" /> },
  'perks-needed': { body: star },
  'update-needed': { body: star, mark: <path class="shape-arrow" d="M48 36 66 54H54V69H42V54H30Z" /> },
  unknown: {
    body: ring,
    mark: (
      <path class="shape-line" stroke-width="10" d="M34.5 40A13.5 13.5 0 1 1 55 51.5C50 54.5 48 56 48 60M48 71V71.1" />
    ),
  },
  checking: {
    body: ring,
    mark: <path class="shape-line" stroke-width="12" d="M27 48V48.1M48 48V48.1M69 48V48.1" />,
  },
  off: { body: <circle class="shape-line" cx="48" cy="48" r="37" stroke-width="16" /> },
  none: { body: ring, mark: <path class="shape-line" stroke-width="10" d="M48 30V66M30 48H66" /> },
};

/**
 * The sign of a state, the same as in the tray: its form says it without colour. A stale one is duller and has a clock.
 * The words always stand beside it.
 */
export function StatusShape({
  state,
  stale = false,
  large = false,
}: {
  state: GlanceState;
  stale?: boolean;
  large?: boolean;
}) {
  const { body, mark } = drawings[state];
  return (
    <svg
      class={large ? 'shape shape-large' : 'shape'}
      data-state={state}
      data-stale={stale}
      viewBox="0 0 96 96"
      aria-hidden="true"
      focusable="false"
    >
      {stale ? (
        <Stale body={body} mark={mark} />
      ) : (
        <>
          {body}
          {mark}
        </>
      )}
    </svg>
  );
}

/** Smaller, to make room for the clock, around which a line stays empty. */
function Stale({ body, mark }: { body: JSX.Element; mark: JSX.Element | undefined }) {
  const id = useId();
  return (
    <>
      <mask id={id}>
        <path class="shape-mask" d="M0 0H96V96H0Z" />
        <circle cx="66.5" cy="66.5" r="31" />
      </mask>
      <g mask={`url(#${id})`}>
        <g transform="scale(.9)">
          {body}
          {mark === undefined ? null : <g transform="translate(-6 -6)">{mark}</g>}
        </g>
      </g>
      <circle class="shape-clock" cx="66.5" cy="66.5" r="24" />
      <path class="shape-hands" d="M66.5 51V66.5H78" />
    </>
  );
}
