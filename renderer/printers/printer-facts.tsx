import type { PrinterView } from '../../src/contract/printer-view.ts';
import { messages } from '../messages.ts';
import { Fact, Moment } from './facts.tsx';
import { LocalIp } from './local-ip.tsx';

/** Recent facts about a printer, and those needed next to its buttons; the rest is in its details. */
export function PrinterFacts({ printer }: { printer: PrinterView }) {
  const texts = messages.value.printer;
  const { lastDisconnectedAt, status, localIp, tags } = printer;
  // While it is disconnected, the line above shows since when.
  const hasDropped = status === 'online' && lastDisconnectedAt !== null;
  if (!hasDropped && localIp === null && tags.length === 0) return null;
  return (
    <dl class="facts">
      {hasDropped ? (
        <Fact name={texts.lastDisconnected}>
          <Moment at={lastDisconnectedAt} answered />
        </Fact>
      ) : null}
      {tags.length === 0 ? null : (
        <Fact name={messages.value.tags.title}>
          <span dir="auto">{tags.join(', ')}</span>
        </Fact>
      )}
      {localIp === null ? null : (
        <Fact name={texts.localIp}>
          <LocalIp printer={printer} />
        </Fact>
      )}
    </dl>
  );
}
