import { pendingDeletionsText } from '../connections/printer-list.ts';
import type { SecretCleanup } from '../keychain/secret-cleanup.ts';
import type { Notices } from './notices.ts';

/** Shows a notice while tokens of removed printers are still in the keychain. */
export function noticeOfPendingDeletions(removals: Pick<SecretCleanup, 'onChange'>, notices: Notices): void {
  const id = 'left-in-keychain';
  removals.onChange((left) => {
    if (left === null) notices.withdraw(id);
    else notices.add({ id, say: (texts) => pendingDeletionsText(left, texts), severity: 'warning', dismissable: true });
  });
}
