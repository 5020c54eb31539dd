import type { PrintDetails } from '../../src/contract/printer-view.ts';
import { LiveTime } from '../components/live-time.tsx';
import { formatMinutes, formatNumber, formatTime } from '../format.ts';
import { messages } from '../messages.ts';

/** The progress of the running print and when it will be done; renders nothing if neither is known. */
export function PrintProgress({
  print: { progress, finishAt, about },
}: {
  print: Pick<NonNullable<PrintDetails['print']>, 'progress' | 'finishAt' | 'about'>;
}) {
  const { printDetails: texts, measures } = messages.value;
  if (progress === null && finishAt === null) return null;
  return (
    <div class="print-progress">
      {progress === null ? null : (
        <div class="print-meter">
          <progress class="print-gauge" aria-label={texts.progress} max={100} value={progress} />
          <strong class="print-percent">{measures.percent(formatNumber(progress, 0))}</strong>
        </div>
      )}
      {finishAt === null ? null : (
        <dl class="print-end">
          <div class="figure">
            <dt>{texts.left}</dt>
            <dd>
              <LiveTime format={(now) => formatMinutes(Math.max(0, finishAt - now))} />
            </dd>
          </div>
          <div class="figure">
            <dt>{texts.done}</dt>
            <dd>
              <LiveTime
                format={(now) => (about ? texts.around(formatTime(finishAt, now)) : formatTime(finishAt, now))}
              />
            </dd>
          </div>
        </dl>
      )}
    </div>
  );
}
