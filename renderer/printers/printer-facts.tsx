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
  const { notKnownYet, noLimit, upOrDown, down: downWords, up: upWords } = words.value.printer;
  if (limits === null) return notKnownYet;
  const { maxDownloadFileBytes: down, maxUploadFileBytes: up } = limits;
  if (down === null && up === null) return noLimit;
  if (down === up && down !== null) return upOrDown(bytesWords(down));
  const said = [];
  if (down !== null) said.push(downWords(bytesWords(down)));
  if (up !== null) said.push(upWords(bytesWords(up)));
  return said.join(', ');
}

function webcamWords(limits: PrinterLimits | null): string {
  const { notKnownYet, noLimit, inAll } = words.value.printer;
  if (limits === null) return notKnownYet;
  const { maxWebcamStreamSeconds: one, maxTotalWebcamStreamSeconds: all } = limits;
  if (one === null && all === null) return noLimit;
  const said = [];
  if (one !== null) said.push(durationWords(one * 1_000));
  if (all !== null) said.push(inAll(durationWords(all * 1_000)));
  return said.join(', ');
}
