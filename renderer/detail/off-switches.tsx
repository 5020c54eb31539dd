import type { PrinterView } from '../../src/contract/printer-view.ts';
import { SwitchRow } from '../components/switch-row.tsx';
import { messages } from '../messages.ts';
import { setOffOnPurpose, setOftenOff, setWatchPrints } from '../printers/requests.ts';

/** The switches for a printer that its user turns off, now or often. */
export function OffSwitches({ printer }: { printer: PrinterView }) {
  const { off } = messages.value;
  return (
    <section class="group detail-group off-switches" aria-labelledby="off-title">
      <h2 id="off-title">{off.title}</h2>
      <SwitchRow
        label={off.onPurpose}
        hint={off.onPurposeHint}
        on={printer.offOnPurpose}
        set={(on) => setOffOnPurpose(printer, on)}
      />
      <SwitchRow label={off.often} hint={off.oftenHint} on={printer.oftenOff} set={(on) => setOftenOff(printer, on)} />
    </section>
  );
}

/** Whether this printer's prints are watched. */
export function WatchPrintsSwitch({ printer }: { printer: PrinterView }) {
  const { prints } = messages.value;
  return (
    <section class="group detail-group" aria-label={prints.title}>
      <SwitchRow
        label={prints.watchOne}
        hint={prints.watchOneText}
        on={printer.watchPrints}
        set={(on) => setWatchPrints(printer, on)}
      />
    </section>
  );
}
