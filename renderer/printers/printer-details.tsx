import type { PrinterView } from '../../src/ipc/contract.ts';
import { FailureLine } from '../parts/failure-line.tsx';
import { open } from '../state/screen.ts';
import { words } from '../words/words.ts';
import { PrinterActions } from './printer-actions.tsx';
import { PrinterFacts } from './printer-facts.tsx';
import { ProblemBox } from './problem-box.tsx';

/** What is wrong and what helps, the facts, and what can be done with a printer. */
export function PrinterDetails({ printer }: { printer: PrinterView }) {
  return (
    <>
      <ProblemBox printer={printer} />
      <PrinterFacts printer={printer} />
      <FailureLine place={printer.id} />
      <PrinterActions printer={printer}>
        <button type="button" class="button" onClick={() => open({ name: 'detail', printer: printer.id })}>
          {words.value.past.details}
        </button>
      </PrinterActions>
    </>
  );
}
