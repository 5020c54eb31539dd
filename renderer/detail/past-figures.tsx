import type { ComponentChildren } from 'preact';
import type { PeriodView } from '../../src/domain/history-view.ts';
import { lengthWords, percentWords } from '../past/past-words.ts';
import { words } from '../words.ts';

/** The figures of a period, large enough to be read in passing. */
export function PastFigures({ period: { share, losses } }: { period: PeriodView }) {
  const said = words.value.past;
  return (
    <dl class="figures">
      <Figure name={said.uptime}>
        {share === null ? (
          said.state.unknown
        ) : (
          <>
            {percentWords(share)} <small>{said.uptimeNote}</small>
          </>
        )}
      </Figure>
      <Figure name={said.disconnections}>{losses.count}</Figure>
      {losses.count === 0 ? null : (
        <>
          <Figure name={said.total}>{lengthWords(losses.total)}</Figure>
          <Figure name={said.longest}>{lengthWords(losses.longest)}</Figure>
        </>
      )}
    </dl>
  );
}

function Figure({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="figure">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
