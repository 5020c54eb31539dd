import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { PastRange, PrinterPast } from '../../src/domain/history-view.ts';
import { clockWords } from '../format.ts';
import { usePast } from '../state/past.ts';
import { words } from '../words.ts';
import { BigStrip } from './big-strip.tsx';
import { ExportHistory } from './export-history.tsx';
import { HoursChart } from './hours-chart.tsx';
import { LatestLosses } from './latest-losses.tsx';
import { Legend } from './legend.tsx';
import { PastFigures } from './past-figures.tsx';
import { RangeChoice } from './range-choice.tsx';

/** How a printer was: the strip, its figures, the hours at which it drops, and its latest disconnections. */
export function PastSection({
  printer,
  range,
  onRange,
}: {
  printer: PrinterView;
  range: PastRange;
  onRange: (range: PastRange) => void;
}) {
  const past = usePast(printer);
  const said = words.value.past;
  return (
    <section class="group detail-past" aria-labelledby="past-title">
      <div class="detail-past-head">
        <h2 id="past-title">{said.title}</h2>
        <RangeChoice range={range} onRange={onRange} />
      </div>
      {past === null ? <p class="hint">{said.reading}</p> : <Known past={past} range={range} />}
      {past === null || past.knownSince === null ? null : <ExportHistory printer={printer} />}
    </section>
  );
}

function Known({ past, range }: { past: PrinterPast; range: PastRange }) {
  const said = words.value.past;
  const period = past.periods[range];
  if (past.knownSince === null) return <p class="hint">{said.nothingYet}</p>;
  return (
    <>
      <BigStrip key={range} period={period} range={range} />
      <Legend />
      {past.knownSince > period.from ? (
        <p class="hint">{said.knownSince(clockWords(past.knownSince, period.to))}</p>
      ) : null}
      <PastFigures period={period} />
      {period.losses.count === 0 ? (
        <p class="hint">{said.none}</p>
      ) : (
        <div class="detail-losses">
          <HoursChart byHour={period.byHour} />
          <LatestLosses period={period} />
        </div>
      )}
    </>
  );
}
