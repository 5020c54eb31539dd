import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Message, Variant } from '@jellybrick/dbus-next';
import { onTestFinished } from 'vitest';
import { until } from './processes.mjs';
import { busAt } from './session-bus.mjs';

/** Whether a real GNOME Keyring is available: Linux with the Debian packages dbus, gnome-keyring, libglib2.0-bin. */
export const hasKeyring =
  process.platform === 'linux' && ['dbus-daemon', 'gnome-keyring-daemon', 'gdbus'].every((name) => isInstalled(name));

export function isInstalled(program: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, program)));
}

function endProcess(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/** A home folder, a session bus and the programs on it, all removed after the test. */
export class DesktopSession {
  readonly home = mkdtempSync(join(tmpdir(), 'octoglance-session-'));
  readonly environment: NodeJS.ProcessEnv;
  readonly #services = join(this.home, 'services');
  readonly #promptLog = join(this.home, 'prompts.log');
  #everythingSaid = '';

  constructor(extra: NodeJS.ProcessEnv = {}) {
    this.environment = { PATH: process.env['PATH'], HOME: this.home, XDG_RUNTIME_DIR: this.home, ...extra };
    mkdirSync(this.#services);
    onTestFinished(() => rmSync(this.home, { recursive: true, force: true, maxRetries: 5 }));
  }

  /** Starts an X server for the session; before the bus, which passes its address on. */
  async startDisplay(): Promise<void> {
    const server = this.start('Xvfb', ['-displayfd', '1', '-screen', '0', '640x480x24', '-nolisten', 'tcp']);
    const [number] = (await once(server.stdout, 'data')) as [Buffer];
    this.environment['DISPLAY'] = `:${number.toString().trim()}`;
  }

  /** Starts the session bus. Nothing is started on demand except the prompter set with `promptWith`. */
  async startBus(): Promise<ChildProcessWithoutNullStreams> {
    const config = join(this.home, 'bus.conf');
    writeFileSync(
      config,
      `<busconfig><type>session</type><listen>unix:path=${this.home}/bus</listen><auth>EXTERNAL</auth>
      <servicedir>${this.#services}</servicedir>
      <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`,
    );
    this.environment['DBUS_SESSION_BUS_ADDRESS'] = `unix:path=${this.home}/bus`;
    const bus = this.start('dbus-daemon', ['--nofork', '--print-address', `--config-file=${config}`]);
    await once(bus.stdout, 'data');
    return bus;
  }

  /**
   * Makes the bus run a shell command when `name` is called while it has no owner; before `startBus`, or with a bus
   * that rereads its folders. Returns a function with the number of such calls.
   */
  activate(name: string, line: string): () => number {
    const program = join(this.home, `start-${name}`);
    const record = `${program}.starts`;
    const started = () => (existsSync(record) ? readFileSync(record, 'utf8').trim().split('\n').map(Number) : []);
    writeFileSync(program, `#!/bin/sh\necho $$ >> ${record}\n${line}\n`);
    onTestFinished(() => started().forEach(endProcess));
    chmodSync(program, 0o755);
    writeFileSync(join(this.#services, `${name}.service`), `[D-BUS Service]\nName=${name}\nExec=${program}\n`);
    return () => started().length;
  }

  /** Makes the keyring use this program to show its prompts. */
  promptWith(program: string): void {
    const service = `[D-BUS Service]\nName=org.gnome.keyring.SystemPrompter\nExec=${program}\n`;
    writeFileSync(join(this.#services, 'prompter.service'), service);
  }

  /** Installs a prompter that fails as if without a display and counts the requested prompts. */
  countPrompts(): void {
    const program = join(this.home, 'prompter');
    writeFileSync(program, `#!/bin/sh\necho asked >> ${this.#promptLog}\nexit 1\n`);
    chmodSync(program, 0o755);
    this.promptWith(program);
  }

  get prompts(): number {
    return existsSync(this.#promptLog) ? readFileSync(this.#promptLog, 'utf8').trim().split('\n').length : 0;
  }

  /**
   * Starts GNOME Keyring, unlocked with its password; with a keyring without a password, which it stores as text; or as
   * on disk: locked, or without any keyring.
   */
  async startKeyring(how: 'unlocked' | 'without-password' | 'as-it-is'): Promise<ChildProcessWithoutNullStreams> {
    // The bus may notice later than this process that the one before has been killed.
    await until('the name of the keyring to be free', async () => !(await this.#hasOwner('org.freedesktop.secrets')));
    if (how === 'without-password') this.#makeOpenKeyring();
    const unlock = how === 'unlocked' ? ['--unlock'] : [];
    const keyring = this.start('gnome-keyring-daemon', ['--foreground', '--components=secrets', ...unlock]);
    keyring.stdin.end(how === 'unlocked' ? 'example-password' : '');
    await this.#gdbus('wait', '--timeout=30', 'org.freedesktop.secrets');
    const isThere = async () => (await this.#service('ReadAlias', 'default')).includes('/collection/');
    if (how !== 'as-it-is') await until('the keyring to be unlocked', isThere, 30_000);
    return keyring;
  }

  async #hasOwner(name: string): Promise<boolean> {
    const bus = ['--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus', '--method'];
    return (await this.#gdbus('call', ...bus, 'org.freedesktop.DBus.NameHasOwner', name)).includes('true');
  }

  #makeOpenKeyring(): void {
    const folder = join(this.home, '.local/share/keyrings');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, 'login.keyring');
    if (!existsSync(file)) writeFileSync(file, '[keyring]\ndisplay-name=Login\n', { mode: 0o600 });
    writeFileSync(join(folder, 'default'), 'login', { mode: 0o600 });
  }

  async lock(): Promise<void> {
    await this.#service('Lock', `['/org/freedesktop/secrets/collection/login']`);
  }

  /** Makes another keyring the default: `login`, or `session`, which is only in memory. */
  async useKeyring(name: 'login' | 'session'): Promise<void> {
    await this.#service('SetAlias', 'default', `/org/freedesktop/secrets/collection/${name}`);
  }

  /** The keyrings with an entry for this account. */
  async keyringsWith(account: string): Promise<readonly string[]> {
    const found = await this.#service('SearchItems', `{'service': 'OctoGlance', 'account': '${account}'}`);
    return [...found.matchAll(/collection\/(\w+)\//g)].map(([, name = '']) => name).sort();
  }

  /** Passes the password to the running keyring, with the call that it provides for the login screen. */
  async unlock(): Promise<void> {
    const bus = busAt(this.environment['DBUS_SESSION_BUS_ADDRESS']);
    const [destination, path] = ['org.freedesktop.secrets', '/org/freedesktop/secrets'];
    const opened = await bus.call(
      new Message({
        destination,
        path,
        interface: 'org.freedesktop.Secret.Service',
        member: 'OpenSession',
        signature: 'sv',
        body: ['plain', new Variant('s', '')],
      }),
    );
    const password = [opened?.body[1], Buffer.alloc(0), Buffer.from('example-password'), 'text/plain'];
    await bus.call(
      new Message({
        destination,
        path,
        interface: 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface',
        member: 'UnlockWithMasterPassword',
        signature: 'o(oayays)',
        body: ['/org/freedesktop/secrets/collection/login', password],
      }),
    );
    bus.disconnect();
  }

  /** Resolves to the accounts of all OctoGlance entries in the keyring, except its probe. */
  async entries(): Promise<readonly string[]> {
    const bus = busAt(this.environment['DBUS_SESSION_BUS_ADDRESS']);
    const ask = async (path: string, interfaceName: string, member: string, signature: string, body: unknown[]) => {
      const to = { destination: 'org.freedesktop.secrets', path, interface: interfaceName, member };
      const reply = await bus.call(new Message({ ...to, signature, body }));
      if (reply === null) throw new Error('The bus did not answer.');
      return reply.body[0];
    };
    const service = 'org.freedesktop.Secret.Service';
    const search = [{ service: 'OctoGlance' }];
    const found = (await ask('/org/freedesktop/secrets', service, 'SearchItems', 'a{ss}', search)) as readonly string[];
    const accounts: string[] = [];
    for (const path of found) {
      const wanted = ['org.freedesktop.Secret.Item', 'Attributes'];
      const attributes = await ask(path, 'org.freedesktop.DBus.Properties', 'Get', 'ss', wanted);
      accounts.push((attributes as Variant<{ account: string }>).value.account);
    }
    bus.disconnect();
    return accounts.filter((account) => account !== 'probe');
  }

  /** Resolves to the number of prompts that the keyring holds ready, shown or not. */
  async promptsHeld(): Promise<number> {
    const place = ['--dest', 'org.freedesktop.secrets', '--object-path', '/org/freedesktop/secrets/prompt'];
    return [...(await this.#gdbus('introspect', ...place)).matchAll(/^ {2}node p?\w+ \{/gm)].length;
  }

  /** Resolves to the process id of the prompter while a prompt is open, or null. */
  async prompterProcess(): Promise<number | null> {
    const bus = ['--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus', '--method'];
    const method = 'org.freedesktop.DBus.GetConnectionUnixProcessID';
    const reply = await this.#gdbus('call', ...bus, method, 'org.gnome.keyring.SystemPrompter').catch(() => '');
    const process = /uint32 (\d+)/.exec(reply)?.[1];
    return process === undefined ? null : Number(process);
  }

  /** Everything that processes of the session wrote to stderr, and the keychain's responses other than "found". */
  get output(): string {
    return this.#everythingSaid;
  }

  note(text: string): void {
    this.#everythingSaid += text;
  }

  start(program: string, argument: readonly string[]): ChildProcessWithoutNullStreams {
    const child = spawn(program, argument, { env: this.environment });
    child.stderr.on('data', (bytes: Buffer) => this.note(bytes.toString()));
    onTestFinished(async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    });
    return child;
  }

  #service(method: string, ...args: readonly string[]): Promise<string> {
    const service = 'org.freedesktop.secrets';
    const name = `org.freedesktop.Secret.Service.${method}`;
    const path = '/org/freedesktop/secrets';
    return this.#gdbus('call', '--dest', service, '--object-path', path, '--method', name, ...args);
  }

  async #gdbus(verb: string, ...argument: string[]): Promise<string> {
    const called = promisify(execFile)('gdbus', [verb, '--session', ...argument], { env: this.environment });
    return (await called).stdout;
  }
}
