import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { HistoryRange } from '../../src/domain/history-view.ts';
import type { PrinterId } from '../../src/domain/printer.ts';
import { FailureLine } from '../components/failure-line.tsx';
import { StatusShape } from '../components/status-shape.tsx';
import { SubScreen } from '../components/sub-screen.tsx';
import { AccountLimits } from '../detail/account-limits.tsx';
import { ConnectionFacts } from '../detail/connection-facts.tsx';
import { onDetailKey } from '../detail/detail-keys.ts';
import { HistorySection } from '../detail/history-section.tsx';
import { OffSwitches, WatchPrintsSwitch } from '../detail/off-switches.tsx';
import { Tags } from '../detail/tags.tsx';
import { PrinterActions } from '../printers/printer-actions.tsx';
import { ProblemBox } from '../printers/problem-box.tsx';
import { StateLine } from '../printers/state-line.tsx';
import { PrintHistorySection } from '../prints/print-history-section.tsx';
import { PrintSection } from '../prints/print-section.tsx';
import { printerIds, viewOf } from '../state/fleet.ts';
import { articleId, leave } from '../state/screen.ts';
import { sharedLimits } from '../state/shared-limits.ts';

/** Everything about one printer: its state, its history and its actions. */
export function DetailScreen({ printer: id }: { printer: PrinterId }) {
  // Reading the list as well draws the screen again when the printer is removed.
  const printer = printerIds.value.includes(id) ? viewOf(id)?.value : undefined;
  const range = useSignal<HistoryRange>('day');
  useEffect(() => {
    if (printer === undefined) leave();
  }, [printer]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => onDetailKey(event, id);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [id]);
  if (printer === undefined) return null;
  return (
    <SubScreen title={<span dir="auto">{printer.name}</span>} wide>
      <article class="detail" id={articleId(id)} aria-label={printer.name} data-printer={id}>
        <section class="detail-now">
          <div class="card-head">
            <StatusShape state={printer.status} stale={printer.staleSince !== null} large />
            <div class="card-names">
              <StateLine printer={printer} />
            </div>
          </div>
          <ProblemBox printer={printer} />
          <FailureLine target={id} intoView />
          <PrinterActions printer={printer} />
        </section>
        <PrintSection printer={printer} />
        <HistorySection
          printer={printer}
          range={range.value}
          onRange={(chosen) => {
            range.value = chosen;
          }}
        />
        <PrintHistorySection printer={printer} />
        <OffSwitches printer={printer} />
        <WatchPrintsSwitch printer={printer} />
        <Tags printer={printer} />
        <div class="detail-facts">
          <ConnectionFacts printer={printer} />
          {sharedLimits.value === null || printer.limits === null ? <AccountLimits limits={printer.limits} /> : null}
        </div>
      </article>
    </SubScreen>
  );
}
