import type { ComponentChildren } from 'preact';
import type { PrinterLimits } from '../../src/domain/connection-info.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { PrinterView } from '../../src/ipc/contract.ts';
import { agoWords, bytesWords, clockWords, durationWords, untilWords } from '../format.ts';
import { Ticking } from '../parts/ticking.tsx';
import { words } from '../words/words.ts';
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
        <Checks printer={printer} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Moment({ at, answered }: { at: Instant | null; answered: boolean }) {
  const { never, notKnownYet } = words.value.printer;
  if (at === null) return <>{answered ? never : notKnownYet}</>;
  return <Ticking words={(now) => clockWords(at, now)} />;
}

function Checks({ printer }: { printer: PrinterView }) {
  const { lastCheckedAt, nextCheckAt, checkingNow } = printer;
  const said = words.value.printer;
  return (
    <>
      {lastCheckedAt === null ? (
        said.notYet
      ) : (
        <Ticking pace="seconds" words={(now) => agoWords(Math.max(0, now - lastCheckedAt))} />
      )}
      <span class="next-check">
        {', '}
        {checkingNow ? (
          said.checkingNow
        ) : nextCheckAt === null ? (
          said.nextPaused
        ) : (
          <Ticking pace="seconds" words={(now) => said.next(untilWords(nextCheckAt - now))} />
        )}
      </span>
    </>
  );
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
