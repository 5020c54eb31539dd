import type { PrinterLimits } from '../../src/domain/connection-info.ts';
import { Icon } from '../components/icon.tsx';
import { formatBytes, formatDuration } from '../format.ts';
import { messages } from '../messages.ts';
import { Fact } from '../printers/facts.tsx';

/**
 * The account's limits for this printer; a limit that OctoEverywhere didn't report is shown as unreported, not as
 * unlimited. `ofAll` if they are those of all printers.
 */
export function AccountLimits({ limits, ofAll = false }: { limits: PrinterLimits | null; ofAll?: boolean }) {
  const { history: texts, printer } = messages.value;
  const shown = <Value,>(value: Value | null | undefined, write: (value: Value) => string) =>
    limits === null ? printer.notKnownYet : value === null || value === undefined ? printer.noLimit : write(value);
  const length = (seconds: number) => formatDuration(seconds * 1_000);
  return (
    <section class="group detail-group" aria-label={texts.limits}>
      {ofAll ? <p class="hint">{texts.limitsOfAll}</p> : <h2>{texts.limits}</h2>}
      <dl class="facts limits">
        <Fact name={texts.download} icon={<Icon name="download" />}>
          {shown(limits?.maxDownloadFileBytes, formatBytes)}
        </Fact>
        <Fact name={texts.upload} icon={<Icon name="upload" />}>
          {shown(limits?.maxUploadFileBytes, formatBytes)}
        </Fact>
        <Fact name={texts.webcamSession} icon={<Icon name="camera" />}>
          {shown(limits?.maxWebcamStreamSeconds, length)}
        </Fact>
        <Fact name={texts.webcamTotal} icon={<Icon name="clock" />}>
          {shown(limits?.maxTotalWebcamStreamSeconds, length)}
        </Fact>
      </dl>
    </section>
  );
}
