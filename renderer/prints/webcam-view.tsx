import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { WebcamResult } from '../../src/contract/webcam.ts';
import type { Instant } from '../../src/domain/time.ts';
import { Icon } from '../components/icon.tsx';
import { LiveTime } from '../components/live-time.tsx';
import { formatAgo } from '../format.ts';
import { messages } from '../messages.ts';
import { now } from '../state/clock.ts';
import { drawPicture } from './draw-picture.ts';

/** How often to take a new picture while it is visible, ms. */
const interval = 30_000;

/** How soon to ask again if main had no answer because it was asked a moment ago, ms. */
const soon = 3_500;

type Shown = Exclude<WebcamResult, { kind: 'nothing' }>;
type Picture = Extract<WebcamResult, { kind: 'picture' }>;

/**
 * A picture from one of the printer's webcams, taken when opened, every half minute while visible, and on a click.
 * Hidden without a webcam. It is drawn, not loaded: the page may not load pictures from any address.
 */
export function WebcamView({ printer: { id, name } }: { printer: PrinterView }) {
  const shown = useSignal<Shown | null>(null);
  const takenAt = useSignal<Instant | null>(null);
  const webcams = useSignal<Picture['webcams']>([]);
  const index = useSignal<number | null>(null);
  const chosen = useSignal<number | null>(null);
  const busy = useSignal(false);
  const canvas = useRef<HTMLCanvasElement>(null);

  const look = async (clicked: boolean) => {
    if (busy.peek()) return;
    busy.value = true;
    const wanted = chosen.peek();
    try {
      const result = await window.octoglance.request('get-webcam', id, wanted, clicked);
      if (result.kind === 'nothing') return;
      const isDrawn = result.kind !== 'picture' || (await drawPicture(canvas.current, result.picture));
      shown.value = isDrawn ? result : { kind: 'failed', message: messages.peek().printDetails.brokenPicture };
      if (result.kind === 'picture') {
        [webcams.value, index.value] = [result.webcams, result.index];
        // A chosen one that is gone.
        if (wanted !== null && wanted === chosen.peek()) chosen.value = result.index;
      }
      if (isDrawn && result.kind === 'picture') takenAt.value = now.peek();
    } catch {
      // Refused by the rate limit: the current picture stays.
    } finally {
      busy.value = false;
      // Another one was chosen meanwhile.
      if (chosen.peek() !== wanted && chosen.peek() !== index.peek()) void look(true);
    }
  };

  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined;
    void look(false).then(() => {
      if (shown.peek() === null) again = setTimeout(() => void look(false), soon);
    });
    const whileSeen = () => {
      if (document.visibilityState === 'visible') void look(false);
    };
    const timer = setInterval(whileSeen, interval);
    document.addEventListener('visibilitychange', whileSeen);
    return () => {
      clearTimeout(again);
      clearInterval(timer);
      document.removeEventListener('visibilitychange', whileSeen);
    };
  }, [id]);

  const { printDetails: texts, rows } = messages.value;
  const response = shown.value;
  // That of another webcam would stand under the wrong name.
  const isChosen = chosen.value === null || chosen.value === index.value;
  const isMissing = response?.kind === 'no-webcam';
  const hasPicture = takenAt.value !== null && isChosen && !isMissing;
  // The canvas has to exist before a webcam that is added later has its first picture.
  return (
    <div class="webcam" hidden={isMissing}>
      <button
        type="button"
        class="webcam-picture"
        hidden={!hasPicture}
        aria-label={rows.named(texts.newPicture, name)}
        title={texts.newPicture}
        aria-busy={busy.value}
        onClick={() => look(true)}
      >
        <canvas ref={canvas} role="img" aria-label={texts.picture(name)} width={1} height={1} />
      </button>
      {webcams.value.length > 1 ? (
        <span class="select">
          <select
            aria-label={texts.webcam}
            value={chosen.value ?? index.value ?? undefined}
            onChange={({ currentTarget }) => {
              chosen.value = Number(currentTarget.value);
              void look(true);
            }}
          >
            {webcams.value.map((webcam) => (
              <option key={webcam.index} value={webcam.index}>
                {webcam.name ?? texts.webcamNumber(webcam.index + 1)}
              </option>
            ))}
          </select>
          <Icon name="down" />
        </span>
      ) : null}
      <p class={response?.kind === 'failed' ? 'hint webcam-words webcam-failure' : 'hint webcam-words'}>
        {response?.kind === 'failed' ? (
          <>
            {response.message.title}. {response.message.text}
            {response.message.smallPrint === null ? null : <small> ({response.message.smallPrint})</small>}{' '}
            {hasPicture ? null : (
              <button type="button" class="link-button" onClick={() => look(true)}>
                {texts.newPicture}
              </button>
            )}
          </>
        ) : null}
        {response === null ? texts.loadingPicture : null}
        {response?.kind === 'picture' && hasPicture ? (
          <LiveTime every="seconds" format={(at) => formatAgo(Math.max(0, at - (takenAt.value ?? at)))} />
        ) : null}
      </p>
    </div>
  );
}
