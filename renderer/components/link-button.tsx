import type { LinkName } from '../../src/contract/contract.ts';
import { ask } from '../bridge.ts';
import { type MessageTarget, showFailure } from '../state/failures.ts';
import { Icon } from './icon.tsx';

/** Opens one of the known pages in the browser; failures are shown at `place`. */
export function LinkButton({ link, place, linkText }: { link: LinkName; place: MessageTarget; linkText: string }) {
  const open = async () => {
    showFailure(place, await ask('open-link', link));
  };
  return (
    <button type="button" class="link-button" onClick={open}>
      {linkText}
      <Icon name="away" />
    </button>
  );
}
