import type { Notice } from '../../src/contract/contract.ts';
import { ask } from '../bridge.ts';
import { messages } from '../messages.ts';
import { type MessageTarget, showFailure } from '../state/failures.ts';
import { BrowserHelp } from './browser-help.tsx';
import { LinkButton } from './link-button.tsx';

/** The action buttons for a notice, if any; failures are shown at `target`. */
export function NoticeHelp({ help, target }: { help: Notice['help']; target: MessageTarget }) {
  switch (help) {
    case undefined:
      return null;
    case 'browser':
      return <BrowserHelp target={target} />;
    case 'whats-new':
      return <LinkButton link="whats-new" target={target} linkText={messages.value.updates.allChanges} />;
    case 'restart': {
      const restart = async () => {
        showFailure(target, await ask('restart-to-update'));
      };
      return (
        <button type="button" class="button" onClick={restart}>
          {messages.value.updates.restartNow}
        </button>
      );
    }
    case 'keychain-locked':
    case 'keychain-no-keyring':
    case 'keychain-denied': {
      const bringUp = async () => {
        showFailure(target, await ask('bring-up-keychain'));
      };
      return (
        <button type="button" class="button" onClick={bringUp}>
          {messages.value.frame.bringUpKeychain[help]}
        </button>
      );
    }
  }
}
