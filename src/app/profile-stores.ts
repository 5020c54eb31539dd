import type { Clock } from '../domain/time.ts';
import { messagesFor } from '../i18n/messages.ts';
import type { AppLog } from '../logging/log.ts';
import type { ProfileClaim } from '../status-command/profile-lock.ts';
import { notSavedId, type StorageNotice } from '../storage/storage-notice.ts';
import { type DemoContent, openStores, type Stores } from '../storage/stores.ts';
import { UnsavedFiles } from '../storage/unsaved-files.ts';
import type { Notices } from './notices.ts';

export interface ProfileStoresParts {
  /** Absolute path of the profile folder. */
  readonly profile: string;
  readonly claim: ProfileClaim;
  readonly demo: DemoContent | null;
  readonly clock: Clock;
  readonly notices: Notices;
  readonly log: Pick<AppLog, 'warn'>;
}

/** Opens the files of the profile. Problems with them, now or later, are shown in the window and logged. */
export function openProfileStores({ profile, claim, demo, clock, notices, log }: ProfileStoresParts): Stores {
  const warn = (notice: StorageNotice) => {
    notices.add({ ...notice, severity: 'warning', dismissable: true });
    log.warn(notice.say(messagesFor('en')).title);
  };
  const unsaved = new UnsavedFiles((notice) => {
    if (notice === null) notices.withdraw(notSavedId);
    else warn(notice);
  });
  const stores = openStores(profile, demo, clock.now, (kind, result) => unsaved.take(kind, result));
  for (const notice of stores.notices) warn(notice);
  if (claim.kind === 'first-unsaved') unsaved.suspect(claim.code);
  return stores;
}
