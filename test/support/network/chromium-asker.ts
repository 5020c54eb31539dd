import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import type { Answered, PollOutcome } from '../../../src/domain/outcome.ts';
import type { PluginAnswered } from '../../../src/octoeverywhere/plugin-response.ts';
import { onLine } from '../message-lines.mjs';
import type { Ask } from './client-cases/setup.ts';
import type { PluginRequest } from './plugin-requests.ts';

const repository = resolve(import.meta.dirname, '../../..');

type AskerCall = Parameters<Ask>[0] & {
  readonly proxy?: string;
  readonly pac?: string;
  readonly directFirst?: boolean;
};

export interface ChromiumAsker {
  ask(call: AskerCall): Promise<PollOutcome>;
  askWhole(call: AskerCall): Promise<Answered>;
  /** Sends a request to the printer's plugin. */
  askPlugin(request: PluginRequest, call: AskerCall): Promise<PluginAnswered<unknown>>;
  /** Resolves to the memory of all Electron processes in bytes, after garbage collection. */
  memory(): Promise<number>;
  /** Errors in the process outside of any request. */
  readonly uncaught: readonly string[];
  close(): Promise<void>;
}

/**
 * Starts a real Electron that sends requests with the client over Chromium's network; under Xvfb on Linux without a
 * display. `switches` are Chromium's; `home` replaces the user's home folder with the certificates it trusts.
 */
export async function startChromiumAsker(
  options: { readonly switches?: readonly string[]; readonly home?: string } = {},
): Promise<ChromiumAsker> {
  const folder = await mkdtemp(join(tmpdir(), 'octoglance-chromium-'));
  await bundle(folder);
  const runtime = await promisify(execFile)(process.execPath, [join(repository, 'scripts/electron-runtime.mjs')]);
  const command = [runtime.stdout.trim(), join(folder, 'main.cjs'), `--user-data-dir=${join(folder, 'profile')}`];
  command.push(...(options.switches ?? []));
  if (process.platform === 'linux' && process.getuid?.() === 0) command.push('--no-sandbox');
  const bare = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
  if (bare) command.unshift('xvfb-run', '--auto-servernum');
  const [program = '', ...args] = command;
  const electron = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'], env: environment(options.home) });

  const waiting = new Map<number, (result: never) => void>();
  const uncaught: string[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    electron.once('error', reject);
    electron.once('exit', (code) => reject(new Error(`Electron ended early, with code ${code}.`)));
    onLine(electron.stdout, (line) => {
      if (!line.startsWith('{')) return;
      const result = JSON.parse(line);
      if (result.ready === true) resolve();
      else if (result.uncaught !== undefined) uncaught.push(result.uncaught);
      else waiting.get(result.id)?.(result.outcome as never);
    });
  });
  await ready;
  let last = 0;
  const send = <ResponseLine>(line: object) =>
    new Promise<ResponseLine>((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      electron.stdin.write(`${JSON.stringify({ id: last, ...line })}\n`);
    });
  return {
    uncaught,
    ask: async (call) => (await send<Answered>(call)).outcome,
    askWhole: (call) => send<Answered>(call),
    askPlugin: (request, call) => send<PluginAnswered<unknown>>({ ...call, plugin: request }),
    memory: () => send<number>({ memory: true }),
    close: async () => {
      const ended = new Promise((resolve) => electron.once('exit', resolve));
      electron.stdin.end();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function bundle(folder: string): Promise<void> {
  await build({
    root: repository,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(repository, 'test/support/network/chromium-asker.main.ts'),
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { external: ['electron'], output: { format: 'cjs', entryFileNames: 'main.cjs' } },
    },
  });
}

/** Removes the proxy settings of the machine on which the tests run. */
function environment(home: string | undefined): NodeJS.ProcessEnv {
  const kept = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/_proxy$/i.test(name)));
  return home === undefined ? kept : { ...kept, HOME: home };
}
