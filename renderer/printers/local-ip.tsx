import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PrinterView } from '../../src/contract/printer-view.ts';
import { Icon } from '../components/icon.tsx';
import { messages } from '../messages.ts';
import { copyLocalIp } from './requests.ts';

const shownAsCopied = 2_000;

/** The last known address in the printer's local network, with a button that copies it. */
export function LocalIp({ printer }: { printer: PrinterView }) {
  const copied = useSignal(false);
  useEffect(() => {
    if (!copied.value) return;
    const timer = setTimeout(() => {
      copied.value = false;
    }, shownAsCopied);
    return () => clearTimeout(timer);
  }, [copied.value]);
  const texts = messages.value.printer;
  if (printer.localIp === null) return <>{printer.limits === null ? texts.notKnownYet : texts.notKnown}</>;
  const copy = async () => {
    if (await copyLocalIp(printer.id)) copied.value = true;
  };
  return (
    <span class="local-ip">
      <span class="address">{printer.localIp}</span>
      <button
        type="button"
        class="icon-button small"
        data-copied={copied.value}
        aria-label={messages.value.rows.named(texts.copyLocalIp, printer.name)}
        title={copied.value ? texts.copied : texts.copyLocalIp}
        onClick={copy}
      >
        <Icon name={copied.value ? 'check' : 'copy'} />
      </button>
    </span>
  );
}
