import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type MessageBus, Variant } from '@jellybrick/dbus-next';
import { callMethod } from '../../test/support/desktop/session-bus.mjs';

export type KeychainName = 'gnome-keyring' | 'kwallet';

const service = { to: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' };
const login = '/org/freedesktop/secrets/collection/login';
const kwallet = (verb: 'open' | 'kill') => promisify(execFile)(join(import.meta.dirname, 'kwallet-open.sh'), [verb]);

/** Locks the keychain like the session does; KWallet's service is killed, as in a crash. */
export async function lock(keychain: KeychainName, bus: MessageBus): Promise<void> {
  if (keychain === 'kwallet') {
    const wallets = { to: 'org.kde.kwalletd5', path: '/modules/kwalletd5', interface: 'org.kde.KWallet' };
    await callMethod(bus, { ...wallets, member: 'closeAllWallets' });
    await kwallet('kill');
    return;
  }
  const call = { interface: 'org.freedesktop.Secret.Service', member: 'Lock', signature: 'ao', body: [[login]] };
  await callMethod(bus, { ...service, ...call });
}

/**
 * Unlocks the keychain like the login does, without a dialog; dismisses an open prompt of GNOME Keyring first (which
 * would otherwise exit).
 */
export async function unlock(keychain: KeychainName, bus: MessageBus): Promise<void> {
  if (keychain === 'kwallet') {
    await kwallet('open');
    return;
  }
  await dismissPrompt(bus);
  const open = { interface: 'org.freedesktop.Secret.Service', member: 'OpenSession', signature: 'sv' };
  const opened = await callMethod(bus, { ...service, ...open, body: ['plain', new Variant('s', '')] });
  const internal = 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface';
  const unlocking = { interface: internal, member: 'UnlockWithMasterPassword', signature: 'o(oayays)' };
  const password = [opened[1], Buffer.alloc(0), Buffer.from('test'), 'text/plain'];
  await callMethod(bus, { ...service, ...unlocking, body: [login, password] });
}

/** The prompt is a separate GNOME program; its keyring takes the program's exit for a dismissal. */
async function dismissPrompt(bus: MessageBus): Promise<void> {
  const daemon = { to: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus', interface: 'org.freedesktop.DBus' };
  const call = { ...daemon, member: 'GetConnectionUnixProcessID', signature: 's' };
  const [id] = await callMethod(bus, { ...call, body: ['org.gnome.keyring.SystemPrompter'] }).catch(() => [null]);
  if (typeof id === 'number') process.kill(id);
}
