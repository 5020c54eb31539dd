import type { PrinterView } from '../../src/contract/printer-view.ts';
import { FailureLine } from '../components/failure-line.tsx';
import { DayLine } from './day-line.tsx';
import { PrinterActions } from './printer-actions.tsx';
import { PrinterFacts } from './printer-facts.tsx';
import { ProblemBox } from './problem-box.tsx';

/** A printer's last day, its problem and the remedy, the facts, and its actions. */
export function PrinterDetails({ printer }: { printer: PrinterView }) {
  return (
    <>
      <DayLine printer={printer} />
      <ProblemBox printer={printer} />
      <PrinterFacts printer={printer} />
      <FailureLine target={printer.id} />
      <PrinterActions printer={printer} />
    </>
  );
}
