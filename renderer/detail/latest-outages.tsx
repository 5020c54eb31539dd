import type { PeriodView } from '../../src/domain/history-view.ts';
import { formatTime } from '../format.ts';
import { formatEnd, formatLength } from '../history/history-text.ts';
import { messages } from '../messages.ts';

/** A longer list would be hard to read; the timeline shows all of them. */
const mostRows = 8;

/** The latest disconnections of a period as a table, newest first. */
export function LatestOutages({ period: { segments, to: now } }: { period: PeriodView }) {
  const texts = messages.value.history;
  const outages = segments.filter(({ state }) => state === 'disconnected');
  return (
    <table class="outages">
      <caption>{texts.latest}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.from}</th>
          <th scope="col">{texts.until}</th>
          <th scope="col">{texts.length}</th>
        </tr>
      </thead>
      <tbody>
        {outages
          .slice(-mostRows)
          .reverse()
          .map(({ from, to }) => (
            <tr key={from}>
              <td>{formatTime(from, now)}</td>
              <td>{to >= now ? texts.stillGone : formatEnd(from, to, now)}</td>
              <td>{formatLength(to - from)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
