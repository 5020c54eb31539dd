import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type MessageBus, Variant } from '@jellybrick/dbus-next';
import { until } from '../../test/support/desktop/processes.mjs';
import { callMethod } from '../../test/support/desktop/session-bus.mjs';
import type { GnomePrompts } from './gnome-prompts.ts';

export type KeychainName = 'gnome-keyring' | 'kwallet' | 'keepassxc';

const service = { to: 'org.freedesktop.secrets', path: '/org/freedesktop/secrets' };
const login = '/org/freedesktop/secrets/collection/login';
const run = promisify(execFile);
const keepassxc = (verb: 'open' | 'ask') => run(join(import.meta.dirname, 'keepassxc-open.sh'), [verb]);
/** How xdotool finds the windows in which KWallet and KeePassXC ask: KWallet has no others. */
const promptWindows = {
  kwallet: ['--class', 'kwalletd5'],
  keepassxc: ['--name', 'Unlock Database|Access Request|KeePassXC -.*Access'],
} as const;
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
export async function unlock(keychain: KeychainName, bus: MessageBus, prompts: GnomePrompts): Promise<void> {
  if (keychain === 'kwallet') {
    await kwallet('open');
    return;
  }
  if (keychain === 'keepassxc') {
    await answerKeePassXC(bus);
    return;
  }
  await dismissGnomePrompts(bus, prompts);
  const open = { interface: 'org.freedesktop.Secret.Service', member: 'OpenSession', signature: 'sv' };
  const opened = await callMethod(bus, { ...service, ...open, body: ['plain', new Variant('s', '')] });
  const internal = 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface';
  const unlocking = { interface: internal, member: 'UnlockWithMasterPassword', signature: 'o(oayays)' };
  const password = [opened[1], Buffer.alloc(0), Buffer.from('test'), 'text/plain'];
  await callMethod(bus, { ...service, ...unlocking, body: [login, password] });
}

/** Whether the keychain waits for an answer of the user. */
export async function isPromptOpen(keychain: KeychainName, prompts: GnomePrompts): Promise<boolean> {
  return keychain === 'gnome-keyring' ? prompts.open > 0 : (await promptWindow(keychain)) !== null;
}

/** Closes the prompt like a user who presses Escape. */
export async function dismissPrompt(keychain: KeychainName, bus: MessageBus, prompts: GnomePrompts): Promise<void> {
  if (keychain === 'gnome-keyring') await dismissGnomePrompts(bus, prompts);
  else await press(keychain, 'Escape');
}

/** Deletes the only keyring, with the tokens. */
export async function deleteKeyring(keychain: KeychainName, bus: MessageBus): Promise<void> {
  if (keychain === 'kwallet') {
    const wallets = { to: 'org.kde.kwalletd5', path: '/modules/kwalletd5', interface: 'org.kde.KWallet' };
    await callMethod(bus, { ...wallets, member: 'deleteWallet', signature: 's', body: ['kdewallet'] });
    await kwallet('kill');
    return;
  }
  const call = { interface: 'org.freedesktop.Secret.Collection', member: 'Delete' };
  await callMethod(bus, { to: service.to, path: login, ...call });
}

/** Turns KWallet off in the settings of KDE; the result turns it on again. */
export async function turnOffKWallet(home: string, bus: MessageBus): Promise<() => void> {
  const file = join(home, '.config/kwalletrc');
  const settings = readFileSync(file, 'utf8');
  writeFileSync(file, settings.replace('Enabled=true', 'Enabled=false'));
  await lock('kwallet', bus);
  return () => writeFileSync(file, settings);
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
  const search = ['search', '--onlyvisible', ...promptWindows[keychain]];
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
async function dismissGnomePrompts(bus: MessageBus, prompts: GnomePrompts): Promise<void> {
  const dismiss = async () => {
    const id = await gnomePrompter(bus);
    if (prompts.open === 0 || id === null) return true;
    if (isShell(id)) await run('xdotool', ['key', 'Escape']);
    else process.kill(id);
    await new Promise((then) => setTimeout(then, 700));
    return prompts.open === 0;
  };
  await until('the prompts of GNOME Keyring to close', dismiss, 20_000);
}

function isShell(id: number): boolean {
  return readFileSync(`/proc/${id}/comm`, 'utf8').startsWith('gnome-shell');
}

/** The process id of the program that owns the Secret Service, by which a crash of it is noticed. */
export async function keychainProcess(bus: MessageBus): Promise<number | null> {
  return processOf('org.freedesktop.secrets', bus);
}

function gnomePrompter(bus: MessageBus): Promise<number | null> {
  return processOf('org.gnome.keyring.SystemPrompter', bus);
}

async function processOf(name: string, bus: MessageBus): Promise<number | null> {
  const daemon = { to: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus', interface: 'org.freedesktop.DBus' };
  const call = { ...daemon, member: 'GetConnectionUnixProcessID', signature: 's' };
  const [id] = await callMethod(bus, { ...call, body: [name] }).catch(() => [null]);
  return typeof id === 'number' ? id : null;
}
