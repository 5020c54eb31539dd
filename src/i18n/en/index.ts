import { alerts } from './alerts.ts';
import { closing } from './closing.ts';
import { command } from './command.ts';
import { connecting } from './connecting.ts';
import { crash } from './crash.ts';
import { diagnostics } from './diagnostics.ts';
import { errors } from './errors.ts';
import { glance } from './glance.ts';
import { historyExport } from './history-export.ts';
import { keychain } from './keychain.ts';
import { lists } from './lists.ts';
import { menus } from './menus.ts';
import { moments } from './moments.ts';
import { print } from './print.ts';
import { printControl } from './print-control.ts';
import { printErrors } from './print-errors.ts';
import { printExport } from './print-export.ts';
import { printState } from './print-state.ts';
import { problems } from './problems.ts';
import { refresh } from './refresh.ts';
import { removing } from './removing.ts';
import { sharing } from './sharing.ts';
import { storage } from './storage.ts';
import { terminal } from './terminal.ts';
import { tray } from './tray.ts';
import { updates } from './updates.ts';
import { webcam } from './webcam.ts';

/** All English texts; the German ones have the same structure. */
export const english = {
  glance,
  alerts,
  print,
  printControl,
  printErrors,
  printExport,
  printState,
  problems,
  historyExport,
  keychain,
  connecting,
  errors,
  tray,
  lists,
  menus,
  moments,
  refresh,
  removing,
  sharing,
  storage,
  closing,
  command,
  terminal,
  diagnostics,
  crash,
  updates,
  webcam,
};
