import type { PrinterLimits } from '../../src/domain/connection-info.ts';
import { bytesWords, durationWords } from '../format.ts';
import { Icon } from '../parts/icon.tsx';
import { Fact } from '../printers/facts.tsx';
import { words } from '../words.ts';

/** What the account may do with this printer; what OctoEverywhere did not name is said to be unnamed, not unlimited. */
export function AccountLimits({ limits }: { limits: PrinterLimits | null }) {
  const { past: said, printer } = words.value;
  const shown = <Value,>(value: Value | null | undefined, write: (value: Value) => string) =>
    limits === null ? printer.notKnownYet : value === null || value === undefined ? printer.noLimit : write(value);
  const length = (seconds: number) => durationWords(seconds * 1_000);
  return (
    <section class="group detail-group" aria-labelledby="limits-title">
      <h2 id="limits-title">{said.limits}</h2>
      <dl class="facts limits">
        <Fact name={said.download} icon={<Icon name="download" />}>
          {shown(limits?.maxDownloadFileBytes, bytesWords)}
        </Fact>
        <Fact name={said.upload} icon={<Icon name="upload" />}>
          {shown(limits?.maxUploadFileBytes, bytesWords)}
        </Fact>
        <Fact name={said.webcamSession} icon={<Icon name="camera" />}>
          {shown(limits?.maxWebcamStreamSeconds, length)}
        </Fact>
        <Fact name={said.webcamTotal} icon={<Icon name="clock" />}>
          {shown(limits?.maxTotalWebcamStreamSeconds, length)}
        </Fact>
      </dl>
    </section>
  );
}
