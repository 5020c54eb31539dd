import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { GlanceState } from '../../src/domain/glance.ts';

/** A print head with an eye that shows the state, as in the app icon and in the tray. */
const nozzle = (
  <path
    class="shape-nozzle"
    d="M48 2A38 38 0 0 1 79.5 19H84.4A9.6 9.6 0 0 1 94 28.6V51.4A9.6 9.6 0 0 1 84.4 61H80L74.8 64 57 94H39L21.2 64 16 61H11.6A9.6 9.6 0 0 1 2 51.4V28.6A9.6 9.6 0 0 1 11.6 19H16.5A38 38 0 0 1 48 2Z"
  />
);

const body = (
  <>
    {nozzle}
    <circle class="shape-eye" cx="48" cy="40" r="33" />
  </>
);

/** The eye is a hole through which the background shows. */
const hollowBody = (
  <path
    class="shape-nozzle"
    fill-rule="evenodd"
    d="M48 2A38 38 0 0 1 79.5 19H84.4A9.6 9.6 0 0 1 94 28.6V51.4A9.6 9.6 0 0 1 84.4 61H80L74.8 64 57 94H39L21.2 64 16 61H11.6A9.6 9.6 0 0 1 2 51.4V28.6A9.6 9.6 0 0 1 11.6 19H16.5A38 38 0 0 1 48 2ZM48 14.5A25.5 25.5 0 1 0 48 65.5A25.5 25.5 0 1 0 48 14.5Z"
  />
);

interface Drawing {
  readonly body: JSX.Element;
  /** The symbol in the eye; on a stale icon it makes room for the clock. */
  readonly mark?: JSX.Element;
}

/** The same drawings as in the tray (assets/tray), on a 96 × 96 grid. */
const drawings: Readonly<Record<GlanceState, Drawing>> = {
  online: { body, mark: <path class="shape-line" stroke-width="12.75" d="M26.5 42 41.5 57 70 28" /> },
  offline: { body, mark: <rect class="shape-glyph" x="24.5" y="33" width="47" height="15" rx="5" /> },
  'reconnect-needed': {
    body,
    mark: <path class="shape-line" stroke-width="14" d="M48 20V41M48 60V60.1" />,
  },
  'perks-needed': {
    body,
    mark: (
      <path
        class="shape-star"
        d="M48 13.4 56.8 30.1 75.5 33.4 62.3 46.9 65 65.6 48 57.3 31 65.6 33.7 46.9 20.5 33.4 39.2 30.1Z"
      />
    ),
  },
  'update-needed': { body, mark: <path class="shape-glyph" d="M48 20 70 43H54.5V61H41.5V43H26Z" /> },
  unknown: {
    body,
    mark: (
      <path
        class="shape-line"
        stroke-width="11"
        d="M36.5 32A11.5 11.5 0 1 1 54.5 40.5C50 44 48 45 48 47.5M48 58.5V58.6"
      />
    ),
  },
  checking: {
    body,
    mark: <path class="shape-line" stroke-width="12" d="M30 40V40.1M48 40V40.1M66 40V40.1" />,
  },
  off: { body: hollowBody },
  none: { body, mark: <path class="shape-line" stroke-width="12" d="M48 19V61M27 40H69" /> },
};

/**
 * The icon of a state, the same as in the tray: its shape identifies the state without colour. A stale one is paler and
 * has a clock. There is always a text next to it.
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

/** Smaller, to make room for the clock and a gap around it. */
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
          {mark === undefined ? null : <g transform="translate(-4 -4)">{mark}</g>}
        </g>
      </g>
      <circle class="shape-clock" cx="66.5" cy="66.5" r="24" />
      <path class="shape-hands" d="M66.5 51V66.5H78" />
    </>
  );
}
