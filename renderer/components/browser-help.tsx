import { ask } from '../bridge.ts';
import { messages } from '../messages.ts';
import { announce } from '../state/announcements.ts';
import { type MessageTarget, showFailure } from '../state/failures.ts';

/** Buttons to copy or reopen the address that was last opened; failures are shown at `target`. */
export function BrowserHelp({ target }: { target: MessageTarget }) {
  const { copyAddress, openAgain, addressCopied } = messages.value.frame;
  const copy = async () => {
    if (showFailure(target, await ask('copy-address'))) announce(addressCopied);
  };
  const again = async () => {
    showFailure(target, await ask('open-address-again'));
  };
  return (
    <>
      <button type="button" class="button" onClick={copy}>
        {copyAddress}
      </button>
      <button type="button" class="button" onClick={again}>
        {openAgain}
      </button>
    </>
  );
}
