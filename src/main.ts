import { app, Menu } from 'electron';
import { compose } from './compose.ts';
import { registerAppScheme } from './desktop/app-protocol.ts';
import { lightenChromium } from './desktop/chromium-switches.ts';
import { readOrigin } from './octoeverywhere/origin.ts';
import { readFlags, withShortLink } from './startup/flags.ts';
import { profileFolder } from './startup/profile.ts';
import { runStatusCommand } from './status-command/run.ts';

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
} else if (!app.requestSingleInstanceLock()) {
  app.quit();
} else {
  const demo = flags.demo ? import('./demo/demo.ts').then(({ startDemo }) => startDemo()) : Promise.resolve(null);
  void app.whenReady().then(async () => compose(flags, origin, await demo));
}
