import type { PrinterView } from '../../src/contract/printer-view.ts';
import { Icon } from '../components/icon.tsx';
import { messages } from '../messages.ts';
import { Fact, LastCheck, Moment, NextCheck } from '../printers/facts.tsx';
import { LocalIp } from '../printers/local-ip.tsx';
import { openLocal } from '../printers/requests.ts';

/** What OctoEverywhere reported about the connection, and the times of the last and next check. */
export function ConnectionFacts({ printer }: { printer: PrinterView }) {
  const { printer: texts, history } = messages.value;
  const answered = printer.limits !== null;
  return (
    <section class="group detail-group" aria-labelledby="connection-title">
      <h2 id="connection-title">{history.connection}</h2>
      <dl class="facts">
        <Fact name={texts.lastConnected}>
          <Moment at={printer.lastConnectedAt} answered={answered} />
        </Fact>
        <Fact name={texts.lastDisconnected}>
          <Moment at={printer.lastDisconnectedAt} answered={answered} />
        </Fact>
        <Fact name={history.lastCheck}>
          <LastCheck printer={printer} />
        </Fact>
        <Fact name={history.nextCheck}>
          <NextCheck printer={printer} />
        </Fact>
        <Fact name={texts.localIp}>
          <LocalIp printer={printer} />
        </Fact>
      </dl>
      {printer.canOpenLocal && printer.status !== 'offline' ? (
        <button type="button" class="link-button" onClick={() => openLocal(printer.id)}>
          {history.openLocal}
          <Icon name="away" />
        </button>
      ) : null}
    </section>
  );
}
