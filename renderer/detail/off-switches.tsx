import type { PrinterView } from '../../src/contract/printer-view.ts';
import { FailureLine } from '../components/failure-line.tsx';
import { SwitchRow } from '../components/switch-row.tsx';
import { useMessageTarget } from '../components/use-message-target.ts';
import { messages } from '../messages.ts';
import { setOffOnPurpose, setOftenOff, setWatchPrints } from '../printers/requests.ts';

/** The switches for a printer that its user turns off, now or often. */
export function OffSwitches({ printer }: { printer: PrinterView }) {
  const { off } = messages.value;
  const offTarget = useMessageTarget();
  const oftenTarget = useMessageTarget();
  return (
    <section class="group detail-group off-switches" aria-labelledby="off-title">
      <h2 id="off-title">{off.title}</h2>
      <SwitchRow
        label={off.onPurpose}
        hint={off.onPurposeHint}
        on={printer.offOnPurpose}
        set={(on) => setOffOnPurpose(printer, on, offTarget)}
        below={<FailureLine target={offTarget} intoView />}
      />
      <SwitchRow
        label={off.often}
        hint={off.oftenHint}
        on={printer.oftenOff}
        set={(on) => setOftenOff(printer.id, on, oftenTarget)}
        below={<FailureLine target={oftenTarget} intoView />}
      />
    </section>
  );
}

/** Whether this printer's prints are watched. */
export function WatchPrintsSwitch({ printer }: { printer: PrinterView }) {
  const { prints } = messages.value;
  const target = useMessageTarget();
  return (
    <section class="group detail-group" aria-label={prints.title}>
      <SwitchRow
        label={prints.watchOne}
        hint={prints.watchOneText}
        on={printer.watchPrints}
        set={(on) => setWatchPrints(printer.id, on, target)}
        below={<FailureLine target={target} intoView />}
      />
    </section>
  );
}
