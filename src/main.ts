import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { app, Menu } from 'electron';
import { registerAppScheme } from './desktop/app-protocol.ts';
import { lightenChromium } from './desktop/chromium-switches.ts';
import { firstIcon } from './desktop/first-icon.ts';
import { Launches } from './desktop/launches.ts';
import { createTrayImages } from './desktop/tray-image.ts';
import { readOrigin } from './octoeverywhere/origin.ts';
import { readFlags, withShortLink } from './startup/flags.ts';
import { profileFolder } from './startup/profile.ts';
import { claimProfile, type ProfileClaim } from './startup/profile-lock.ts';
import { runStatusCommand } from './status-command/run.ts';

/**
 * For so long after the tray icon was made nothing else happens, in milliseconds: the desktop asks about it in several steps,
 * and each would have to wait for what is loaded, read and started here.
 */
const iconFirst = 50;

const flags = readFlags(process.argv.slice(1));
app.setName('OctoGlance');
const profile = profileFolder(flags, app.getPath('userData'), process.cwd());
if (flags.statusCommand !== null) process.exit(runStatusCommand(profile, flags.statusCommand === 'json'));

const originRead = readOrigin(process.env['OCTOGLANCE_ORIGIN']);
if (!originRead.ok) {
  process.stderr.write(`${originRead.line}\n`);
  process.exit(2);
}
const { origin } = originRead;

app.setAppUserModelId('io.github.octoglance.OctoGlance');
app.setPath('userData', profile);
lightenChromium();
// The default menu is made at start and shown nowhere but on macOS, where it also brings copy and paste.
if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
registerAppScheme();

const shortened = withShortLink(process.argv.slice(1));
if (shortened !== null) {
  app.relaunch({ args: [...shortened] });
  app.exit();
} else {
  const claim = claimProfile(profile, {
    request: () => app.requestSingleInstanceLock(),
    moveTo: (folder) => app.setPath('userData', folder),
  });
  if (claim.kind === 'second') app.quit();
  else begin(claim);
}

function begin(claim: Exclude<ProfileClaim, { kind: 'second' }>): void {
  const launches = new Launches();
  const start = async () => {
    if (claim.kind === 'no-folder') return (await import('./desktop/failed-start.ts')).tellOfFileInPlace(profile);
    const images = createTrayImages({ assetsFolder: join(app.getAppPath(), 'assets') });
    const tray = firstIcon(images, profile);
    await sleep(iconFirst);
    const demo = flags.demo ? (await import('./demo/demo.ts')).startDemo() : null;
    const { compose } = await import('./compose.ts');
    compose({ flags, profile, claim, chosenOrigin: origin, demo: await demo, launches, images, tray });
  };
  void app
    .whenReady()
    .then(start)
    .catch(async (error: unknown) => (await import('./desktop/failed-start.ts')).tellOfFailedStart(error, profile));
}
