import type { PeriodView } from '../../src/domain/history-view.ts';
import { clockWords } from '../format.ts';
import { endWords, lengthWords } from '../history/history-words.ts';
import { words } from '../words.ts';

/** A longer list would be hard to read; the timeline shows all of them. */
const mostRows = 8;

/** The latest disconnections of a period as a table, newest first. */
export function LatestOutages({ period: { segments, to: now } }: { period: PeriodView }) {
  const texts = words.value.history;
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
              <td>{clockWords(from, now)}</td>
              <td>{to >= now ? texts.stillGone : endWords(from, to, now)}</td>
              <td>{lengthWords(to - from)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
