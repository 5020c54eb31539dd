import { join } from 'node:path';
import { app } from 'electron';
import { AlertActions } from './app/alert-actions.ts';
import { AlertNotifier } from './app/alert-notifier.ts';
import { AppPortal } from './app/app-portal.ts';
import { BrowserLinks } from './app/browser-links.ts';
import { CrashNotifier } from './app/crash-notifier.ts';
import { DiagnosticsFile } from './app/diagnostics-file.ts';
import { DoNotDisturb } from './app/do-not-disturb.ts';
import { FirstSteps } from './app/first-steps.ts';
import { HistoryExport } from './app/history-export.ts';
import { ImportExport } from './app/import-export.ts';
import { monitorPorts } from './app/monitor-ports.ts';
import { Notices } from './app/notices.ts';
import { OneDialog } from './app/one-dialog.ts';
import { Overview } from './app/overview.ts';
import { noticeOfPendingDeletions } from './app/pending-deletions-notice.ts';
import { PrintService } from './app/print-service.ts';
import { PrinterMenu } from './app/printer-menu.ts';
import { openProfileStores } from './app/profile-stores.ts';
import { RemoveAllData, waysToLeave } from './app/remove-all-data.ts';
import { requestHandlers } from './app/request-handlers.ts';
import { serveTerminals } from './app/serve-terminals.ts';
import { SettingsService } from './app/settings-service.ts';
import { SignInNotifier } from './app/sign-in-notifier.ts';
import { StatusPresenter } from './app/status-presenter.ts';
import { StatusStream } from './app/status-stream.ts';
import { watchTrayHost } from './app/tray-host-notifier.ts';
import { TrayPresenter } from './app/tray-presenter.ts';
import { watchForUpdates } from './app/update-notifier.ts';
import { UserActions } from './app/user-actions.ts';
import { UserLanguage } from './app/user-language.ts';
import { watchKeychain } from './app/watch-keychain.ts';
import { WindowPresenter } from './app/window-presenter.ts';
import type { Beginnings } from './beginnings.ts';
import { Connections } from './connections/connections.ts';
import { InfoRequests } from './connections/info-requests.ts';
import { InterruptedAdditions } from './connections/interrupted-additions.ts';
import { PendingAdditions } from './connections/pending-additions.ts';
import { PrinterList } from './connections/printer-list.ts';
import { SignInFlow } from './connections/sign-in-flow.ts';
import { theSessionBus } from './dbus/session-bus.ts';
import { systemLoginStart } from './desktop/integration/autostart.ts';
import { LinkReturn } from './desktop/integration/link-return.ts';
import { systemMenuEntry } from './desktop/integration/system-entries.ts';
import { createSystemKeychain } from './desktop/integration/system-keychain.ts';
import { createSystemOpener } from './desktop/integration/system-opener.ts';
import { CrashGuard } from './desktop/lifecycle/crash-guard.ts';
import { watchPower } from './desktop/lifecycle/power.ts';
import { finishBeforeQuit, quitApp } from './desktop/lifecycle/quit.ts';
import { Restart } from './desktop/lifecycle/relaunch.ts';
import { systemClock as clock } from './desktop/lifecycle/system-clock.ts';
import { systemLocale } from './desktop/lifecycle/system-languages.ts';
import { followTimeZone } from './desktop/lifecycle/time-zone.ts';
import { wallClock } from './desktop/lifecycle/wall-clock.ts';
import { WindowCrashes } from './desktop/lifecycle/window-crashes.ts';
import { networkState } from './desktop/network/network-state.ts';
import { createSystemClients } from './desktop/network/system-client.ts';
import { PictureFiles } from './desktop/notifications/picture-files.ts';
import { createSystemNotifier } from './desktop/notifications/system-notifier.ts';
import { isOwnPage } from './desktop/window/web-contents-security.ts';
import { AppWindow } from './desktop/window/window.ts';
import { intervalsOf } from './domain/intervals.ts';
import { watchesPrints } from './domain/printer.ts';
import { HistoryReader } from './history/history-reader.ts';
import { HistoryRecorder } from './history/history-recorder.ts';
import { PrintHistoryRecorder } from './history/print-history-recorder.ts';
import { answerRequests } from './ipc/handlers.ts';
import { memoryKeychainCheck, systemKeychainCheck } from './keychain/keychain-status.ts';
import { createMemorySecrets } from './keychain/memory-secrets.ts';
import { SecretCleanup } from './keychain/secret-cleanup.ts';
import { TokenCache } from './keychain/token-cache.ts';
import { createLog } from './logging/log.ts';
import { logChanges } from './logging/status-log.ts';
import { Fleet } from './monitor/fleet.ts';
import { Monitor } from './monitor/monitor.ts';
import { createLinks } from './octoeverywhere/links.ts';
import { isLoopback } from './octoeverywhere/origin.ts';
import { writeUnlessHeld } from './startup/held-stream.ts';
import { readTimeScale } from './startup/time-scale.ts';
import { oneTimer } from './timers/one-timer.ts';

/** Assigned by OctoEverywhere; `devtest` is its public demo id. */
const builtInAppId = 'devtest';

/** Creates the parts and connects them; the app is ready. Returns what starts them. */
export function compose(beginnings: Beginnings): () => void {
  const { flags, profile, claim, image, chosenOrigin, demo, secondInstances, socket, images, tray } = beginnings;
  const isDemo = demo !== null;
  const origin = demo?.origin ?? chosenOrigin;
  const timeScale = demo?.timeScale ?? readTimeScale(process.env, isLoopback(origin));
  const service = { origin, appId: process.env['OCTOGLANCE_APP_ID'] || builtInAppId };
  const bus = process.platform === 'linux' ? theSessionBus() : null;

  // Storage
  const logFolder = join(profile, 'logs');
  const log = createLog({ folder: logFolder });
  const notices = new Notices();
  const stores = openProfileStores({ profile, claim, demo, clock, notices, log });
  const { printers, settings } = stores;
  const language = new UserLanguage(settings, stores.region, systemLocale(bus));
  const { messages } = language;
  const intervalsFor = intervalsOf(timeScale);
  const intervals = () => intervalsFor(settings.value());
  const mergeGap = () => intervals().mergeGap;

  // The desktop, and what most parts need
  const window = new AppWindow({
    preload: join(import.meta.dirname, '../preload/preload.cjs'),
    files: join(app.getAppPath(), 'out/renderer'),
    images,
    store: stores.window,
    // Its formats are created while the page loads.
    opening: () => setImmediate(language.region),
    textMenuLabels: () => messages().menus,
    quit: quitApp,
  });
  const opener = createSystemOpener(bus, image);
  const notifier = createSystemNotifier({
    bus,
    picture: (state) => (state === null ? images.appIcon() : images.notificationIcon(state)),
    openLabel: () => messages().tray.showWindow,
    activated: opener.activated,
  });
  const fleet = new Fleet();
  const shared = { fleet, settings, language, messages, clock, log, notices, notifier, window, demo: isDemo };
  const browser = new BrowserLinks({ ...shared, opener });
  const loginStart = systemLoginStart(flags, profile, image, messages);

  // The printers' state and where it comes from
  const keychain = isDemo ? null : createSystemKeychain();
  const keychainCheck = isDemo ? memoryKeychainCheck : systemKeychainCheck;
  const isWatched = (id: string) => watchesPrints(settings.value(), fleet.get(id)?.printer);
  const tokens = new TokenCache(keychain ?? createMemorySecrets(demo?.secrets), (value) => log.hide(value), isWatched);
  const { info: client, plugin } = createSystemClients(origin, clock, log);
  const requests = new InfoRequests({ fleet, tokens, client });
  const links = createLinks(service);
  const overview = new Overview({ ...shared, links, hasAccess: (id) => (isDemo ? null : tokens.hasAccess(id)) });
  const quiet = new DoNotDisturb({ ...shared, store: stores.alerts, wallClock, intervals, timer: oneTimer() });
  const stream = flags.statusStream ? new StatusStream((line) => writeUnlessHeld(process.stdout, line)) : null;
  const alertNotifier = new AlertNotifier({ ...shared, overview, stream });
  const pictures = new PictureFiles(join(profile, 'pictures'));
  const printing = { overview, stream, tokens, plugin, origin, pictures };
  const prints = new PrintService({ ...shared, ...printing, store: stores.prints });
  const network = () => demo?.network() ?? networkState(isLoopback(origin));
  const hearing = { alertNotifier, alerts: stores.alerts, prints, quiet, requests };
  const ports = monitorPorts({ ...hearing, clock, intervals, network, timer: oneTimer() });
  const monitor = new Monitor(fleet, ports, stores.alerts.value().alerts);
  const recorded = { fleet, mergeGap, timer: oneTimer(), clock: monitor };
  const recorder = new HistoryRecorder({ ...recorded, files: stores.history(notices.warn) });
  const printHistory = new PrintHistoryRecorder({ ...recorded, files: stores.printHistory(notices.warn) });
  const history = new HistoryReader({ recorder, fleet, mergeGap, clock: monitor, wallClock });

  // The printer list
  const kept = { printers, secrets: tokens, keychain: keychainCheck };
  const removals = new SecretCleanup({ ...kept, store: stores.pendingDeletions, timer: oneTimer() });
  const additions = new PendingAdditions(stores.additions, removals);
  const listed = { ...shared, monitor, printers, tokens, additions };
  const list = new PrinterList({ ...listed, removals, watchesPrints: isWatched });
  const connections = new Connections({ ...listed, list, requests, client });
  const interrupted = new InterruptedAdditions({ ...kept, additions, removals, connections, timer: oneTimer() });
  const keychainStatus = watchKeychain({ ...shared, monitor, keychain, keychainCheck, quiet, intervals });
  const portal = new AppPortal({ ...shared, service, browser, links: new LinkReturn(flags, profile, image) });
  const signInNotifier = new SignInNotifier(notices, window);
  const signIn = new SignInFlow({ ...shared, connections, portal, waiting: stores.signIn, timer: oneTimer() });

  // What the user sees and can do
  const updates = isDemo ? null : watchForUpdates({ stores, log, notices, image, clock });
  const hidden = flags.hidden || loginStart.wasStartedAtLogin();
  const trayHost = bus === null ? null : watchTrayHost({ ...shared, bus, store: stores.window, quiet, hidden, tray });
  const firstSteps = new FirstSteps({ ...shared, store: stores.window, printers, trayHost });
  const menuEntry = systemMenuEntry(image, messages);
  const seen = { ...shared, overview, signIn, quiet, keychainStatus, menuEntry, loginStart };
  const trayPresenter = new TrayPresenter({ ...seen, tray, timer: oneTimer() });
  const statusPresenter = new StatusPresenter({ ...seen, stream });
  const windowPresenter = new WindowPresenter({ ...seen, firstSteps, updates, version: app.getVersion() });
  const acting = { ...seen, monitor, signInNotifier, portal, list, links, browser, prints, printHistory };
  const commands = new UserActions({ ...acting, keychain });
  const settingsService = new SettingsService({ store: settings, loginStart, messages });
  const restart = new Restart({ ...shared, image, updates });
  const crashNotifier = new CrashNotifier({ ...shared, quiet });
  new CrashGuard({ ...flags, log, clock, reporter: crashNotifier, restart });
  new WindowCrashes({ ...flags, log, clock, window, reporter: crashNotifier, restart });
  const serving = { ...acting, profile, windowPresenter, alertNotifier, commands, opener, history, updates, restart };
  const asking = { ...stores, ...acting, ...kept, dialogs: new OneDialog(messages, bus, profile), removals };
  const handlers = requestHandlers({
    ...serving,
    firstSteps,
    menu: new PrinterMenu(acting),
    historyExport: new HistoryExport({ ...asking, history, printHistory }),
    settings: settingsService,
    removeAllData: new RemoveAllData({ ...asking, connections, additions, ...waysToLeave(profile, flags, image) }),
    listFiles: new ImportExport(asking),
    diagnostics: new DiagnosticsFile({ ...asking, logFolder, trayHost, bus }),
  });

  const showAll = () => {
    for (const presenter of [trayPresenter, statusPresenter, windowPresenter]) presenter.show();
  };
  const rulesChanged = () => {
    monitor.rulesChanged();
    alertNotifier.catchUp(quiet.policy());
    showAll();
  };
  quiet.onChange(rulesChanged);
  followTimeZone(rulesChanged);
  settingsService.onChange(() => {
    list.watchPrintsAsSet();
    rulesChanged();
    updates?.plan();
  });
  noticeOfPendingDeletions(removals, notices);
  signIn.onEvent((news) => signInNotifier.notify(news));
  alertNotifier.onClick(new AlertActions({ ...acting, actions: commands }).follow);
  tray.answer((command) => commands.run(command));
  prints.control.onActed((printer, action) => monitor.printActedOn(printer, action));
  fleet.subscribe((changed) => list.follow(changed));
  logChanges(fleet, log);
  answerRequests({ handlers, isListed: (id) => fleet.get(id) !== undefined, log, elapsed: clock.elapsed }, isOwnPage);
  const present = () => window.present();
  const save = () => Promise.all([stores.flush(), recorder.flush(), printHistory.flush()]);
  watchPower({ onSleep: () => monitor.sleep(), onWake: () => monitor.wake(), onSessionEnd: save });
  finishBeforeQuit(async () => {
    socket.ending();
    for (const part of [monitor, removals, interrupted, updates]) part?.stop();
    notifier.closeAll();
    await Promise.all([save(), pictures.close(), log.open()]);
    return (await keychain?.close()) ?? true;
  });

  return () => {
    connections.restore();
    signIn.resume();
    showAll();
    // What came in during the start is answered at once: only now is everything known.
    secondInstances.answer({ onLink: (link) => void signIn.takeCallback(link), onShow: present });
    serveTerminals({ ...shared, socket, statusPresenter, commands, browser });
    // Must run before the removals forget printers that turn out to be listed.
    interrupted.start();
    removals.start();
    monitor.start();
    updates?.plan();
    log.info(`OctoGlance ${app.getVersion()} watches ${printers.value().length} printers`);
    if (flags.restartedAt !== null) crashNotifier.report('restarted');
    if (flags.deepLink !== null) void signIn.takeCallback(flags.deepLink);
    void settingsService.refreshStartAtLogin('start');
    if (flags.show || (!hidden && printers.value().length === 0)) present();
  };
}
