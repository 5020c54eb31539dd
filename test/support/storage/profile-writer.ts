// Changes everything in the app's profile as fast as it can, through the app's own stores, until it is killed.
// Each change is announced on stdout before and confirmed after it, so that the killer knows what has to be there.
import { join } from 'node:path';
import { openAlertStateStore } from '../../../src/storage/alert-state-store.ts';
import { createHistoryFiles } from '../../../src/storage/history-files.ts';
import { openPrinterStore } from '../../../src/storage/printer-store.ts';
import { openSettingsStore } from '../../../src/storage/settings-store.ts';
import { openWindowStore } from '../../../src/storage/window-store.ts';
import { alertsOf, indexOf, numberOf, printersOf, settingsOf, spanAt, type What, windowOf } from './profile-content.ts';

const [folder = ''] = process.argv.slice(2);
const options = { folder, now: Date.now, debounce: 0 };
const printers = openPrinterStore(options);
const settings = openSettingsStore(options);
const alerts = openAlertStateStore(options);
const window = openWindowStore(options);
const history = createHistoryFiles({ folder: join(folder, 'history'), onNotice: () => {} });
const [watched = ''] = printersOf(0).map(({ id }) => id);

// Pipes are written synchronously on Linux, so output is complete before the kill.
const say = (line: string) => process.stdout.write(`${line}\n`);

async function change(what: What, number: number, write: () => Promise<boolean>): Promise<void> {
  say(`begin ${what} ${number}`);
  if (await write()) say(`done ${what} ${number}`);
  else say(`refused ${what} ${number}`);
}

async function saved(saving: Promise<{ readonly ok: boolean }>): Promise<boolean> {
  return (await saving).ok;
}

const spans = [...((await history.read(watched, 0)) ?? [])];
say('ready');
for (let number = numberOf(printers.value()) + 1; ; number += 1) {
  const span = spanAt(indexOf(spans.at(-1)) + 1);
  spans.push(span);
  await Promise.all([
    change('printers', number, () => saved(printers.save(printersOf(number)))),
    change('settings', number, () => saved(settings.save(settingsOf(number)))),
    change('notified', number, () => saved(alerts.save(alertsOf(number)))),
    change('window', number, () => saved(window.save(windowOf(number)))),
    change('history', indexOf(span), () =>
      number % 9 === 0 ? history.replace(watched, spans.slice(-1_000)) : history.append(watched, [span]),
    ),
  ]);
}
