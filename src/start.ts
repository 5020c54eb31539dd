import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { app, Menu } from 'electron';
import {
  avoidMissingSharedMemory,
  closeWaysOut,
  keepRequestsOutOfFiles,
  lightenChromium,
} from './desktop/lifecycle/chromium-switches.ts';
import { notifyWhenShown, planRelaunch } from './desktop/lifecycle/relaunch.ts';
import { launchOf, SecondInstances } from './desktop/lifecycle/second-instance.ts';
import { keepChromiumFromWaiting } from './desktop/network/proxy-settings.ts';
import { firstIcon } from './desktop/tray/initial-tray.ts';
import { createTrayImages } from './desktop/tray/tray-image.ts';
import { registerAppScheme } from './desktop/window/app-protocol.ts';
import { loadCompose } from './load-compose.ts';
import { readOrigin } from './octoeverywhere/origin.ts';
import { type AppImage, canBeStarted, findAppImage } from './startup/app-image.ts';
import type { EarlyFaults } from './startup/early-fault.ts';
import { correctEnvironment, enterFirstOf, thisComputer, workingFolder } from './startup/environment.ts';
import { type Flags, isLink, readFlags, shortLink, withShortLink } from './startup/flags.ts';
import { hideLink } from './startup/hide-link.ts';
import { startWithoutLink, takeLinkFromPipe } from './startup/link-pipe.ts';
import { listeningProcess } from './startup/listening-process.ts';
import { dropForeignEnvironment } from './startup/own-environment.ts';
import { profileFolder } from './startup/profile.ts';
import { hasNoDisplay, startRemarks } from './startup/start-remarks.ts';
import { takeStartTurn, turnName } from './startup/start-turn.ts';
import { terminalMessages } from './startup/terminal.ts';
import { remarkTimeout, writeAll } from './startup/write-all.ts';
import { askAndWait } from './status-command/ask-and-wait.ts';
import { launchRequest } from './status-command/exchange.ts';
import { claimProfile, type ProfileClaim } from './status-command/profile-lock.ts';
import { activityOf, longestWait } from './status-command/response-limit.ts';
import { ProfileSocket } from './status-command/serve.ts';
import { folderApart, socketPlaces } from './status-command/socket-path.ts';

/**
 * How long to do nothing after creating the tray icon, in milliseconds: the desktop queries it in several steps, and
 * each would have to wait for what is loaded, read and started here.
 */
const iconFirst = 50;

/**
 * Does what must happen before Electron is ready, then creates the icon, then the rest. `faults` is released once the
 * app runs.
 */
export function start(faults: EarlyFaults): void {
  const args = process.argv.slice(1);
  const given = readFlags(args);
  const { platform, env } = process;
  // First of all: any user can read it for as long as it is visible.
  const isHidden = given.deepLink === null || hideLink(process.argv, platform);
  const flags = { ...given, deepLink: given.deepLink ?? takeLinkFromPipe(env) };
  const image = platform === 'linux' ? findAppImage(env, process.execPath) : null;
  // Before anything trusts it, such as a library, and for everything started from here, such as the browser.
  if (platform === 'linux') dropForeignEnvironment(env, process.execPath, image);
  // GLib would print what it finds noteworthy among the lines of the stream.
  if (flags.statusStream) delete env['G_MESSAGES_DEBUG'];
  notifyWhenShown(env);
  const { command } = terminalMessages(env);
  if (flags.print !== null) {
    end(0, { stdout: flags.print === 'help' ? command.help : `OctoGlance ${app.getVersion()}` });
  }

  if (flags.lacksFolder) end(2, { stderr: command.folderMissing });

  app.setName('OctoGlance');
  const unusable = platform === 'linux' ? correctEnvironment(env, thisComputer) : [];
  const startedIn = workingFolder();
  if (startedIn === null) enterFirstOf([app.getPath('home'), '/']);
  const known = { usual: app.getPath('userData'), home: app.getPath('home'), workingFolder: startedIn };
  const profile = profileFolder(flags, known);
  if (profile === null) end(2, { stderr: command.workingFolderGone(flags.userDataFolder ?? '') });
  const executable = process.execPath;
  const remarks = startRemarks(
    { args, unusable, executable, appFolder: app.getAppPath(), platform },
    terminalMessages(env),
  );
  if (remarks.length > 0) writeAll(2, `${remarks.join('\n')}\n`, remarkTimeout);
  const completions = join(app.getAppPath(), 'assets', 'completions');
  if (flags.command !== null) {
    const { command: typed } = flags;
    // Chromium doesn't start before this: it is still part of loading the main script.
    void import('./status-command/run.ts')
      .then(({ runCommand }) => process.exit(runCommand(profile, typed, completions)))
      .catch(faults.fail);
    return;
  }

  const originRead = readOrigin(env['OCTOGLANCE_ORIGIN']);
  if (!originRead.ok) end(2, { stderr: originRead.line });
  if (platform === 'linux' && hasNoDisplay(env, args)) end(1, { stderr: command.noDisplay });

  app.setAppUserModelId('io.github.octoglance.OctoGlance');
  app.setPath('userData', profile);
  lightenChromium();
  avoidMissingSharedMemory();
  closeWaysOut();
  keepRequestsOutOfFiles();
  keepChromiumFromWaiting();
  // Electron would create its default menu, which is only visible on macOS, where it also provides copy and paste.
  if (platform !== 'darwin') Menu.setApplicationMenu(null);
  registerAppScheme();

  const onLinux = platform === 'linux';
  const shortened = onLinux ? null : withShortLink(args);
  if (shortened !== null && planRelaunch(shortened, image)) {
    app.exit();
    return;
  }
  const places = socketPlaces(profile, platform, env);
  const socket = new ProfileSocket(places);
  const request = launchRequest(launchOf(flags));
  const claim = claimProfile(profile, {
    places,
    handOver: (socketPath, isOver) => askAndWait(socketPath, request, longestWait, isOver),
    listen: () => socket.listen(),
    takeTurn: takeStartTurn,
    runningActivity: activityOf(() => listeningProcess(places.toAsk())),
    turnActivity: activityOf(() => listeningProcess([`@${turnName(profile)}`])),
    electronLock: onLinux ? null : () => app.requestSingleInstanceLock(),
    moveTo: (folder) => app.setPath('userData', folder),
    pause: (milliseconds) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds),
    elapsed: () => performance.now(),
  });
  if (claim.kind === 'second') end(0, {});
  if (claim.kind === 'no-answer') {
    const line = command.hangs(listeningProcess(places.toAsk()));
    writeAll(2, `${line}\n`, remarkTimeout);
    if (!onLinux || flags.hidden) process.exit(3);
    // Chromium may start in the meantime, and the profile isn't ours.
    app.setPath('userData', folderApart(profile));
    const output = import('./desktop/notifications/notify-hang.ts').then(({ notifyOfHang }) =>
      notifyOfHang('OctoGlance', line),
    );
    void output.finally(() => process.exit(3));
    return;
  }
  const goOn = () => begin({ flags, profile, claim, image, origin: originRead.origin, socket, faults });
  const program = programWithoutLink(image, isHidden);
  if (given.deepLink === null || program === null || claim.kind === 'no-folder') {
    goOn();
    return;
  }
  // A start that comes first now receives the link from the process started below.
  socket.close();
  const others = args.filter((argument) => !isLink(argument));
  startWithoutLink(program, others, shortLink(given.deepLink), (error) => {
    if (error === null) return process.exit(0);
    socket.listen();
    goOn();
  });
}

/**
 * The program to restart because its link is still visible, or null if it isn't: the runtime of an AppImage has its own
 * process, with the same arguments, for as long as the app runs.
 */
function programWithoutLink(image: AppImage | null, isHidden: boolean): string | null {
  if (image !== null) return canBeStarted(image) ? image.file : null;
  return isHidden ? null : process.execPath;
}

function begin(start: {
  readonly flags: Flags;
  readonly profile: string;
  readonly image: AppImage | null;
  readonly claim: Exclude<ProfileClaim, { kind: 'second' | 'no-answer' }>;
  readonly origin: URL;
  readonly socket: ProfileSocket;
  readonly faults: EarlyFaults;
}): void {
  const { flags, profile, claim, image, origin, socket, faults } = start;
  const secondInstances = new SecondInstances();
  socket.onLaunch((launch) => secondInstances.take(launch));
  // As late as possible: the next start takes over as soon as the socket is gone.
  process.on('exit', () => socket.close());
  const build = async () => {
    if (claim.kind === 'no-folder')
      return (await import('./desktop/lifecycle/start-error.ts')).showFileInPlace(profile);
    const images = createTrayImages({ assetsFolder: join(app.getAppPath(), 'assets') });
    const tray = firstIcon(images, profile);
    await sleep(iconFirst);
    const demo = flags.demo ? (await import('./demo/demo.ts')).startDemo() : null;
    // What is clicked meanwhile is answered between these steps.
    const compose = await loadCompose();
    const { GarbageCollection } = await import('./desktop/lifecycle/garbage-collection.ts');
    await nextTurn();
    const run = compose({
      flags,
      profile,
      claim,
      image,
      chosenOrigin: origin,
      demo: await demo,
      secondInstances,
      socket,
      images,
      tray,
    });
    await nextTurn();
    run();
    faults.over();
    new GarbageCollection();
  };
  void app
    .whenReady()
    .then(build)
    .catch(async (error: unknown) =>
      (await import('./desktop/lifecycle/start-error.ts')).showStartError(error, profile),
    );
}

/** Prints, and ends the process before Electron starts; with a code other than 0 if stdout can't be written. */
function end(code: number, output: { readonly stdout?: string; readonly stderr?: string }): never {
  const isWritten = output.stdout === undefined || writeAll(1, `${output.stdout}\n`);
  if (output.stderr !== undefined) writeAll(2, `${output.stderr}\n`, remarkTimeout);
  process.exit(isWritten ? code : code || 1);
}
