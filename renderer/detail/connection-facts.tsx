import type { PrinterView } from '../../src/contract/printer-view.ts';
import { Icon } from '../parts/icon.tsx';
import { openLocal } from '../printers/deeds.ts';
import { Fact, LastCheck, Moment, NextCheck } from '../printers/facts.tsx';
import { LocalIp } from '../printers/local-ip.tsx';
import { words } from '../words.ts';

/** What OctoEverywhere reported about the connection, and when it was and will be asked. */
export function ConnectionFacts({ printer }: { printer: PrinterView }) {
  const { printer: said, past } = words.value;
  const answered = printer.limits !== null;
  return (
    <section class="group detail-group" aria-labelledby="connection-title">
      <h2 id="connection-title">{past.connection}</h2>
      <dl class="facts">
        <Fact name={said.lastConnected}>
          <Moment at={printer.lastConnectedAt} answered={answered} />
        </Fact>
        <Fact name={said.lastDisconnected}>
          <Moment at={printer.lastDisconnectedAt} answered={answered} />
        </Fact>
        <Fact name={past.lastCheck}>
          <LastCheck printer={printer} />
        </Fact>
        <Fact name={past.nextCheck}>
          <NextCheck printer={printer} />
        </Fact>
        <Fact name={said.localIp}>
          <LocalIp printer={printer} />
        </Fact>
      </dl>
      {printer.canOpenLocal && printer.status !== 'offline' ? (
        <button type="button" class="link-button" onClick={() => openLocal(printer.id)}>
          {past.openLocal}
          <Icon name="away" />
        </button>
      ) : null}
    </section>
  );
}
