import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/**
 * Runs `calls`, expressions with the functions below, in a process of its own where `before` has happened. Returns what
 * each resolved or rejected to, and how many errors nobody caught.
 */
async function outcomesOf(before: string, calls: Readonly<Record<string, string>>): Promise<unknown> {
  const functions = Object.entries(calls).map(([name, call]) => `${JSON.stringify(name)}: () => ${call}`);
  const script = `
    const { runnerImport } = await import('vite');
    const load = async (path) => (await runnerImport('./src/' + path, { configFile: false })).module;
    const { outputOf } = await load('desktop/network/bounded-command.ts');
    const { runTool } = await load('desktop/integration/run-tool.ts');
    const { runOpener } = await load('desktop/integration/opener-process.ts');
    const { startBeside } = await load('startup/shown-pipe.ts');
    const { startWithoutLink } = await load('startup/link-pipe.ts');
    const { openSync, writeSync } = await import('node:fs');
    let uncaught = 0;
    process.on('uncaughtException', () => { uncaught += 1; });
    process.on('unhandledRejection', () => { uncaught += 1; });
    const limits = { within: 500, most: 1_000 };
    const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    /** Resolves to what each call of the function given reported. */
    const withoutLink = async (program, ...args) => {
      const ends = [];
      startWithoutLink(program, args, 'octoglance://x', (error) => ends.push(error === null));
      await wait(1_000);
      return ends;
    };
    const calls = { ${functions.join(', ')} };
    await wait(0);
    ${before}
    const outcomes = {};
    for (const name in calls) {
      const ended = new Promise((resolve) => resolve(calls[name]())).catch(() => 'rejected');
      outcomes[name] = await Promise.race([ended, wait(10_000).then(() => 'never')]);
    }
    await wait(1_000);
    writeSync(1, JSON.stringify({ ...outcomes, uncaught }));
    process.exit(0);`;
  const shell = 'ulimit -n 256 && exec "$0" --input-type=module -e "$SCRIPT"';
  const { stdout } = await promisify(execFile)('bash', ['-c', shell, process.execPath], {
    env: { ...process.env, SCRIPT: script },
  });
  return JSON.parse(stdout);
}

const withoutDescriptors = `
  // Loads what the first start of a process loads.
  await Promise.allSettled([outputOf('true', [], limits), runTool('true', [], process.env, 500)]);
  try { for (;;) openSync('/dev/null', 'r'); } catch {}`;

const callsWith = (args: string) => ({
  lookup: `outputOf('true', [${args}], limits)`,
  tool: `runTool('true', [${args}], process.env, 500)`,
  opener: `runOpener('true', [${args}], process.env, 500)`,
  beside: `startBeside('true', [${args}])`,
  withoutLink: `withoutLink('true', ${args})`,
});

const failures = {
  lookup: 'rejected',
  tool: null,
  opener: { kind: 'missing' },
  beside: false,
  withoutLink: [false],
  uncaught: 0,
};

const onLinux = it.runIf(process.platform === 'linux');

onLinux('without file descriptors each program fails like a missing one, and nothing else does', async () => {
  expect(await outcomesOf(withoutDescriptors, callsWith(''))).toEqual(failures);
});

// Longer than Linux allows: the system refuses at once, as it does without memory.
onLinux('each program that the system refuses to start fails like a missing one', async () => {
  expect(await outcomesOf('', callsWith(`'x'.repeat(200_000)`))).toEqual(failures);
});

onLinux('a start without its link that fails is reported once', async () => {
  expect(await outcomesOf('', { withoutLink: `withoutLink('/missing')` })).toEqual({
    withoutLink: [false],
    uncaught: 0,
  });
});
