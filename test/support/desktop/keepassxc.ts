import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Message, Variant } from '@jellybrick/dbus-next';
import { withTimeout } from '../../../src/timers/with-timeout.ts';
import { DesktopSession, isInstalled } from './keychain-session.ts';
import { busAt } from './session-bus.mjs';

/** Whether KeePassXC is available (Debian package keepassxc). */
export const hasKeePassXC = process.platform === 'linux' && isInstalled('keepassxc-cli');

const password = 'example-password';

/** A session whose keychain is KeePassXC, with a database that it provides as a Secret Service. */
export class KeePassSession extends DesktopSession {
  readonly #database = join(this.home, 'secrets.kdbx');

  constructor(extra: NodeJS.ProcessEnv = {}) {
    super({ QT_QPA_PLATFORM: 'offscreen', ...extra });
    this.#makeDatabase();
    mkdirSync(join(this.home, '.config/keepassxc'), { recursive: true });
    mkdirSync(join(this.home, '.cache/keepassxc'), { recursive: true });
  }

  /** Starts it with the database open or closed; with `confirm` it asks before a program may read an entry. */
  async startKeePass(how: 'open' | 'closed', { confirm = false } = {}): Promise<() => Promise<void>> {
    const settings = `[General]\nConfigVersion=2\nUpdateCheckMessageShown=true\n[FdoSecrets]\nEnabled=true\nConfirmAccessItem=${confirm}\nConfirmDeleteItem=false\nUnlockBeforeSearch=true\n[GUI]\nCheckForUpdates=false\n`;
    writeFileSync(join(this.home, '.config/keepassxc/keepassxc.ini'), settings);
    const begin = () => {
      // Its lock, which allows one instance for each user, is in the folder for temporary files.
      const alone = [`TMPDIR=${this.home}`, 'keepassxc'];
      const begun = this.start('env', [...alone, ...(how === 'open' ? ['--pw-stdin'] : []), this.#database]);
      begun.stdin.end(`${password}\n`);
      return begun;
    };
    let keepass = begin();
    const hasEnded = () => keepass.exitCode !== null || keepass.signalCode !== null;
    const [daemon, path] = ['org.freedesktop.DBus', '/org/freedesktop/DBus'];
    for (;;) {
      const [owned] = await this.#call(daemon, path, daemon, 'NameHasOwner', 's', ['org.freedesktop.secrets']);
      if (owned === true && (await this.#isLocked()) === (how === 'closed')) break;
      // On a busy computer it may crash while it starts.
      if (hasEnded()) keepass = begin();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return async () => {
      keepass.kill();
      const atOnce = setTimeout(() => keepass.kill('SIGKILL'), 20_000);
      while (!hasEnded()) await new Promise((then) => setTimeout(then, 50));
      clearTimeout(atOnce);
    };
  }

  /** Presses a key in the dialogue that asks for access; resolves to false when there is none. */
  async answerDialogue(key: 'Escape' | 'Return'): Promise<boolean> {
    const xdotool = (...argument: string[]) => execFileSync('xdotool', argument, { env: this.environment }).toString();
    const find = () => xdotool('search', '--onlyvisible', '--name', 'Access').trim().split('\n');
    try {
      const [window = ''] = find();
      if (window === '') return false;
      xdotool('windowfocus', window, 'key', '--window', '0', key);
      return true;
    } catch {
      return false;
    }
  }

  /** Returns the number of entries in the database, including the recycle bin. */
  entriesOnDisk(): number {
    const xml = this.#cli(['export', '-q', '-f', 'xml', this.#database], password);
    return xml.replaceAll(/<History>[\s\S]*?<\/History>/g, '').split('<Entry>').length - 1;
  }

  /** Returns whether its default collection is locked; null while there is none. */
  async #isLocked(): Promise<boolean | null> {
    const [service, path] = ['org.freedesktop.secrets', '/org/freedesktop/secrets'];
    const [collection] = await this.#call(service, path, 'org.freedesktop.Secret.Service', 'ReadAlias', 's', [
      'default',
    ]);
    if (typeof collection !== 'string' || collection === '/') return null;
    const of = ['org.freedesktop.Secret.Collection', 'Locked'];
    const [locked] = await this.#call(service, collection, 'org.freedesktop.DBus.Properties', 'Get', 'ss', of);
    return locked instanceof Variant ? locked.value === true : null;
  }

  /** The group to provide is stored as the id of the root group, in XML. Source: KeePassXC 2.7. */
  #makeDatabase(): void {
    const plain = join(this.home, 'plain.kdbx');
    this.#cli(['db-create', '-q', '-p', plain], `${password}\n${password}`);
    const xml = this.#cli(['export', '-q', '-f', 'xml', plain], password);
    const group = Buffer.from(/<Root>\s*<Group>\s*<UUID>([^<]+)</.exec(xml)?.[1] ?? '', 'base64').toString('hex');
    const uuid = group.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '{$1-$2-$3-$4-$5}');
    const item = `<Item><Key>FDO_SECRETS_EXPOSED_GROUP</Key><Value>${uuid}</Value></Item>`;
    const offered = /<CustomData\/>[\s\S]*<\/Meta>/.test(xml)
      ? xml.replace('<CustomData/>', `<CustomData>${item}</CustomData>`)
      : /<CustomData>[\s\S]*<\/Meta>/.test(xml)
        ? xml.replace('<CustomData>', `<CustomData>${item}`)
        : xml.replace('</Meta>', `<CustomData>${item}</CustomData></Meta>`);
    const file = join(this.home, 'plain.xml');
    writeFileSync(file, offered);
    this.#cli(['import', '-q', '-p', file, this.#database], `${password}\n${password}`);
    for (const done of [file, plain]) rmSync(done);
    readFileSync(this.#database);
  }

  #cli(argument: readonly string[], input: string): string {
    return execFileSync('keepassxc-cli', argument, { env: this.environment, input: `${input}\n` }).toString();
  }

  async #call(destination: string, path: string, of: string, member: string, signature: string, body: unknown[]) {
    const bus = busAt(this.environment['DBUS_SESSION_BUS_ADDRESS']);
    try {
      const called = bus.call(new Message({ destination, path, interface: of, member, signature, body }));
      return (await withTimeout(5_000, called))?.body ?? [];
    } catch {
      return [];
    } finally {
      bus.disconnect();
    }
  }
}
