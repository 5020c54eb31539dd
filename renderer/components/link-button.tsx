import type { LinkName } from '../../src/contract/contract.ts';
import { ask } from '../bridge.ts';
import { type MessageTarget, showFailure } from '../state/failures.ts';
import { Icon } from './icon.tsx';

/** Opens one of the known pages in the browser; failures are shown at `target`. */
export function LinkButton({ link, target, linkText }: { link: LinkName; target: MessageTarget; linkText: string }) {
  const open = async () => {
    showFailure(target, await ask('open-link', link));
  };
  return (
    <button type="button" class="link-button" onClick={open}>
      {linkText}
      <Icon name="away" />
    </button>
  );
}
