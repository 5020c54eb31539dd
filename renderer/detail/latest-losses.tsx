import type { PeriodView } from '../../src/domain/history-view.ts';
import { clockWords } from '../format.ts';
import { endWords, lengthWords } from '../past/past-words.ts';
import { words } from '../words.ts';

/** More make a list that nobody reads; the strip has them all. */
const mostRows = 8;

/** The latest disconnections of a period as a table, the newest first. */
export function LatestLosses({ period: { stretches, to: now } }: { period: PeriodView }) {
  const said = words.value.past;
  const losses = stretches.filter(({ state }) => state === 'disconnected');
  return (
    <table class="losses">
      <caption>{said.latest}</caption>
      <thead>
        <tr>
          <th scope="col">{said.from}</th>
          <th scope="col">{said.until}</th>
          <th scope="col">{said.length}</th>
        </tr>
      </thead>
      <tbody>
        {losses
          .slice(-mostRows)
          .reverse()
          .map(({ from, to }) => (
            <tr key={from}>
              <td>{clockWords(from, now)}</td>
              <td>{to >= now ? said.stillGone : endWords(from, to, now)}</td>
              <td>{lengthWords(to - from)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
