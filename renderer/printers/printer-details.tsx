import type { PrinterView } from '../../src/contract/printer-view.ts';
import { FailureLine } from '../components/failure-line.tsx';
import { DayLine } from './day-line.tsx';
import { PrinterActions } from './printer-actions.tsx';
import { PrinterFacts } from './printer-facts.tsx';
import { ProblemBox } from './problem-box.tsx';

/** How the last day was, what is wrong and what helps, the facts, and what can be done with a printer. */
export function PrinterDetails({ printer }: { printer: PrinterView }) {
  return (
    <>
      <DayLine printer={printer} />
      <ProblemBox printer={printer} />
      <PrinterFacts printer={printer} />
      <FailureLine place={printer.id} />
      <PrinterActions printer={printer} />
    </>
  );
}
