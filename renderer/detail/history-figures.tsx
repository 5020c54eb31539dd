import type { ComponentChildren } from 'preact';
import type { PeriodView } from '../../src/domain/history-view.ts';
import { lengthWords, percentWords } from '../history/history-words.ts';
import { words } from '../words.ts';

/** The figures of a period, large enough to read at a glance. */
export function HistoryFigures({ period: { uptimeRatio, outages } }: { period: PeriodView }) {
  const texts = words.value.history;
  return (
    <dl class="figures">
      <Figure name={texts.uptime}>
        {uptimeRatio === null ? (
          texts.state.unknown
        ) : (
          <>
            {percentWords(uptimeRatio)} <small>{texts.uptimeNote}</small>
          </>
        )}
      </Figure>
      <Figure name={texts.disconnections}>{outages.count}</Figure>
      {outages.count === 0 ? null : (
        <>
          <Figure name={texts.total}>{lengthWords(outages.total)}</Figure>
          <Figure name={texts.longest}>{lengthWords(outages.longest)}</Figure>
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
