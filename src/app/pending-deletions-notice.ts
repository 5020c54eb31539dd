import type { Message } from '../domain/message.ts';
import type { Messages } from '../i18n/messages.ts';
import type { PendingDeletions, SecretCleanup } from '../keychain/secret-cleanup.ts';
import type { Notices } from './notices.ts';

/** Shows a notice while tokens of removed printers are still in the keychain. */
export function noticeOfPendingDeletions(removals: Pick<SecretCleanup, 'onChange'>, notices: Notices): void {
  const id = 'left-in-keychain';
  removals.onChange((left) => {
    if (left === null) notices.withdraw(id);
    else notices.add({ id, say: (texts) => messageOf(left, texts), severity: 'warning', dismissable: true });
  });
}

function messageOf({ count, why }: NonNullable<PendingDeletions>, { keychain }: Messages): Message {
  const trouble = keychain.trouble[why];
  return {
    title: keychain.leftTitle(count),
    text: why === 'locked' ? keychain.leftLocked(count) : keychain.left(count),
    smallPrint: why === 'locked' ? trouble.title : [trouble.title, trouble.smallPrint].filter(Boolean).join(', '),
  };
}
