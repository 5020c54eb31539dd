import type { PrinterView } from '../../src/ipc/contract.ts';
import { clockWords, minutesWords } from '../format.ts';
import { Ticking } from '../parts/ticking.tsx';
import { MutedMark } from './muted-mark.tsx';

/** "Connected since 14:05 (3 h 12 min)", and how old that knowledge is when it is not fresh. */
export function StateLine({ printer }: { printer: PrinterView }) {
  const { since, staleSince } = printer;
  return (
    <>
      <p class="state-line">
        <span class="state-words" data-state={printer.status}>
          {printer.words}
        </span>
        {since === null ? null : (
          <span class="since">
            {' '}
            <Ticking words={(now) => `since ${clockWords(since, now)}`} />{' '}
            <Ticking words={(now) => `(${minutesWords(now - since)})`} />
          </span>
        )}
        {printer.muted ? (
          <>
            {' '}
            <MutedMark />
          </>
        ) : null}
      </p>
      {staleSince === null ? null : (
        <p class="stale">
          <Ticking words={(now) => `Last known state, ${minutesWords(now - staleSince)} old`} />
        </p>
      )}
    </>
  );
}
