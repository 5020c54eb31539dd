import type { PrinterView } from '../../src/contract/contract.ts';
import type { ShownStatus } from '../../src/domain/shown-status.ts';
import { ask } from '../bridge.ts';
import { MessageBox, type Tone } from '../parts/message-box.tsx';
import { settle } from '../state/failures.ts';
import { circumstances } from '../state/fleet.ts';
import { beginSignIn } from '../state/sign-in.ts';
import { words } from '../words.ts';

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

/** What is wrong with a printer in plain words, and the one thing that helps; nothing when all is well. */
export function ProblemBox({ printer }: { printer: PrinterView }) {
  const { action } = printer;
  // What is wrong with the network one banner says for all; only what the user can do something about stays.
  const problem = circumstances.value?.network !== 'up' && action === null ? null : printer.problem;
  if (problem === null) return null;
  return (
    <MessageBox message={problem} tone={tones[printer.status]} hideTitle={problem.title === printer.words}>
      {action === null ? null : <HelpfulButton printer={printer} action={action} />}
    </MessageBox>
  );
}

function HelpfulButton({ printer, action }: { printer: PrinterView; action: NonNullable<PrinterView['action']> }) {
  const openLink = async (link: 'perks' | 'get-started') => {
    settle(printer.id, await ask('open-link', link));
  };
  const said = words.value.printer;
  switch (action) {
    case 'reconnect':
      return (
        <button type="button" class="button primary" onClick={() => beginSignIn(printer.id, printer.id)}>
          {said.reconnect}
        </button>
      );
    case 'perks':
      return (
        <button type="button" class="button" onClick={() => openLink('perks')}>
          {said.aboutPerks}
        </button>
      );
    case 'get-started':
      return (
        <button type="button" class="button" onClick={() => openLink('get-started')}>
          {said.setUpGuide}
        </button>
      );
  }
}
