import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Message } from '@jellybrick/dbus-next';
import { DesktopSession, isInstalled } from './keychain-session.ts';
import { sendSignal } from './processes.mjs';
import { busAt } from './session-bus.mjs';

/** Whether KWallet is available (Debian packages libkf5wallet-bin and libqca-qt5-2-plugins). */
export const hasKWallet = process.platform === 'linux' && isInstalled('kwalletd5');

const service = 'org.kde.kwalletd5';

/** A session whose keychain is KWallet, which is started by calls to its own name, as on every KDE desktop. */
export class KWalletSession extends DesktopSession {
  readonly starts: () => number;

  constructor(settings: string, extra: NodeJS.ProcessEnv = {}) {
    super({ QT_QPA_PLATFORM: 'offscreen', ...extra });
    mkdirSync(join(this.home, '.config'));
    writeFileSync(join(this.home, '.config/kwalletrc'), `[Wallet]\n${settings}\n`);
    this.starts = this.activate(service, 'exec kwalletd5');
  }

  /** Opens the wallet like the login (pam_kwallet), or creates it; no dialogue appears. */
  async open(): Promise<void> {
    const key = Buffer.alloc(56, 0x41);
    await this.#call(service, '/modules/kwalletd5', 'org.kde.KWallet', 'pamOpen', 'sayi', ['kdewallet', key, 0]);
  }

  /** Ends KWallet's service, which closes its wallets. */
  async end(): Promise<void> {
    // It saves only a while after a write.
    await this.#call(service, '/modules/kwalletd5', 'org.kde.KWallet', 'closeAllWallets', '', []).catch(() => {});
    const of = 'org.freedesktop.DBus';
    const [id] = await this.#call(of, '/org/freedesktop/DBus', of, 'GetConnectionUnixProcessID', 's', [service]);
    sendSignal(Number(id));
    for (;;) {
      const [owned] = await this.#call(of, '/org/freedesktop/DBus', of, 'NameHasOwner', 's', [service]);
      if (owned !== true) return;
    }
  }

  async #call(destination: string, path: string, of: string, member: string, signature: string, body: unknown[]) {
    const bus = busAt(this.environment['DBUS_SESSION_BUS_ADDRESS']);
    try {
      const message = new Message({ destination, path, interface: of, member, signature, body });
      return (await bus.call(message))?.body ?? [];
    } finally {
      bus.disconnect();
    }
  }
}
