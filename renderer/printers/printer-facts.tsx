import type { PrinterView } from '../../src/contract/contract.ts';
import type { PrinterLimits } from '../../src/domain/connection-info.ts';
import { bytesWords, durationWords, untilWords } from '../format.ts';
import { Ticking } from '../parts/ticking.tsx';
import { words } from '../words.ts';
import { Fact, LastCheck, Moment } from './facts.tsx';
import { LocalIp } from './local-ip.tsx';

/** What OctoEverywhere last said about a printer, and when it was and will be asked. */
export function PrinterFacts({ printer }: { printer: PrinterView }) {
  // Limits come with every full answer: without them none has come yet, and "never" would be a guess.
  const answered = printer.limits !== null;
  const said = words.value.printer;
  return (
    <dl class="facts">
      <Fact name={said.lastConnected}>
        <Moment at={printer.lastConnectedAt} answered={answered} />
      </Fact>
      <Fact name={said.lastDisconnected}>
        <Moment at={printer.lastDisconnectedAt} answered={answered} />
      </Fact>
      <Fact name={said.localIp}>
        <LocalIp printer={printer} />
      </Fact>
      <Fact name={said.webcamSession}>{webcamWords(printer.limits)}</Fact>
      <Fact name={said.largestFile}>{fileWords(printer.limits)}</Fact>
      <Fact name={said.checked}>
        <LastCheck printer={printer} />
        <span class="next-check">
          {', '}
          <ShortNextCheck printer={printer} />
        </span>
      </Fact>
    </dl>
  );
}

function ShortNextCheck({ printer: { nextCheckAt, checkingNow } }: { printer: PrinterView }) {
  const said = words.value.printer;
  if (checkingNow) return <>{said.checkingNow}</>;
  if (nextCheckAt === null) return <>{said.nextPaused}</>;
  return <Ticking pace="seconds" words={(now) => said.next(untilWords(nextCheckAt - now))} />;
}

function fileWords(limits: PrinterLimits | null): string {
  const said = words.value.printer;
  if (limits === null) return said.notKnownYet;
  const { maxDownloadFileBytes: down, maxUploadFileBytes: up } = limits;
  if (down === null) return up === null ? said.noLimit : said.up(bytesWords(up));
  if (up === null) return said.down(bytesWords(down));
  return down === up ? said.upOrDown(bytesWords(down)) : said.downAndUp(bytesWords(down), bytesWords(up));
}

function webcamWords(limits: PrinterLimits | null): string {
  const said = words.value.printer;
  if (limits === null) return said.notKnownYet;
  const { maxWebcamStreamSeconds: one, maxTotalWebcamStreamSeconds: all } = limits;
  const length = (seconds: number) => durationWords(seconds * 1_000);
  if (one === null) return all === null ? said.noLimit : said.inAll(length(all));
  return all === null ? length(one) : said.eachAndInAll(length(one), length(all));
}
