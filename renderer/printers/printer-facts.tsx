import type { ComponentChildren } from 'preact';
import type { PrinterLimits } from '../../src/domain/connection-info.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { PrinterView } from '../../src/ipc/contract.ts';
import { agoWords, bytesWords, clockWords, durationWords, untilWords } from '../format.ts';
import { Ticking } from '../parts/ticking.tsx';
import { LocalIp } from './local-ip.tsx';

/** What OctoEverywhere last said about a printer, and when it was and will be asked. */
export function PrinterFacts({ printer }: { printer: PrinterView }) {
  // Limits come with every full answer: without them none has come yet, and "never" would be a guess.
  const answered = printer.limits !== null;
  return (
    <dl class="facts">
      <Fact name="Last connected">
        <Moment at={printer.lastConnectedAt} answered={answered} />
      </Fact>
      <Fact name="Last disconnected">
        <Moment at={printer.lastDisconnectedAt} answered={answered} />
      </Fact>
      <Fact name="Local IP">
        <LocalIp printer={printer} />
      </Fact>
      <Fact name="Webcam session">{webcamWords(printer.limits)}</Fact>
      <Fact name="Largest file">{fileWords(printer.limits)}</Fact>
      <Fact name="Checked">
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

const notKnown = 'Not known yet';

function Moment({ at, answered }: { at: Instant | null; answered: boolean }) {
  if (at === null) return <>{answered ? 'Never' : notKnown}</>;
  return <Ticking words={(now) => clockWords(at, now)} />;
}

function Checks({ printer }: { printer: PrinterView }) {
  const { lastCheckedAt, nextCheckAt, checkingNow } = printer;
  return (
    <>
      {lastCheckedAt === null ? (
        'Not yet'
      ) : (
        <Ticking pace="seconds" words={(now) => agoWords(Math.max(0, now - lastCheckedAt))} />
      )}
      <span class="next-check">
        {', '}
        {checkingNow ? (
          'checking now…'
        ) : nextCheckAt === null ? (
          'next check paused'
        ) : (
          <Ticking pace="seconds" words={(now) => `next ${untilWords(nextCheckAt - now)}`} />
        )}
      </span>
    </>
  );
}

function fileWords(limits: PrinterLimits | null): string {
  if (limits === null) return notKnown;
  const { maxDownloadFileBytes: down, maxUploadFileBytes: up } = limits;
  if (down === null && up === null) return 'No limit named';
  if (down === up && down !== null) return `${bytesWords(down)} up or down`;
  const said = [];
  if (down !== null) said.push(`${bytesWords(down)} down`);
  if (up !== null) said.push(`${bytesWords(up)} up`);
  return said.join(', ');
}

function webcamWords(limits: PrinterLimits | null): string {
  if (limits === null) return notKnown;
  const { maxWebcamStreamSeconds: one, maxTotalWebcamStreamSeconds: all } = limits;
  if (one === null && all === null) return 'No limit named';
  const said = [];
  if (one !== null) said.push(durationWords(one * 1_000));
  if (all !== null) said.push(`${durationWords(all * 1_000)} in all`);
  return said.join(', ');
}
