import type { SessionBus } from '../dbus/session-bus.ts';
import { MINUTE, type Milliseconds, SECOND } from '../domain/time.ts';
import type { Words } from '../domain/words/words.ts';
import type { Notices } from '../notices.ts';
import type { Notifier } from './notifications/notifier.ts';
import { TrayHost } from './tray-host.ts';

export const noTrayNotice = 'no-tray';

/** A panel that starts or is restarted gets so long before its absence is said. */
const patience: Milliseconds = 3 * SECOND;

/** After so long an app that was started without a window says by a notification where it is. */
const hiddenPatience: Milliseconds = MINUTE;

export interface NoTrayParts {
  readonly bus: SessionBus;
  readonly notices: Notices;
  readonly notifier: Notifier;
  /** The user has read the notice before. */
  readonly wasDismissed: () => boolean;
  readonly forgetDismissal: () => void;
  /** The user wants no notification now. */
  readonly quiet: () => boolean;
  /** Started without a window on purpose. */
  readonly hidden: boolean;
  readonly showWindow: () => void;
  /** Offers the icon to the desktop once more. */
  readonly offerIcon: () => void;
  readonly words: () => Words;
}

/**
 * Keeps the icon in the tray of a Linux desktop, however often that comes and goes, and says so where there is none: in the
 * window, and to a user who would see neither window nor icon, once in a notification.
 */
export function watchTrayHost(parts: NoTrayParts): TrayHost {
  const { notices, notifier, words } = parts;
  let isFirst = true;
  let timer: NodeJS.Timeout | undefined;
  let hiddenTimer: NodeJS.Timeout | undefined;

  function sayInNotification(): void {
    if (parts.wasDismissed() || parts.quiet()) return;
    const { noTray, runsUnseen } = words().tray;
    void notifier.show(
      noTrayNotice,
      { title: noTray.title, body: runsUnseen, state: null },
      { sound: false },
      parts.showWindow,
    );
  }

  function missing(): void {
    if (!parts.wasDismissed()) {
      notices.add({ say: ({ tray }) => tray.noTray, id: noTrayNotice, severity: 'info', dismissable: true });
    }
    if (!isFirst) return;
    isFirst = false;
    if (parts.hidden) hiddenTimer = setTimeout(sayInNotification, hiddenPatience);
    else parts.showWindow();
  }

  function found(): void {
    isFirst = false;
    clearTimeout(hiddenTimer);
    notifier.close(noTrayNotice);
    notices.dismiss(noTrayNotice);
    if (parts.wasDismissed()) parts.forgetDismissal();
  }

  return new TrayHost(parts.bus, process.pid, {
    changed: (present) => {
      clearTimeout(timer);
      if (present) found();
      else timer = setTimeout(missing, patience);
    },
    iconMissing: parts.offerIcon,
  });
}
