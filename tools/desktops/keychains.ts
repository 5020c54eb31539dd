import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type MessageBus, Variant } from '@jellybrick/dbus-next';
import { until } from '../../test/support/desktop/processes.mjs';
import { callMethod } from '../../test/support/desktop/session-bus.mjs';

export type KeychainName = 'gnome-keyring' | 'kwallet' | 'keepassxc';

const service = { to: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' };
const login = '/org/freedesktop/secrets/collection/login';
const run = promisify(execFile);
const keepassxc = (verb: 'open' | 'ask') => run(join(import.meta.dirname, 'keepassxc-open.sh'), [verb]);
/** Part of the titles of the windows in which KWallet and KeePassXC ask. */
const promptTitle = { kwallet: 'KDE Wallet', keepassxc: 'Unlock Database|Access Request|KeePassXC -.*Access' } as const;
const kwallet = (verb: 'open' | 'kill') => run(join(import.meta.dirname, 'kwallet-open.sh'), [verb]);

/** Locks the keychain like the session does; KWallet's service is killed, as in a crash. */
export async function lock(keychain: KeychainName, bus: MessageBus): Promise<void> {
  if (keychain === 'kwallet') {
    const wallets = { to: 'org.kde.kwalletd5', path: '/modules/kwalletd5', interface: 'org.kde.KWallet' };
    await callMethod(bus, { ...wallets, member: 'closeAllWallets' });
    await kwallet('kill');
    return;
  }
  const collection = keychain === 'keepassxc' ? await defaultCollection(bus) : login;
  const call = { interface: 'org.freedesktop.Secret.Service', member: 'Lock', signature: 'ao', body: [[collection]] };
  const [, prompt] = await callMethod(bus, { ...service, ...call });
  await show(bus, prompt);
}

/** Has a keychain do what it promised: KeePassXC locks and unlocks only then. */
async function show(bus: MessageBus, prompt: unknown): Promise<void> {
  if (typeof prompt !== 'string' || prompt === '/') return;
  const shown = { to: service.to, path: prompt, interface: 'org.freedesktop.Secret.Prompt' };
  await callMethod(bus, { ...shown, member: 'Prompt', signature: 's', body: [''] });
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
  if (keychain === 'keepassxc') {
    await answerKeePassXC(bus);
    return;
  }
  await dismissGnomePrompt(bus);
  const open = { interface: 'org.freedesktop.Secret.Service', member: 'OpenSession', signature: 'sv' };
  const opened = await callMethod(bus, { ...service, ...open, body: ['plain', new Variant('s', '')] });
  const internal = 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface';
  const unlocking = { interface: internal, member: 'UnlockWithMasterPassword', signature: 'o(oayays)' };
  const password = [opened[1], Buffer.alloc(0), Buffer.from('test'), 'text/plain'];
  await callMethod(bus, { ...service, ...unlocking, body: [login, password] });
}

/** Whether the keychain waits for an answer of the user. */
export async function isPromptOpen(keychain: KeychainName, bus: MessageBus): Promise<boolean> {
  return keychain === 'gnome-keyring' ? (await gnomePrompter(bus)) !== null : (await promptWindow(keychain)) !== null;
}

/** Closes the prompt like a user who presses Escape. */
export async function dismissPrompt(keychain: KeychainName, bus: MessageBus): Promise<void> {
  if (keychain === 'gnome-keyring') await dismissGnomePrompt(bus);
  else await press(keychain, 'Escape');
}

/** Makes KeePassXC, whose database stays open, ask before it gives an entry to a program. */
export async function askBeforeAccess(bus: MessageBus): Promise<void> {
  await keepassxc('ask');
  await defaultCollection(bus);
}

/** Opens the database, or allows what KeePassXC asks. */
async function answerKeePassXC(bus: MessageBus): Promise<void> {
  if ((await promptWindow('keepassxc')) === null) {
    const call = { ...service, interface: 'org.freedesktop.Secret.Service', member: 'Unlock', signature: 'ao' };
    const [, prompt] = await callMethod(bus, { ...call, body: [[await defaultCollection(bus)]] });
    await show(bus, prompt);
    await until('the prompt of KeePassXC', async () => (await promptWindow('keepassxc')) !== null, 20_000);
  }
  // A database that opened at once asks nothing.
  const window = String(await promptWindow('keepassxc'));
  const { stdout } = await run('xdotool', ['getwindowname', window]);
  await run('xdotool', ['windowfocus', window]);
  if (/Unlock/.test(stdout)) await run('xdotool', ['type', '--delay', '40', 'test']);
  await run('xdotool', ['key', 'Return']);
}

async function press(keychain: 'kwallet' | 'keepassxc', key: string): Promise<void> {
  await until(
    'the prompt to close',
    async () => {
      const window = await promptWindow(keychain);
      if (window === null) return true;
      await run('xdotool', ['windowfocus', window, 'key', key]);
      await new Promise((then) => setTimeout(then, 700));
      return (await promptWindow(keychain)) === null;
    },
    20_000,
  );
}

async function promptWindow(keychain: 'kwallet' | 'keepassxc'): Promise<string | null> {
  const search = ['search', '--onlyvisible', '--name', promptTitle[keychain]];
  const { stdout } = await run('xdotool', search, { timeout: 10_000 }).catch(() => ({ stdout: '' }));
  return stdout.trim().split('\n').at(-1) || null;
}

async function defaultCollection(bus: MessageBus): Promise<string> {
  const call = { ...service, interface: 'org.freedesktop.Secret.Service', member: 'ReadAlias', signature: 's' };
  const found = async () => {
    const [path] = await callMethod(bus, { ...call, body: ['default'] });
    return path !== '/' && String(path);
  };
  return until('the database', found, 20_000);
}

/**
 * The prompt is a separate GNOME program, whose exit its keyring takes for a dismissal; in GNOME it is a dialog of the
 * shell.
 */
async function dismissGnomePrompt(bus: MessageBus): Promise<void> {
  const id = await gnomePrompter(bus);
  if (id === null) return;
  if (await isShellPrompter(bus)) await run('xdotool', ['key', 'Escape']);
  else process.kill(id);
}

/** Whether GNOME's shell shows the prompts, which nothing outside can see. */
export async function isShellPrompter(bus: MessageBus): Promise<boolean> {
  const id = await gnomePrompter(bus);
  return id !== null && readFileSync(`/proc/${id}/comm`, 'utf8').startsWith('gnome-shell');
}

async function gnomePrompter(bus: MessageBus): Promise<number | null> {
  const daemon = { to: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus', interface: 'org.freedesktop.DBus' };
  const call = { ...daemon, member: 'GetConnectionUnixProcessID', signature: 's' };
  const [id] = await callMethod(bus, { ...call, body: ['org.gnome.keyring.SystemPrompter'] }).catch(() => [null]);
  return typeof id === 'number' ? id : null;
}
