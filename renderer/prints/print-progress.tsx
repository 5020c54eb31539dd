import type { PrintDetails } from '../../src/contract/printer-view.ts';
import { LiveTime } from '../components/live-time.tsx';
import { clockWords, minutesWords, numberWords } from '../format.ts';
import { words } from '../words.ts';

/** The progress of the running print and when it will be done; renders nothing if neither is known. */
export function PrintProgress({
  print: { progress, finishAt, about },
}: {
  print: Pick<NonNullable<PrintDetails['print']>, 'progress' | 'finishAt' | 'about'>;
}) {
  const { printDetails: texts, measures } = words.value;
  if (progress === null && finishAt === null) return null;
  return (
    <div class="print-progress">
      {progress === null ? null : (
        <div class="print-meter">
          <progress class="print-gauge" aria-label={texts.progress} max={100} value={progress} />
          <strong class="print-percent">{measures.percent(numberWords(progress, 0))}</strong>
        </div>
      )}
      {finishAt === null ? null : (
        <dl class="print-end">
          <div class="figure">
            <dt>{texts.left}</dt>
            <dd>
              <LiveTime words={(now) => minutesWords(Math.max(0, finishAt - now))} />
            </dd>
          </div>
          <div class="figure">
            <dt>{texts.done}</dt>
            <dd>
              <LiveTime
                words={(now) => (about ? texts.around(clockWords(finishAt, now)) : clockWords(finishAt, now))}
              />
            </dd>
          </div>
        </dl>
      )}
    </div>
  );
}
