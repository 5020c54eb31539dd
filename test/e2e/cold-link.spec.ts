import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { ask } from '../../src/status-command/ask.ts';
import { launchRequest, launchResponses, statusRequest } from '../../src/status-command/exchange.ts';
import { bareStart } from '../support/app/bare-start.ts';
import { makeAppDir } from '../support/app/fake-app-image.ts';
import type { Desktop } from '../support/desktop/desktop.mjs';
import { sendSignal, until } from '../support/desktop/processes.mjs';
import { startSignIn, withResults } from '../support/e2e/portal.ts';
import { exampleToken, expect, test } from '../support/e2e/service.ts';

// Unlike any other of this computer, whose processes are searched for it.
const token = exampleToken(`Voron-${process.pid}`);

/** The arguments and environments that the system shows of all processes, including the app's. */
function shown(): readonly { readonly process: number; readonly text: string }[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all.map(Number).flatMap((process) =>
    ['cmdline', 'environ', 'comm'].flatMap((file) => {
      try {
        return [{ process, text: readFileSync(`/proc/${process}/${file}`, 'utf8') }];
      } catch {
        // It has ended.
        return [];
      }
    }),
  );
}

/** Leaves out the shell in which the test runs the app to capture its output (test/support/app/spawn-app.ts). */
const showing = (secret: string) =>
  shown().filter(({ text }) => text.includes(secret) && !/^\/bin\/bash\0[^\0]*\/app\.sh\0/.test(text));

const isListening = (place: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(place, () => {
      socket.destroy();
      resolve(true);
    }).on('error', () => resolve(false));
  });

/** The link of a sign-in whose app has ended meanwhile, with the parameters the portal added. */
const goodLink = (link: URL) => withResults(link, { success: 'true', appApiToken: token, printername: 'Voron' });

test.describe('A sign-in link that starts the app', () => {
  for (const end of ['quit', 'killed'] as const)
    test(`is accepted after the app was ${end}, and its secrets are not visible`, async ({
      simulator,
      fast,
      launch,
      spawn,
      desktop,
    }) => {
      simulator.printer('Voron', { token });
      const first = await launch({ args: ['--show'], env: fast });
      const { link } = await startSignIn(first, desktop);
      const { profile } = first;
      const noted = readFileSync(join(profile, 'sign-in.json'), 'utf8');
      expect(JSON.parse(noted).waiting).toMatchObject({ printer: null, nonce: link.searchParams.get('state') });
      if (end === 'quit') await first.quit();
      else first.process.kill('SIGKILL');
      await until('its end', () => first.hasEnded);

      const app = await spawn({ args: ['--status-stream', goodLink(link)], env: fast, profile });
      await app.waitForStatus({ type: 'printer', name: 'Voron', status: 'online' }, 30_000);
      expect(showing(token)).toEqual([]);
      expect(showing(link.searchParams.get('state') ?? '')).toEqual([]);
      expect(app.stderr).not.toContain(token);
      // The other arguments and the name stay visible.
      const { pid = 0 } = app.process;
      expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toContain('--status-stream');
      expect(readFileSync(`/proc/${pid}/comm`, 'utf8').trim()).toMatch(/^(electron|octoglance)$/);
      await expect.poll(() => JSON.parse(readFileSync(join(profile, 'sign-in.json'), 'utf8')).waiting).toBeNull();
      expect(JSON.parse(readFileSync(join(profile, 'printers.json'), 'utf8')).printers).toHaveLength(1);

      // The link is still in the browser's history but works only once.
      const again = await spawn({ args: [goodLink(link)], env: fast, profile });
      expect(await again.ended(20_000)).toBe(0);
      await app.quit();
    });

  test('while it is still starting is accepted, and a status asked for then is true', async ({
    simulator,
    fast,
    launch,
    spawn,
    desktop,
  }) => {
    simulator.printer('Voron', { token });
    const first = await launch({ args: ['--show'], env: fast });
    const { link } = await startSignIn(first, desktop);
    await first.quit();
    const { profile } = first;
    const listed = { id: '00000000-0000-4000-8000-000000000001', name: 'Ender', muted: false, addedAt: 1 };
    writeFileSync(join(profile, 'printers.json'), JSON.stringify({ version: 1, printers: [listed] }));
    const app = await spawn({ args: ['--hidden', '--status-stream'], env: fast, profile });
    const place = join(profile, 'status.sock');
    const responseTo = (request: string) => ask(place, request, 30_000);
    await until('its socket', async () => existsSync(place) && (await isListening(place)), 30_000);
    const taken = responseTo(launchRequest({ show: false, link: goodLink(link) }));
    const status = await responseTo(statusRequest);
    expect(status).toMatchObject({ got: 'response', text: expect.stringContaining('"name":"Ender"') });
    expect(await taken).toEqual({ got: 'response', text: launchResponses.taken });
    await app.waitForStatus({ type: 'printer', name: 'Voron', status: 'online' }, 30_000);
    await app.quit();
  });

  test('without a pending sign-in is reported, and its secrets are not visible either', async ({
    simulator,
    fast,
    launch,
    desktop,
  }) => {
    simulator.printer('Voron', { token });
    const first = await launch({ args: ['--show'], env: fast });
    const { window: before, link } = await startSignIn(first, desktop);
    await before.getByRole('button', { name: 'Cancel' }).click();
    await expect(before.getByText('Waiting for your browser')).toBeHidden();
    await first.quit();
    const app = await launch({ args: ['--hidden', goodLink(link)], env: fast, profile: first.profile });
    const window = await app.window();
    await expect(window.getByText('Unexpected sign-in', { exact: true })).toBeVisible();
    await expect(window.getByRole('article')).toHaveCount(0);
    expect(simulator.log).toEqual([]);
    expect(showing(token)).toEqual([]);
    expect(existsSync(join(app.profile, 'printers.json'))).toBe(false);
  });

  test('keeps waiting in the window of the next start', async ({ fast, launch, desktop }) => {
    const first = await launch({ args: ['--show'], env: fast });
    await startSignIn(first, desktop);
    await first.quit();
    const again = await launch({ args: ['--show'], env: fast, profile: first.profile });
    const window = await again.window();
    await window.getByRole('button', { name: 'Show sign-in' }).click();
    await expect(window.getByText('Waiting for your browser')).toBeVisible();
    await window.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => JSON.parse(readFileSync(join(first.profile, 'sign-in.json'), 'utf8')).waiting).toBeNull();
  });

  test('from an AppImage leaves no process behind that shows it', async ({ simulator, fast, launch, desktop }) => {
    simulator.printer('Voron', { token });
    const first = await launch({ args: ['--show'], env: fast });
    const { link } = await startSignIn(first, desktop);
    await first.quit();
    const { profile } = first;
    const image = await pretendAppImage(desktop, fast);
    const child = spawn(image.file, [...image.args, `--user-data-dir=${profile}`, '--hidden', goodLink(link)], {
      env: image.env,
      stdio: 'ignore',
    });
    await until(
      'the printer',
      () => {
        const list = join(profile, 'printers.json');
        return existsSync(list) && JSON.parse(readFileSync(list, 'utf8')).printers.length === 1;
      },
      40_000,
    );
    await until('the first process of the image to end', () => child.exitCode !== null, 20_000);
    expect(showing(token)).toEqual([]);
    // It runs from the image again.
    expect(shown().filter(({ text }) => text.includes(basename(image.file)))).not.toEqual([]);
    for (const { process: running, text } of shown())
      if (text.includes(`--user-data-dir=${profile}`) && !text.includes('--type=')) sendSignal(running);
    await until('its end', () => !existsSync(join(profile, 'status.sock')), 20_000);
  });
});

/**
 * A file that the app takes for its AppImage, because it has the magic bytes of one, and that behaves like an
 * AppImage's runtime: while the app runs, there is a second process with the same arguments. It is a shell with those
 * bytes.
 */
async function pretendAppImage(desktop: Desktop, env: NodeJS.ProcessEnv) {
  const start = await bareStart(desktop, env);
  const folder = mkdtempSync(join(desktop.home, 'image-'));
  const appDir = join(folder, 'AppDir');
  mkdirSync(appDir);
  for (const name of readdirSync(dirname(start.program))) {
    const from = join(dirname(start.program), name);
    if (name !== basename(start.program)) symlinkSync(from, join(appDir, name));
    else
      try {
        linkSync(from, join(appDir, name));
      } catch {
        copyFileSync(from, join(appDir, name));
      }
  }
  makeAppDir(appDir, 'OctoGlance', basename(start.program));
  const file = join(folder, 'OctoGlance.AppImage');
  const bash = readFileSync('/bin/bash');
  bash.write('AI\x02', 8, 'latin1');
  writeFileSync(file, bash, { mode: 0o755 });
  const runtime = join(folder, 'runtime.sh');
  // Every shell reads this, but it only acts in the image's. The arguments only show up in /proc then.
  writeFileSync(
    runtime,
    `case "$(readlink /proc/$$/exe)" in *.AppImage) ;; *) return 0 ;; esac
mapfile -d '' all </proc/$$/cmdline
APPIMAGE='${file}' APPDIR='${appDir}' '${appDir}/${basename(start.program)}' "\${all[@]:1}"
exit $?
`,
  );
  // The shell would interpret a leading flag as its own.
  return { file, args: start.args.toReversed(), env: { ...start.env, BASH_ENV: runtime } };
}
