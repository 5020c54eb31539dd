import { type ChildProcess, type StdioOptions, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, existsSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type BareStart, bareStart } from '../support/app/bare-start.ts';
import { until } from '../support/desktop/processes.mjs';
import { expect, test } from '../support/e2e/fixtures.ts';
import { recordAttack } from '../support/reliability-record.ts';

const started: ChildProcess[] = [];
test.afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
});

/** The demo, which changes something every few seconds, with the given streams; `shell` precedes its command. */
function startDemo({ program, args, env, profile }: BareStart, stdio: StdioOptions, shell: readonly string[] = []) {
  const command = [program, ...args, `--user-data-dir=${profile}`, '--demo', '--hidden', '--status-stream'];
  const [first = '', ...rest] = [...shell, ...command];
  const child = spawn(first, rest, { env, stdio });
  started.push(child);
  return child;
}

/** The same app with a library that keeps writing to the console. */
function withChattyLibrary(start: BareStart): BareStart {
  const library = join(start.profile, 'library.cjs');
  writeFileSync(library, "setInterval(() => { console.error('A word of a library'); console.log(''); }, 200);");
  return { ...start, args: ['-r', library, ...start.args] };
}

const statusOf = ({ program, args, env, profile }: BareStart): string =>
  spawnSync(program, [...args, `--user-data-dir=${profile}`, 'status', '--json'], { env, encoding: 'utf8' }).stdout;

/** Waits until the demo has changed, and therefore written something, a few more times. */
async function seeChanges(start: BareStart, times = 2): Promise<void> {
  let last = '';
  for (let time = 0; time < times; time += 1) {
    last = await until(
      'a change',
      () => {
        const now = statusOf(start);
        return now !== '' && now !== last && now;
      },
      60_000,
    );
  }
}

function expectCalm({ profile }: BareStart): void {
  const log = join(profile, 'logs/octoglance.log');
  const text = existsSync(log) ? readFileSync(log, 'utf8') : '';
  expect(text).not.toMatch(/Uncaught|restarting/);
}

test.describe('The app continues, and logs no error,', () => {
  for (const stream of ['stdout', 'stderr'] as const)
    test(`when the reader of its ${stream} goes away`, async ({ desktop }) => {
      const start = await bareStart(desktop);
      const child = startDemo(withChattyLibrary(start), ['ignore', 'pipe', 'pipe']);
      child.stderr?.[stream === 'stderr' ? 'destroy' : 'resume']();
      await once(child.stdout ?? child, 'data');
      if (stream === 'stdout') child.stdout?.destroy();
      else child.stdout?.resume();
      await seeChanges(start);
      expect(child.exitCode).toBeNull();
      expectCalm(start);
    });

  test('and writes nothing else to stdout, whatever its libraries report', async ({ desktop }) => {
    const start = await bareStart(desktop, { G_MESSAGES_DEBUG: 'all', G_DBUS_DEBUG: 'all', GTK_DEBUG: 'all' });
    const child = startDemo(start, ['ignore', 'pipe', 'ignore']);
    let text = '';
    child.stdout?.on('data', (bytes) => {
      text += bytes;
    });
    await seeChanges(start);
    expect(text.split('\n').filter((line) => line !== '' && !line.startsWith('{'))).toEqual([]);
  });

  test('when both are on a full disk', async ({ desktop }) => {
    const start = await bareStart(desktop);
    const full = openSync('/dev/full', 'w');
    const child = startDemo(start, ['ignore', full, full]);
    closeSync(full);
    await seeChanges(start);
    expect(child.exitCode).toBeNull();
    expectCalm(start);
  });

  test('when both are pipes that are full and that nobody reads', async ({ desktop }) => {
    const start = await bareStart(desktop);
    const path = join(start.profile, 'pipe');
    spawnSync('mkfifo', [path]);
    // Its writer is its reader, so that it never breaks.
    const pipe = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
    expect(() => {
      for (;;) writeSync(pipe, 'x'.repeat(4_096));
    }).toThrow('EAGAIN');
    const child = startDemo({ ...start, args: [...start.args, '--frobnicate'] }, ['ignore', pipe, pipe]);
    await seeChanges(start);
    expect(child.exitCode).toBeNull();
    expectCalm(start);
    closeSync(pipe);
  });

  test('when both are closed', async ({ desktop }) => {
    const start = await bareStart(desktop);
    const child = startDemo(start, 'ignore', ['bash', '-c', 'exec "$0" "$@" >&- 2>&-']);
    await seeChanges(start);
    expect(child.exitCode).toBeNull();
    expectCalm(start);
  });

  test('when its terminal is stopped with Ctrl+S; it ends when that is closed', async ({ desktop }) => {
    const start = await bareStart(desktop);
    // Programs run by script(1) have a terminal of their own; what is written to script is typed into it.
    const terminal = spawn('script', ['-qfc', 'exec "$PROGRAM" $ARGUMENTS', '/dev/null'], {
      env: {
        ...start.env,
        SHELL: '/bin/bash',
        PROGRAM: start.program,
        ARGUMENTS: [...start.args, `--user-data-dir=${start.profile}`, '--demo', '--hidden', '--status-stream'].join(
          ' ',
        ),
      },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    started.push(terminal);
    await once(terminal.stdout, 'data');
    terminal.stdin.write('\x13');
    await seeChanges(start);
    expectCalm(start);
    terminal.kill('SIGKILL');
    await until('the app to end with its terminal', () => statusOf(start) === '');
    expectCalm(start);
  });
});

test('SIGHUP ends nothing that nohup started', async ({ desktop }) => {
  const start = await bareStart(desktop);
  const child = startDemo(start, 'ignore', ['nohup']);
  await seeChanges(start, 1);
  child.kill('SIGHUP');
  await seeChanges(start, 2);
  expect(child.exitCode).toBeNull();
  expect(child.signalCode).toBeNull();
  expectCalm(start);
  recordAttack('streams', {
    promise:
      'stdout or stderr loses its reader, is full, is on a full disk, is closed or is a stopped terminal; SIGHUP under nohup: the app continues',
    test: 'test/e2e/streams.spec.ts',
    cases: 7,
    lost: 0,
  });
});
