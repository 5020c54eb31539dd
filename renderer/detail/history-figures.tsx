import type { ComponentChildren } from 'preact';
import type { PeriodView } from '../../src/domain/history-view.ts';
import { formatLength, formatPercent } from '../history/history-text.ts';
import { messages } from '../messages.ts';

/** The figures of a period, large enough to read at a glance. */
export function HistoryFigures({ period: { uptimeRatio, outages } }: { period: PeriodView }) {
  const texts = messages.value.history;
  return (
    <dl class="figures">
      <Figure name={texts.uptime}>
        {uptimeRatio === null ? (
          texts.state.unknown
        ) : (
          <>
            {formatPercent(uptimeRatio)} <small>{texts.uptimeNote}</small>
          </>
        )}
      </Figure>
      {uptimeRatio === null ? null : <Figure name={texts.disconnections}>{outages.count}</Figure>}
      {outages.count === 0 ? null : (
        <>
          <Figure name={texts.total}>{formatLength(outages.total)}</Figure>
          <Figure name={texts.longest}>{formatLength(outages.longest)}</Figure>
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
