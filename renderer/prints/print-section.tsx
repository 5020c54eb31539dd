import type { PrintDetails, PrinterView } from '../../src/contract/printer-view.ts';
import { messages } from '../messages.ts';
import { PrintControls } from './print-controls.tsx';
import { PrintFacts } from './print-facts.tsx';
import { PrintProgress } from './print-progress.tsx';
import { SharePrint } from './share-print.tsx';
import { StatusNote } from './status-note.tsx';
import { WebcamView } from './webcam-view.tsx';

/**
 * What a printer prints, or why that is unknown. Renders nothing while prints aren't watched or nothing is known yet.
 */
export function PrintSection({ printer }: { printer: PrinterView }) {
  const details = printer.printDetails;
  if (details === null) return null;
  const texts = messages.value.printDetails;
  return (
    <section class="group detail-group print-section" aria-labelledby="print-title">
      <div class="print-head">
        <h2 id="print-title">{texts.title}</h2>
        <p class="print-state" data-print={toneOf(details)}>
          {texts.states[details.kind]}
        </p>
      </div>
      <StatusNote printer={printer} details={details} />
      {details.print === null ? null : (
        <>
          <PrintProgress print={details.print} />
          <PrintFacts printer={printer} details={details} print={details.print} />
        </>
      )}
      {details.kind === 'not-available' ? null : <WebcamView printer={printer} />}
      <PrintControls printer={printer} kind={details.kind} />
      {details.print?.ended === null ? <SharePrint printer={printer} /> : null}
    </section>
  );
}

/** Whether the state needs the user's attention. */
function toneOf({ kind }: PrintDetails): 'running' | 'trouble' | 'still' {
  switch (kind) {
    case 'warming-up':
    case 'printing':
    case 'finishing':
      return 'running';
    case 'paused':
    case 'failed':
    case 'not-answering':
    case 'no-login':
      return 'trouble';
    default:
      return 'still';
  }
}
