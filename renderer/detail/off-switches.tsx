import { useId } from 'preact/hooks';
import type { PrinterView } from '../../src/contract/printer-view.ts';
import { setOffOnPurpose, setOftenOff, setWatchPrints } from '../printers/requests.ts';
import { words } from '../words.ts';

/** The switches for a printer that its user turns off, now or often. */
export function OffSwitches({ printer }: { printer: PrinterView }) {
  const { off } = words.value;
  return (
    <section class="group detail-group off-switches" aria-labelledby="off-title">
      <h2 id="off-title">{off.title}</h2>
      <Switch
        label={off.onPurpose}
        hint={off.onPurposeHint}
        on={printer.offOnPurpose}
        set={(on) => setOffOnPurpose(printer, on)}
      />
      <Switch label={off.often} hint={off.oftenHint} on={printer.oftenOff} set={(on) => setOftenOff(printer, on)} />
    </section>
  );
}

/** Whether this printer's prints are watched. */
export function WatchPrintsSwitch({ printer }: { printer: PrinterView }) {
  const { prints } = words.value;
  return (
    <section class="group detail-group" aria-label={prints.title}>
      <Switch
        label={prints.watchOne}
        hint={prints.watchOneText}
        on={printer.watchPrints}
        set={(on) => setWatchPrints(printer, on)}
      />
    </section>
  );
}

function Switch({
  label,
  hint,
  on,
  set,
}: {
  label: string;
  hint: string;
  on: boolean;
  set: (on: boolean) => Promise<boolean>;
}) {
  const id = useId();
  return (
    <div class="setting">
      <div class="setting-words">
        <label for={id}>{label}</label>
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      </div>
      <span class="setting-control">
        <input
          id={id}
          class="switch"
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked
          role="switch"
          aria-describedby={`${id}-hint`}
          checked={on}
          onChange={({ currentTarget }) => set(currentTarget.checked)}
        />
      </span>
    </div>
  );
}
