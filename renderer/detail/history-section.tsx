import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { HistoryRange, PrinterHistory } from '../../src/domain/history-view.ts';
import { formatTime } from '../format.ts';
import { messages } from '../messages.ts';
import { useHistory } from '../state/history.ts';
import { BigTimeline } from './big-timeline.tsx';
import { ExportHistory } from './export-history.tsx';
import { HistoryFigures } from './history-figures.tsx';
import { HoursChart } from './hours-chart.tsx';
import { LatestOutages } from './latest-outages.tsx';
import { Legend } from './legend.tsx';
import { RangeChoice } from './range-choice.tsx';

/** A printer's history: the timeline, its figures, disconnections by hour, and the latest disconnections. */
export function HistorySection({
  printer,
  range,
  onRange,
}: {
  printer: PrinterView;
  range: HistoryRange;
  onRange: (range: HistoryRange) => void;
}) {
  const history = useHistory(printer);
  const texts = messages.value.history;
  return (
    <section class="group detail-history" aria-labelledby="history-title">
      <div class="detail-history-head">
        <h2 id="history-title">{texts.title}</h2>
        <RangeChoice range={range} onRange={onRange} />
      </div>
      {history === null ? <p class="hint">{texts.reading}</p> : <Known history={history} range={range} />}
      {history === null || history.knownSince === null ? null : <ExportHistory printer={printer} />}
    </section>
  );
}

function Known({ history, range }: { history: PrinterHistory; range: HistoryRange }) {
  const texts = messages.value.history;
  const period = history.periods[range];
  if (history.knownSince === null) return <p class="hint">{texts.nothingYet}</p>;
  return (
    <>
      <BigTimeline key={range} period={period} range={range} />
      <Legend />
      {history.knownSince > period.from ? (
        <p class="hint">{texts.knownSince(formatTime(history.knownSince, period.to))}</p>
      ) : null}
      <HistoryFigures period={period} />
      {period.outages.count === 0 ? (
        <p class="hint">{period.uptimeRatio === null ? texts.noneRecorded : texts.none}</p>
      ) : (
        <div class="detail-outages">
          <HoursChart byHour={period.byHour} />
          <LatestOutages period={period} />
        </div>
      )}
    </>
  );
}
