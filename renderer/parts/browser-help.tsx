import { ask } from '../bridge.ts';
import { announce } from '../state/announcements.ts';
import { type Place, settle } from '../state/failures.ts';
import { words } from '../words.ts';

/** Copies the address that was to be opened last, or opens it again; what goes wrong is shown at `place`. */
export function BrowserHelp({ place }: { place: Place }) {
  const { copyAddress, openAgain, addressCopied } = words.value.frame;
  const copy = async () => {
    if (settle(place, await ask('copy-address'))) announce(addressCopied);
  };
  const again = async () => {
    settle(place, await ask('open-address-again'));
  };
  return (
    <>
      <button type="button" onClick={copy}>
        {copyAddress}
      </button>
      <button type="button" onClick={again}>
        {openAgain}
      </button>
    </>
  );
}
