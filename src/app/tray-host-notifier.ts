import type { SessionBus } from '../dbus/session-bus.ts';
import type { Notifier } from '../desktop/notifications/notifier.ts';
import type { TrayIcon } from '../desktop/tray/tray.ts';
import { TrayHost } from '../desktop/tray/tray-host.ts';
import { trayNeed } from '../desktop/tray/tray-need.ts';
import { hasX11Tray } from '../desktop/tray/x11-tray.ts';
import type { AppWindow } from '../desktop/window/window.ts';
import { MINUTE, type Milliseconds, SECOND } from '../domain/time.ts';
import type { Messages } from '../i18n/messages.ts';
import type { WindowStore } from '../storage/window-store.ts';
import type { DoNotDisturb } from './do-not-disturb.ts';
import type { Notices } from './notices.ts';

export const noTrayNotice = 'no-tray';

/** How long to wait for a panel that starts or restarts before reporting it missing. */
const timeLimit: Milliseconds = 3 * SECOND;

/** How long an app started without a window waits before showing a notification. */
const hiddenDelay: Milliseconds = MINUTE;

export interface TrayHostNotifierParts {
  readonly bus: SessionBus;
  readonly notices: Notices;
  readonly notifier: Notifier;
  /** Stores whether the user has read the notice. */
  readonly store: WindowStore;
  readonly quiet: Pick<DoNotDisturb, 'isSilent'>;
  /** Whether the app was deliberately started without a window. */
  readonly hidden: boolean;
  readonly window: Pick<AppWindow, 'present'>;
  readonly tray: Pick<TrayIcon, 'offerAgain'>;
  readonly messages: () => Messages;
  /** Whether there is a tray that takes icons without a StatusNotifierWatcher; by default asks the X server. */
  readonly hasOlderTray?: () => Promise<boolean | null>;
}

/**
 * Keeps the icon in the tray of a Linux desktop, however often the tray comes and goes. If there is none, says so in
 * the window; a user who would see neither window nor icon gets one notification.
 */
export function watchTrayHost(parts: TrayHostNotifierParts): TrayHost {
  const { notices, notifier, store, window, messages, hasOlderTray = () => hasX11Tray(process.env) } = parts;
  const wasDismissed = () => store.value().noTrayDismissed;
  const setDismissed = (noTrayDismissed: boolean) => void store.save({ ...store.value(), noTrayDismissed });
  const showWindow = () => window.present();
  let isFirst = true;
  let isMissing = false;
  let timer: NodeJS.Timeout | undefined;
  let hiddenTimer: NodeJS.Timeout | undefined;

  function sayInNotification(): void {
    if (wasDismissed()) return;
    if (parts.quiet.isSilent()) {
      hiddenTimer = setTimeout(sayInNotification, hiddenDelay);
      return;
    }
    const { noTray, runsUnseen } = messages().tray;
    void notifier.show(
      noTrayNotice,
      { title: noTray.title, body: runsUnseen, state: null },
      { sound: false },
      showWindow,
    );
  }

  async function missing(): Promise<void> {
    const need = await trayNeed(parts.bus, process.env);
    // A tray appeared in the meantime.
    if (!isMissing) return;
    if (!wasDismissed()) {
      notices.add({
        say: ({ tray: { noTray } }) => ({ title: noTray.title, text: noTray.text(need), smallPrint: null }),
        id: noTrayNotice,
        severity: 'info',
        dismissable: true,
        dismissed: () => setDismissed(true),
      });
    }
    if (!isFirst) return;
    isFirst = false;
    if (parts.hidden) hiddenTimer = setTimeout(sayInNotification, hiddenDelay);
    else showWindow();
  }

  function found(): void {
    isFirst = false;
    clearTimeout(hiddenTimer);
    notifier.close(noTrayNotice);
    notices.withdraw(noTrayNotice);
    if (wasDismissed()) setDismissed(false);
  }

  const host = { bus: parts.bus, processId: process.pid, hasOlderTray };
  return new TrayHost(host, {
    changed: (present) => {
      clearTimeout(timer);
      isMissing = !present;
      if (present) found();
      else timer = setTimeout(() => void missing(), timeLimit);
    },
    iconMissing: () => parts.tray.offerAgain(),
  });
}
