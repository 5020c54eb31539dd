import type { PrinterList } from '../connections/printer-list.ts';
import type { SignInFlow } from '../connections/sign-in-flow.ts';
import type { MenuEntry } from '../desktop/integration/menu-entry.ts';
import type { SystemOpener } from '../desktop/integration/system-opener.ts';
import { aboutThisApp, openDataFolder, openLicences } from '../desktop/lifecycle/about.ts';
import type { Restart } from '../desktop/lifecycle/relaunch.ts';
import type { AppWindow } from '../desktop/window/window.ts';
import { isPrintAlertKind } from '../domain/print/print-alert.ts';
import { leadsToAnother } from '../domain/updates.ts';
import type { HistoryReader } from '../history/history-reader.ts';
import type { PrintHistoryRecorder } from '../history/print-history-recorder.ts';
import type { Messages } from '../i18n/messages.ts';
import type { RequestHandlers } from '../ipc/request-gate.ts';
import type { UpdateWatch } from '../updates/update-watch.ts';
import type { AlertNotifier } from './alert-notifier.ts';
import type { BrowserLinks } from './browser-links.ts';
import type { DiagnosticsFile } from './diagnostics-file.ts';
import type { DoNotDisturb } from './do-not-disturb.ts';
import type { FirstSteps } from './first-steps.ts';
import type { HistoryExport } from './history-export.ts';
import type { ImportExport } from './import-export.ts';
import type { KeychainStatus } from './keychain-status.ts';
import type { Notices } from './notices.ts';
import type { PrintService } from './print-service.ts';
import type { PrinterMenu } from './printer-menu.ts';
import type { RemoveAllData } from './remove-all-data.ts';
import type { SettingsService } from './settings-service.ts';
import type { UserActions } from './user-actions.ts';
import type { WindowPresenter } from './window-presenter.ts';

export interface RequestHandlerParts {
  /** Absolute path of the profile folder. */
  readonly profile: string;
  readonly windowPresenter: Pick<WindowPresenter, 'snapshot' | 'show'>;
  readonly alertNotifier: Pick<AlertNotifier, 'preview'>;
  readonly prints: PrintService;
  readonly printHistory: Pick<PrintHistoryRecorder, 'read'>;
  readonly commands: UserActions;
  readonly browser: BrowserLinks;
  readonly opener: Pick<SystemOpener, 'open'>;
  readonly signIn: SignInFlow;
  readonly firstSteps: Pick<FirstSteps, 'finish'>;
  readonly list: PrinterList;
  readonly listFiles: ImportExport;
  readonly quiet: DoNotDisturb;
  readonly history: HistoryReader;
  readonly settings: SettingsService;
  readonly diagnostics: DiagnosticsFile;
  readonly removeAllData: Pick<RemoveAllData, 'run'>;
  readonly menuEntry: Pick<MenuEntry, 'set' | 'refresh'>;
  /** Null if this installation doesn't update from releases. */
  readonly updates: UpdateWatch | null;
  readonly restart: Restart;
  readonly keychainStatus: Pick<KeychainStatus, 'bringUp'>;
  readonly notices: Notices;
  readonly menu: PrinterMenu;
  readonly historyExport: HistoryExport;
  readonly window: Pick<AppWindow, 'takeIntent' | 'zoom'>;
  readonly demo: boolean;
  readonly messages: () => Messages;
}

/** Maps each request from the window to the part that handles it. */
export function requestHandlers(parts: RequestHandlerParts): RequestHandlers {
  const { windowPresenter, alertNotifier, commands, signIn, list, listFiles, quiet, history, settings, diagnostics } =
    parts;
  const { messages, opener } = parts;
  return {
    'get-snapshot': () => windowPresenter.snapshot(),
    refresh: (printer) => commands.refresh(printer),
    'refresh-printers': (printers) => commands.refreshSeveral(printers),
    'open-printer': (printer) => commands.openPrinter(printer),
    'open-link': (name) => commands.openLink(name),
    'open-local-page': (printer) => commands.openLocalPage(printer),
    'open-address-again': () => parts.browser.openAgain(),
    'copy-address': () => parts.browser.copy(),
    'copy-local-ip': (printer) => commands.copyLocalIp(printer),
    'copy-name': (printer) => commands.copyName(printer),
    'choose-in-printer-menu': (printer, x, y) => parts.menu.choose(printer, x, y),
    zoom: (step) => {
      parts.window.zoom(step);
      return { ok: true };
    },
    'add-printer': (pasted, keep) => commands.connectPasted(null, pasted, keep),
    'reconnect-printer': (printer, pasted, keep) => commands.connectPasted(printer, pasted, keep),
    'start-sign-in': (printer) => signIn.start(printer),
    'cancel-sign-in': () => signIn.cancel(),
    'answer-sign-in': (choice) => signIn.answer(choice),
    'open-sign-in-again': () => signIn.openAgain(),
    'copy-sign-in-link': () => signIn.copyLink(),
    'finish-first-steps': () => parts.firstSteps.finish(),
    'remove-printer': (printer) => list.remove(printer),
    'move-printer': (printer, before) => list.move(printer, before),
    'mute-printer': (printer, muted) => list.mute(printer, muted),
    'set-off-on-purpose': (printer, off) => list.setOffOnPurpose(printer, off),
    'mute-printers': (printers, muted) => list.mute(printers, muted),
    'set-printers-off': (printers, off) => list.setOffOnPurpose(printers, off),
    'tag-printers': (printers, tag, on) => list.tag(printers, tag, on),
    'set-often-off': (printer, often) => list.setOftenOff(printer, often),
    'set-watch-prints': (printer, watch) => list.setWatchPrints(printer, watch),
    snooze: (length) => quiet.snooze(length),
    'export-list': () => listFiles.exportList(),
    'import-list': () => listFiles.importList(),
    'export-history': (printer) => parts.historyExport.save(printer),
    'get-days': () => history.days(),
    'get-history': (printer) => history.history(printer),
    'get-gadget': (printer) => parts.prints.gadget.of(printer),
    'get-webcam': (printer, webcam, clicked) => parts.prints.webcams.look(printer, webcam, clicked),
    'get-prints': (printer) => parts.printHistory.read(printer),
    'export-prints': (printer) => parts.historyExport.savePrints(printer),
    'share-print': (printer) => parts.prints.sharing.share(printer),
    'control-print': (printer, action) => parts.prints.control.act(printer, action),
    'change-settings': (changes) => settings.change(changes),
    'refresh-start-at-login': async () => {
      await settings.refreshStartAtLogin('shown');
      parts.menuEntry.refresh();
      return { ok: true };
    },
    'preview-notification': (topic) =>
      isPrintAlertKind(topic) ? parts.prints.notifier.preview(topic) : alertNotifier.preview(topic),
    'switch-demo': async (wanted) => {
      const isSwitched = wanted === parts.demo || (await parts.restart.withDemo(wanted));
      return isSwitched ? { ok: true } : { ok: false, message: messages().errors.demoNotSwitched };
    },
    'get-about': () => aboutThisApp(parts.profile),
    'open-data-folder': () => openDataFolder(parts.profile, opener.open, messages()),
    'open-licences': () => openLicences(opener.open, messages()),
    'look-for-update': () => {
      void parts.updates?.check();
      return { ok: true };
    },
    'restart-to-update': () => {
      const state = parts.updates?.state();
      if (state === undefined || !leadsToAnother(state)) return { ok: false, message: messages().updates.notReady };
      // The token of a connection that is being checked is about to be stored in the keychain.
      if (signIn.view()?.step === 'checking') return { ok: false, message: messages().updates.notNow };
      return parts.restart.intoUpdate() ? { ok: true } : { ok: false, message: messages().updates.notRestarted };
    },
    'remove-all-data': () => parts.removeAllData.run(),
    'set-menu-entry': (wanted) => {
      const result = parts.menuEntry.set(wanted);
      windowPresenter.show();
      return result;
    },
    'save-diagnostics': () => diagnostics.save(),
    'report-problem': () => diagnostics.report(),
    'bring-up-keychain': () => parts.keychainStatus.bringUp(),
    'dismiss-notice': (notice) => parts.notices.dismiss(notice),
    'take-intent': () => parts.window.takeIntent(),
  };
}
