import { join } from 'node:path';
import { app, clipboard, screen } from 'electron';
import { Connections } from './connections/connections.ts';
import { InfoRequests } from './connections/info-requests.ts';
import { InterruptedAdditions } from './connections/interrupted-additions.ts';
import { KeychainRecovery } from './connections/keychain-recovery.ts';
import { PendingAdditions } from './connections/pending-additions.ts';
import { explainLeftInKeychain, PrinterList } from './connections/printer-list.ts';
import { SecretRemovals } from './connections/secret-removals.ts';
import { SignInFlow, type SignInNews } from './connections/sign-in-flow.ts';
import { TokenCustody } from './connections/token-custody.ts';
import { theSessionBus } from './dbus/session-bus.ts';
import type { Demo } from './demo/demo.ts';
import { appAddress, serveAppScheme } from './desktop/app-protocol.ts';
import { systemLoginStart } from './desktop/autostart.ts';
import { BrowserLinks } from './desktop/browser/browser-links.ts';
import { createSystemOpener } from './desktop/browser/system-opener.ts';
import { clockTime } from './desktop/clock-time.ts';
import { Commands } from './desktop/commands.ts';
import { CrashGuard, type CrashNews } from './desktop/crash-guard.ts';
import { CrashTeller } from './desktop/crash-teller.ts';
import { linksComeBack } from './desktop/deep-link.ts';
import { restartIntoDemo } from './desktop/demo-switch.ts';
import { DiagnosticsFile } from './desktop/diagnostics-file.ts';
import { systemLanguages } from './desktop/language.ts';
import type { Launches } from './desktop/launches.ts';
import { ListFiles } from './desktop/list-files.ts';
import { chromiumFetch } from './desktop/network-request.ts';
import { networkState } from './desktop/network-state.ts';
import { fetchNoDictionaries } from './desktop/no-dictionaries.ts';
import { noTrayNotice, watchTrayHost } from './desktop/no-tray.ts';
import { serverName } from './desktop/notifications/notification-server.ts';
import { createSystemNotifier } from './desktop/notifications/system-notifier.ts';
import { guardPages, isOwnPage } from './desktop/page-guard.ts';
import { watchPower } from './desktop/power.ts';
import { Presentation } from './desktop/presentation.ts';
import { lookForSystemProxies } from './desktop/proxy-settings.ts';
import { QuietControl } from './desktop/quiet-control.ts';
import { finishBeforeQuit } from './desktop/quit.ts';
import { relaunch } from './desktop/relaunch.ts';
import { requestHandlers } from './desktop/request-handlers.ts';
import { OneDialog } from './desktop/save-dialog.ts';
import { SettingsControl } from './desktop/settings-control.ts';
import { signInNotice, tellOfSignIn } from './desktop/sign-in-news.ts';
import { StatusStream } from './desktop/status-stream.ts';
import { createSystemKeychain } from './desktop/system-keychain.ts';
import { followTimeZone } from './desktop/time-zone.ts';
import type { TrayIcon } from './desktop/tray.ts';
import type { TrayImages } from './desktop/tray-image.ts';
import { watchForUpdates } from './desktop/update-news.ts';
import { wallClock } from './desktop/wall-clock.ts';
import { AppWindow } from './desktop/window.ts';
import { WindowCrashes } from './desktop/window-crashes.ts';
import { windowSession } from './desktop/window-session.ts';
import { languageOf } from './domain/language.ts';
import type { PrinterId } from './domain/printer.ts';
import { rulesOf } from './domain/rules.ts';
import { wordsIn } from './domain/words/words.ts';
import { HistoryKeeper } from './history/history-keeper.ts';
import { PastReader } from './history/past-reader.ts';
import { answerRequests, closeForeignChannels } from './ipc/handlers.ts';
import { createLog } from './logging/log.ts';
import { logChanges } from './logging/status-log.ts';
import { Fleet, printerPolicy } from './monitor/fleet.ts';
import { Monitor } from './monitor/monitor.ts';
import { oneTimer } from './monitor/one-timer.ts';
import type { MonitorPorts } from './monitor/ports.ts';
import { Notices } from './notices.ts';
import { createDirectFetch } from './octoeverywhere/direct-fetch.ts';
import { createInfoClient } from './octoeverywhere/info-client.ts';
import { createLinks } from './octoeverywhere/links.ts';
import { localPage } from './octoeverywhere/local-page.ts';
import { isLoopback } from './octoeverywhere/origin.ts';
import { newNonce, portalUrl, readCallback, readPasted, returnAddress } from './octoeverywhere/portal.ts';
import { byEitherRoad } from './octoeverywhere/two-roads.ts';
import type { AppImage } from './startup/app-image.ts';
import type { Flags } from './startup/flags.ts';
import { writeUnlessHeld } from './startup/held-stream.ts';
import type { ProfileClaim } from './startup/profile-lock.ts';
import { restartArguments } from './startup/restart-arguments.ts';
import { readTempo } from './startup/tempo.ts';
import type { ProfileSocket } from './status-command/serve.ts';
import { memoryKeychainCheck, systemKeychainCheck } from './storage/keychain-trouble.ts';
import { createMemorySecrets } from './storage/memory-secrets.ts';
import { notSavedId } from './storage/storage-notice.ts';
import { openStores } from './storage/stores.ts';
import { UnsavedFiles } from './storage/unsaved-files.ts';

/** Assigned by OctoEverywhere; `devtest` is its public demo id. */
const builtInAppId = 'devtest';

/** What is there before everything else, see start.ts. */
export interface Beginnings {
  readonly flags: Flags;
  /** The folder of the app's data, absolute. */
  readonly profile: string;
  readonly claim: Extract<ProfileClaim, { kind: 'first' | 'first-unsaved' }>;
  /** The AppImage that runs, or null. */
  readonly image: AppImage | null;
  /** Where OctoEverywhere is, unless the demo takes its place. */
  readonly chosenOrigin: URL;
  readonly demo: Demo | null;
  readonly launches: Launches;
  readonly socket: ProfileSocket;
  readonly images: TrayImages;
  readonly tray: TrayIcon;
}

/** Builds the parts and joins them; the app is ready. */
export function compose(beginnings: Beginnings): void {
  const { flags, profile, claim, image, chosenOrigin, demo, launches, socket, images, tray } = beginnings;
  const origin = demo?.origin ?? chosenOrigin;
  const tempo = demo?.tempo ?? readTempo(process.env, isLoopback(origin));
  const logFolder = join(profile, 'logs');
  const log = createLog({ folder: logFolder });
  const now = Date.now;
  const tellOfCrash = (news: CrashNews) => crashTeller.tell(news);
  const { restartedAt } = flags;
  const restart = () => relaunch(restartArguments(process.argv.slice(1), window.isOpen(), now()), image);
  new CrashGuard({ log, now, restartedAt, tell: tellOfCrash, restart });

  const notices = new Notices(() => presentation.showInWindow());
  const unsaved = new UnsavedFiles((notice) => {
    if (notice === null) return notices.dismiss(notSavedId);
    notices.add({ ...notice, severity: 'warning', dismissable: true });
    log.warn(notice.say(wordsIn('en')).title);
  });
  const stores = openStores(profile, demo, now, (kind, result) => unsaved.take(kind, result));
  const { printers } = stores;
  const language = () => languageOf(stores.settings.value().language, systemLanguages());
  const words = () => wordsIn(language());
  const loginStart = systemLoginStart(flags, profile, image, words);
  const bus = process.platform === 'linux' ? theSessionBus() : null;
  const keychain = demo === null ? createSystemKeychain() : null;
  const custody = new TokenCustody(keychain ?? createMemorySecrets(demo?.secrets), (value) => log.hide(value));

  const service = { origin, appId: process.env['OCTOGLANCE_APP_ID'] || builtInAppId };
  const links = createLinks(service);
  const elapsed = () => performance.now();
  const clock = { now, elapsed };
  const eitherRoad = byEitherRoad({
    direct: createDirectFetch(),
    throughSystem: chromiumFetch,
    nothingBetween: lookForSystemProxies(elapsed),
    elapsed,
  });
  const client = createInfoClient({
    origin,
    fetch: eitherRoad,
    version: app.getVersion(),
    isKnownSecret: (text) => log.hides(text),
  });

  const fleet = new Fleet();
  const requests = new InfoRequests({ fleet, custody, client });
  const rulesNow = rulesOf(tempo);
  const rules = () => rulesNow(stores.settings.value());
  const ports: MonitorPorts = {
    clock,
    timer: oneTimer(),
    random: Math.random,
    ask: (printer, signal) => requests.ask(printer, signal),
    network: () => demo?.network() ?? networkState(isLoopback(origin)),
    rules,
    policy: () => quiet.policy(),
    show: (alerts) => presentation.notify(alerts),
    alertsChanged: (alerts) => void stores.alerts.save({ ...stores.alerts.value(), alerts }),
  };
  const monitor = new Monitor(fleet, ports, stores.alerts.value().alerts);
  const quiet = new QuietControl({
    store: stores.alerts,
    settings: () => stores.settings.value(),
    printers: () => printerPolicy(fleet),
    clock: wallClock,
    now,
    rules,
    changed: () => {
      monitor.rulesChanged();
      presentation.show();
    },
    words,
  });
  const keychainCheck = demo === null ? systemKeychainCheck : memoryKeychainCheck;
  const keychainParts = { keychain: keychainCheck, printers };
  const removals = new SecretRemovals({
    ...keychainParts,
    store: stores.leftovers,
    secrets: custody,
    timer: oneTimer(),
  });
  const additions = new PendingAdditions(stores.additions, removals);
  const list = new PrinterList({ fleet, monitor, printers, custody, removals, additions, clock, words });
  const connections = new Connections({
    fleet,
    monitor,
    custody,
    printers,
    additions,
    list,
    requests,
    client,
    clock,
    words,
  });
  const interrupted = new InterruptedAdditions({
    ...keychainParts,
    additions,
    removals,
    connections,
    timer: oneTimer(),
  });
  new KeychainRecovery({ fleet, keychain: keychainCheck, monitor, timer: oneTimer() });
  removals.onChange((left) => {
    const id = 'left-in-keychain';
    if (left === null) notices.dismiss(id);
    else notices.add({ say: (said) => explainLeftInKeychain(left, said), id, severity: 'warning', dismissable: true });
  });
  // Three polls: one of them may be late, another fail.
  const historyPatience = () => 3 * rules().poll;
  const history = new HistoryKeeper({
    fleet,
    files: stores.history((notice) => notices.add({ ...notice, severity: 'warning', dismissable: true })),
    patience: historyPatience,
    timer: oneTimer(),
    now: () => monitor.now(),
  });
  const past = new PastReader({
    history,
    printers: () => printers.value().map(({ id }) => id),
    patience: historyPatience,
    now: () => monitor.now(),
    clockAhead: () => fleet.clockAhead(),
    hourOf: wallClock.hourOf,
  });
  const dialogs = new OneDialog();
  const listFiles = new ListFiles({ list, dialogs, now, words });
  const diagnostics = new DiagnosticsFile({
    dialogs,
    logFolder,
    log,
    state: () => ({
      demo: demo !== null,
      network: fleet.network(),
      language: language(),
      settings: stores.settings.value(),
      printers: fleet.members(),
    }),
    trayHost: () => trayHost?.isPresent ?? true,
    notificationServer: async () => (bus === null ? null : serverName(bus)),
    keychain: () => keychainCheck.state(),
    now,
    words,
  });

  const window = new AppWindow({
    preload: join(import.meta.dirname, '../preload/preload.cjs'),
    address: appAddress,
    prepare: () => {
      fetchNoDictionaries();
      guardPages();
      serveAppScheme(join(app.getAppPath(), 'out/renderer'), windowSession());
    },
    session: windowSession,
    icon: () => images.appIcon(),
    place: () => stores.window.value().place,
    placeChanged: (place) => void stores.window.save({ ...stores.window.value(), place }),
    opened: (opened) => windowCrashes.watch(opened),
  });
  const windowCrashes = new WindowCrashes({ log, now, restartedAt, restart, gaveUp: () => tellOfCrash('window') });
  const opener = createSystemOpener(bus, image);
  const notifier = createSystemNotifier({
    bus,
    picture: (state) => (state === null ? images.appIcon() : images.notificationIcon(state)),
    openLabel: () => words().tray.showWindow,
    activated: opener.activated,
  });
  const crashTeller = new CrashTeller({
    notices,
    notifier,
    quiet: () => !stores.settings.value().notifications || quiet.quiet() !== null,
    sound: () => stores.settings.value().sound,
    showWindow: () => window.show({ show: 'printers' }),
    words,
  });
  const tellNews = (news: SignInNews) => tellOfSignIn(news, notices, (intent) => window.show(intent));
  const signIn = new SignInFlow({
    connections,
    newNonce: () => newNonce((bytes) => crypto.getRandomValues(bytes)),
    openPortal: async (nonce) => {
      notices.dismiss(signInNotice);
      const comesBack = await linksComeBack(flags, profile, image);
      const returnUrl = comesBack ? { returnUrl: returnAddress(nonce) } : {};
      browser.open(portalUrl({ ...service, ...returnUrl }));
      return { ok: true, comesBack };
    },
    readCallback: (link) => readCallback(link, origin, words()),
    now,
    timer: oneTimer(),
    waiting: stores.signIn,
    changed: () => presentation.showInWindow(),
    tell: tellNews,
    words,
  });
  const browser = new BrowserLinks({
    open: opener.open,
    copy: async (text) => clipboard.writeText(text),
    notices,
    notifier,
    isWindowOpen: () => window.isOpen(),
    showWindow: () => window.show({ show: 'printers' }),
    sound: () => stores.settings.value().sound,
    words,
  });
  const commands = new Commands({
    fleet,
    monitor,
    signIn,
    browser,
    tellOfSignIn: tellNews,
    links,
    showWindow: (intent) => window.show(intent),
    readPasted: (text) => readPasted(text, origin, words()),
    askKeychainAgain: () => keychain?.askAgain(),
    say: ({ title, text }) =>
      void notifier.show(
        'answer',
        { title, body: text, state: null },
        { sound: stores.settings.value().sound },
        () => {},
      ),
    mute: (printer, muted) => list.mute(printer, muted),
    setOffOnPurpose: (printer, off) => list.setOffOnPurpose(printer, off),
    setOftenOff: (printer, often) => list.setOftenOff(printer, often),
    snooze: (length) => quiet.snooze(length),
    clockTime: (at) => clockTime(at + fleet.clockAhead(), now(), words()),
    now: () => monitor.now(),
    words,
  });
  tray.answer((command) => commands.run(command));
  const presentation = new Presentation({
    fleet,
    tray,
    stream: flags.statusStream ? new StatusStream((line) => writeUnlessHeld(process.stdout, line)) : null,
    window,
    notifier,
    settings: () => stores.settings.value(),
    language,
    notices: (said) => notices.all(said),
    signIn: () => signIn.view(),
    updates: () => updates?.state() ?? null,
    canOpen: ({ info }) => ({
      page: links.printerPage(info?.printerUrl ?? null) !== null,
      local: localPage(info?.localIp ?? null) !== null,
    }),
    quiet: () => quiet.quiet(),
    onNotificationClick: (alerts, button) => void commands.follow(alerts, button),
    now,
    demo: demo !== null,
    version: app.getVersion(),
  });
  const updates =
    demo === null ? watchForUpdates({ stores, log, notices, image, changed: () => presentation.showInWindow() }) : null;
  const settings = new SettingsControl({
    store: stores.settings,
    loginStart,
    changed: () => {
      monitor.rulesChanged();
      updates?.plan();
      presentation.show();
    },
    words,
  });

  for (const notice of stores.notices) {
    notices.add({ ...notice, severity: 'warning', dismissable: true });
    log.warn(notice.say(wordsIn('en')).title);
  }
  if (claim.kind === 'first-unsaved') unsaved.suspect(claim.code);
  const handlers = requestHandlers({
    profile,
    presentation,
    commands,
    browser,
    openFile: opener.open,
    signIn,
    list,
    listFiles,
    quiet,
    past,
    settings,
    diagnostics,
    updates,
    switchDemo: (wanted) => {
      if (wanted !== (demo !== null)) restartIntoDemo(wanted, image);
    },
    dismissNotice: (notice) => {
      if (notice === noTrayNotice) void stores.window.save({ ...stores.window.value(), noTrayDismissed: true });
      return notices.dismiss(notice);
    },
    takeIntent: () => window.takeIntent(),
    words,
  });
  const isListed = (id: PrinterId) => fleet.get(id) !== undefined;
  answerRequests({ handlers, isListed, log, elapsed }, isOwnPage);
  closeForeignChannels();
  launches.answer({
    onLink: (link) => void signIn.takeCallback(link),
    onShow: () => window.show({ show: 'printers' }),
  });
  followTimeZone(() => {
    monitor.rulesChanged();
    presentation.show();
  });
  watchPower({ onSleep: () => monitor.sleep(), onWake: () => monitor.wake() });
  screen.on('display-metrics-changed', () => tray.redraw());
  socket.answer(() => presentation.statusAnswer());
  finishBeforeQuit(async () => {
    socket.ending();
    monitor.stop();
    removals.stop();
    interrupted.stop();
    updates?.stop();
    notifier.closeAll();
    await Promise.all([stores.flush(), history.flush(), log.open()]);
    return (await keychain?.close()) ?? true;
  });

  logChanges(fleet, log);
  connections.restore();
  signIn.resume();
  presentation.show();
  fleet.subscribe(() => void connections.saveNames());
  fleet.subscribe((changed) => list.connectedAgain(changed));
  // Before the removals forget what was noted for printers that are listed after all.
  interrupted.start();
  removals.start();
  monitor.start();
  updates?.plan();
  log.info(`OctoGlance ${app.getVersion()} watches ${printers.value().length} printers`);

  if (restartedAt !== null) tellOfCrash('restarted');
  if (flags.deepLink !== null) void signIn.takeCallback(flags.deepLink);
  void settings.refreshStartAtLogin('start');
  const hidden = flags.hidden || loginStart.wasStartedAtLogin();
  const trayHost =
    bus === null
      ? null
      : watchTrayHost({
          bus,
          notices,
          notifier,
          wasDismissed: () => stores.window.value().noTrayDismissed,
          forgetDismissal: () => void stores.window.save({ ...stores.window.value(), noTrayDismissed: false }),
          quiet: () => !stores.settings.value().notifications || quiet.quiet() !== null,
          hidden,
          showWindow: () => window.show({ show: 'printers' }),
          offerIcon: () => tray.offerAgain(),
          words,
        });
  if (flags.show || (!hidden && printers.value().length === 0)) window.show({ show: 'printers' });
}
