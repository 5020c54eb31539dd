import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { app, Menu } from 'electron';
import { registerAppScheme } from './desktop/app-protocol.ts';
import { closeWaysOut, lightenChromium } from './desktop/chromium-switches.ts';
import { firstIcon } from './desktop/first-icon.ts';
import { Launches } from './desktop/launches.ts';
import { planRelaunch } from './desktop/relaunch.ts';
import { createTrayImages } from './desktop/tray-image.ts';
import { readOrigin } from './octoeverywhere/origin.ts';
import { type AppImage, findAppImage } from './startup/app-image.ts';
import type { EarlyFaults } from './startup/early-fault.ts';
import { correctEnvironment, thisComputer, workingFolder } from './startup/environment.ts';
import { hasNoDisplay, startRemarks } from './startup/first-words.ts';
import { type Flags, readFlags, withShortLink } from './startup/flags.ts';
import { dropForeignEnvironment } from './startup/own-environment.ts';
import { profileFolder } from './startup/profile.ts';
import { claimProfile, type ProfileClaim } from './startup/profile-lock.ts';
import { terminalWords, writeAll } from './startup/terminal.ts';
import { runStatusCommand } from './status-command/run.ts';

/**
 * For so long after the tray icon was made nothing else happens, in milliseconds: the desktop asks about it in several steps,
 * and each would have to wait for what is loaded, read and started here.
 */
const iconFirst = 50;

/** Does what has to happen before Electron is ready, then the icon, then all the rest. `faults` is over once it is there. */
export function start(faults: EarlyFaults): void {
  const args = process.argv.slice(1);
  const flags = readFlags(args);
  const { platform, env } = process;
  const image = platform === 'linux' ? findAppImage(env, process.execPath) : null;
  // Before anything that believes it, such as a library, and for all that is started from here, such as the browser.
  if (platform === 'linux') dropForeignEnvironment(env, process.execPath, image);
  const { command } = terminalWords(env);
  if (flags.print !== null) {
    end(0, { stdout: flags.print === 'help' ? command.help : `OctoGlance ${app.getVersion()}` });
  }

  app.setName('OctoGlance');
  const unusable = platform === 'linux' ? correctEnvironment(env, thisComputer) : [];
  const startedIn = workingFolder();
  if (startedIn === null) process.chdir(app.getPath('home'));
  const places = { usual: app.getPath('userData'), home: app.getPath('home'), workingFolder: startedIn };
  const profile = profileFolder(flags, places);
  if (profile === null) end(2, { stderr: command.workingFolderGone(flags.userDataFolder ?? '') });
  const executable = process.execPath;
  const remarks = startRemarks(
    { args, unusable, executable, appFolder: app.getAppPath(), platform },
    terminalWords(env),
  );
  for (const remark of remarks) writeAll(2, `${remark}\n`);
  if (flags.statusCommand !== null) process.exit(runStatusCommand(profile, flags.statusCommand === 'json'));

  const originRead = readOrigin(env['OCTOGLANCE_ORIGIN']);
  if (!originRead.ok) end(2, { stderr: originRead.line });
  if (platform === 'linux' && hasNoDisplay(env, args)) end(1, { stderr: command.noDisplay });

  app.setAppUserModelId('io.github.octoglance.OctoGlance');
  app.setPath('userData', profile);
  lightenChromium();
  closeWaysOut();
  // The default menu is made at start and shown nowhere but on macOS, where it also brings copy and paste.
  if (platform !== 'darwin') Menu.setApplicationMenu(null);
  registerAppScheme();

  const shortened = withShortLink(args);
  if (shortened !== null) {
    planRelaunch(shortened, image);
    app.exit();
    return;
  }
  const claim = claimProfile(profile, {
    request: () => app.requestSingleInstanceLock(),
    moveTo: (folder) => app.setPath('userData', folder),
  });
  if (claim.kind === 'second') app.quit();
  else begin({ flags, profile, claim, image, origin: originRead.origin, faults });
}

function begin(start: {
  readonly flags: Flags;
  readonly profile: string;
  readonly claim: Exclude<ProfileClaim, { kind: 'second' }>;
  readonly image: AppImage | null;
  readonly origin: URL;
  readonly faults: EarlyFaults;
}): void {
  const { flags, profile, claim, image, origin, faults } = start;
  const launches = new Launches();
  const build = async () => {
    if (claim.kind === 'no-folder') return (await import('./desktop/failed-start.ts')).tellOfFileInPlace(profile);
    const images = createTrayImages({ assetsFolder: join(app.getAppPath(), 'assets') });
    const tray = firstIcon(images, profile);
    await sleep(iconFirst);
    const demo = flags.demo ? (await import('./demo/demo.ts')).startDemo() : null;
    const { compose } = await import('./compose.ts');
    compose({ flags, profile, claim, image, chosenOrigin: origin, demo: await demo, launches, images, tray });
    faults.over();
  };
  void app
    .whenReady()
    .then(build)
    .catch(async (error: unknown) => (await import('./desktop/failed-start.ts')).tellOfFailedStart(error, profile));
}

/** Prints, and ends the process before Electron starts. */
function end(code: number, said: { readonly stdout?: string; readonly stderr?: string }): never {
  if (said.stdout !== undefined) writeAll(1, `${said.stdout}\n`);
  if (said.stderr !== undefined) writeAll(2, `${said.stderr}\n`);
  process.exit(code);
}
