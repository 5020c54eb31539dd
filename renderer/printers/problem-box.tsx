import type { PrinterView } from '../../src/contract/printer-view.ts';
import type { ShownStatus } from '../../src/domain/shown-status.ts';
import { MessageBox, type Tone } from '../components/message-box.tsx';
import { messages } from '../messages.ts';
import { appState } from '../state/fleet.ts';
import { beginSignIn } from '../state/sign-in.ts';
import { DisconnectedBox } from './disconnected-box.tsx';
import { openHelp } from './requests.ts';

const tones: Readonly<Record<ShownStatus, Tone>> = {
  online: 'info',
  offline: 'info',
  checking: 'info',
  off: 'info',
  unknown: 'warning',
  'reconnect-needed': 'danger',
  'perks-needed': 'violet',
  'update-needed': 'violet',
};

/** What is wrong with a printer in plain words, and the one thing that helps; nothing if all is well. */
export function ProblemBox({ printer }: { printer: PrinterView }) {
  const { action } = printer;
  const shown = appState.value;
  // Problems of the network or the service are shown in one banner for all printers; only what the user can act on is
  // shown here.
  const problem =
    (shown?.network !== 'up' || shown.serviceSilentSince !== null) && action === null ? null : printer.problem;
  if (problem === null) return printer.status === 'offline' ? <DisconnectedBox printer={printer} /> : null;
  return (
    <MessageBox message={problem} tone={tones[printer.status]} hideTitle={problem.title === printer.statusText}>
      {action === null ? null : <HelpfulButton printer={printer} action={action} />}
    </MessageBox>
  );
}

function HelpfulButton({ printer, action }: { printer: PrinterView; action: NonNullable<PrinterView['action']> }) {
  const { printer: texts, rows } = messages.value;
  const named = (label: string) => rows.named(label, printer.name);
  switch (action) {
    case 'reconnect':
      return (
        <button
          type="button"
          class="button primary"
          aria-label={named(texts.reconnect)}
          onClick={() => beginSignIn(printer.id, printer.id)}
        >
          {texts.reconnect}
        </button>
      );
    case 'perks':
      return (
        <button
          type="button"
          class="button"
          aria-label={named(texts.aboutPerks)}
          onClick={() => openHelp(printer.id, 'perks')}
        >
          {texts.aboutPerks}
        </button>
      );
    case 'get-started':
      return (
        <button
          type="button"
          class="button"
          aria-label={named(texts.setUpGuide)}
          onClick={() => openHelp(printer.id, 'get-started')}
        >
          {texts.setUpGuide}
        </button>
      );
  }
}
