import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { GadgetState } from '../../src/domain/print/gadget.ts';
import type { PrintStateKind } from '../../src/domain/print/print-status.ts';
import type { PrinterId } from '../../src/domain/printer.ts';
import { messages } from '../messages.ts';
import { Fact } from '../printers/facts.tsx';
import { pollWhileVisible } from '../state/keep-reading.ts';

/** Polling interval, ms: OctoEverywhere allows at most one request per 10 s. */
const interval = 15_000;

/**
 * The state Gadget reports for the running print; polled only while visible. Renders nothing if Gadget reports nothing.
 */
export function GadgetFact({ printer, kind }: { printer: PrinterId; kind: PrintStateKind }) {
  const state = useSignal<GadgetState | null>(null);
  useEffect(() => {
    const read = async () => {
      state.value = await window.octoglance.request('get-gadget', printer);
    };
    return pollWhileVisible(read, interval);
  }, [printer, kind, state]);
  if (state.value === null) return null;
  const { printDetails: texts } = messages.value;
  const { activity, words: own } = state.value;
  const doing = texts.gadgetStates[activity];
  return <Fact name={texts.gadget}>{own === null ? doing : texts.gadgetSays(doing, own)}</Fact>;
}
