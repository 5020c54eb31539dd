import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/demo/seeded-random.ts';
import { startSimulator } from '../../src/demo/simulator.ts';
import { DesktopSession, hasKeyring } from '../support/desktop/keychain-session.ts';
import { recordAttack } from '../support/reliability-record.ts';
import { seed } from '../support/seed.ts';

/** `OCTOGLANCE_KILLS=100` for the long run. */
const kills = Number(process.env['OCTOGLANCE_KILLS'] ?? 12);
/** More than one run uses. */
const tokensEach = 300;

/** Determines when the kills happen. */
const random = seededRandom(seed);

const root = join(import.meta.dirname, '../..');
// Inside node_modules, so that keytar can be resolved.
const folder = join(root, `node_modules/.cache/octoglance-additions-${process.pid}`);
const driver = join(folder, 'addition-driver.mjs');

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { external: ['keytar', 'electron-store', '@jellybrick/dbus-next'], noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      rolldownOptions: {
        input: ['addition-driver', 'keychain-helper.main'].map((name) =>
          join(root, `test/support/keychain/${name}.ts`),
        ),
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Step {
  readonly stage: 'begin' | 'done';
  readonly what: 'add' | 'reconnect' | 'remove';
  readonly number: number;
  readonly id: string;
}

interface Kept {
  readonly id: string;
  readonly token: string;
}

const tokenOf = (number: number) => `example-token-${number}-0123456789abcdef`;

/** What is wrong afterwards: `before` is the state when the run began, `after` what the next start made of it. */
function faultsIn(before: readonly Kept[], steps: readonly Step[], after: readonly Kept[], entries: readonly string[]) {
  const faults: string[] = [];
  const listed = new Map(after.map(({ id, token }) => [id, token]));
  for (const id of entries) if (!listed.has(id)) faults.push(`orphan: the keychain holds ${id}, which is not listed.`);
  const tokens = after.map(({ token }) => token);
  if (new Set(tokens).size < tokens.length) faults.push('A token is listed twice.');
  for (const { id, token } of after) if (!token.startsWith('example-')) faults.push(`lost: ${id} is ${token}.`);
  const begun = (what: Step['what'], id: string) => steps.some((step) => step.what === what && step.id === id);
  const added = steps.filter(({ stage, what }) => stage === 'done' && what === 'add');
  const known = [...before, ...added.map(({ id, number }) => ({ id, token: tokenOf(number) }))];
  for (const { id, token } of known) {
    const removed = steps.some((step) => step.stage === 'done' && step.what === 'remove' && step.id === id);
    const now = listed.get(id);
    if (now === undefined && !begun('remove', id)) faults.push(`lost: ${id} is not listed any more.`);
    if (now !== undefined && removed) faults.push(`${id} was removed and is listed.`);
    const renewals = steps.filter((step) => step.what === 'reconnect' && step.id === id);
    const last = renewals.findLast(({ stage }) => stage === 'done');
    const right = [
      last === undefined ? token : tokenOf(last.number),
      ...renewals.filter(({ stage }) => stage === 'begin').map(({ number }) => tokenOf(number)),
    ];
    if (now !== undefined && !right.includes(now))
      faults.push(`lost: ${id} has ${now} in place of ${right.join(' or ')}.`);
  }
  return faults;
}

async function run(session: DesktopSession, argument: readonly string[], killAfter: number | null): Promise<string> {
  const child = spawn(process.execPath, [driver, ...argument], {
    env: session.environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  // There may still be lines in the pipe after the exit.
  const closed = once(child, 'close');
  if (killAfter !== null) {
    // Occasionally before its first steps, or during them.
    const sign = random() < 0.8 ? 'done add' : 'ready';
    while (!printed.includes(sign) && child.exitCode === null) await wait(5);
    await wait(killAfter);
    child.kill('SIGKILL');
  }
  await closed;
  return printed;
}

describe.skipIf(!hasKeyring)('a kill at any moment of adding, reconnecting and removing', () => {
  it(`leaves no token behind and loses none, ${kills} times`, { timeout: 120_000 + kills * 20_000 }, async () => {
    // electron-store requires it, but doesn't need Electron itself.
    const session = new DesktopSession({ ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' });
    await session.startBus();
    await session.startKeyring('unlocked');
    const simulator = await startSimulator();
    const profile = mkdtempSync(join(session.home, 'profile-'));
    const recover = async (): Promise<readonly Kept[]> =>
      JSON.parse(await run(session, [profile, simulator.origin.origin, 'settle'], null));
    let before = await recover();
    const faults: string[] = [];
    let met = 0;
    let made = 0;
    let lost = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const first = kill * tokensEach;
      for (let number = first; number < first + tokensEach; number += 1)
        simulator.printer(`Printer ${number}`, { token: tokenOf(number) });
      const printed = await run(
        session,
        [profile, simulator.origin.origin, 'storm', String(first), String(seed)],
        random() * 1_500,
      );
      const steps = printed
        .split('\n')
        .filter((line) => /^(begin|done) /.test(line))
        .map((line): Step => {
          const [stage, what, number, id = ''] = line.split(' ') as [Step['stage'], Step['what'], string, string?];
          return { stage, what, number: Number(number), id };
        });
      const after = await recover();
      const found = faultsIn(before, steps, after, await session.entries());
      if (found.length > 0) lost += 1;
      faults.push(...found.map((fault) => `Kill ${kill}: ${fault}`));
      if (steps.filter(({ stage }) => stage === 'begin').length > steps.filter(({ stage }) => stage === 'done').length)
        met += 1;
      made += steps.filter(({ stage }) => stage === 'done').length;
      before = after;
    }
    await simulator.close();
    recordAttack('addition-kills', {
      promise:
        'Killed at any moment of adding, reconnecting and removing: no token is left in the keychain, none is lost, no printer is listed twice',
      test: 'test/contract/addition-kills.test.ts',
      cases: kills,
      lost,
    });
    expect(faults).toEqual([]);
    // Otherwise the kills would prove nothing.
    expect(made).toBeGreaterThan(kills);
    expect(met).toBeGreaterThan(kills / 2);
  });
});
