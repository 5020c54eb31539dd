import type { GlanceNetwork, GlanceState } from '../domain/glance.ts';
import type { PeriodView, PrinterHistory } from '../domain/history-view.ts';
import type { Message } from '../domain/message.ts';
import type { Quiet } from '../domain/notification-policy.ts';
import type { PrintAlertKind } from '../domain/print/print-alert.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Region } from '../domain/region.ts';
import type {
  ActionResult,
  AddResult,
  KeepSecret,
  RefreshResult,
  RequestResult,
  SignInChoice,
  SignInView,
} from '../domain/results.ts';
import type { AlertTopic, Language, Settings } from '../domain/settings.ts';
import type { SnoozeLength } from '../domain/snooze.ts';
import type { Instant } from '../domain/time.ts';
import type { UpdateState } from '../domain/updates.ts';
import type { PrintRequests } from './print-requests.ts';
import type { PrinterView } from './printer-view.ts';

/**
 * All requests from the window to the main process, as signatures from which both ends derive. Secrets pass in one
 * direction only: what the user pastes goes in with `add-printer` and `reconnect-printer`, and none is returned.
 */
export interface Requests extends PrintRequests {
  'get-snapshot': () => Snapshot;
  /** Checks one printer now, or all with null. */
  refresh: (printer: PrinterId | null) => RefreshResult;
  /** Checks several printers now. */
  'refresh-printers': (printers: readonly PrinterId[]) => RefreshResult;
  /** Opens the printer's page in the browser. */
  'open-printer': (printer: PrinterId) => RequestResult;
  'open-link': (link: LinkName) => RequestResult;
  /** Opens the printer's page in the user's own network; only for private addresses. */
  'open-local-page': (printer: PrinterId) => RequestResult;
  /** Tries again to open the last address in the browser. */
  'open-address-again': () => RequestResult;
  /** Copies the last address that was to be opened. */
  'copy-address': () => RequestResult;
  /** Copies the printer's local IP address. */
  'copy-local-ip': (printer: PrinterId) => RequestResult;
  /** Copies the printer's name. */
  'copy-name': (printer: PrinterId) => RequestResult;
  /** Shows the printer's menu at a position in CSS pixels; returns the user's choice, null for none. */
  'choose-in-printer-menu': (printer: PrinterId, x: number, y: number) => PrinterMenuChoice | null;
  /** Changes the zoom of the page; remembered for the next time it opens. */
  zoom: (step: ZoomStep) => RequestResult;
  'add-printer': (pasted: string, keep: KeepSecret) => AddResult;
  'reconnect-printer': (printer: PrinterId, pasted: string, keep: KeepSecret) => AddResult;
  /** Opens the App Connection Portal in the browser, for a new printer (null) or to reconnect one. */
  'start-sign-in': (printer: PrinterId | null) => RequestResult;
  'cancel-sign-in': () => RequestResult;
  /** The user's decision about a sign-in. */
  'answer-sign-in': (choice: SignInChoice) => RequestResult;
  /** Opens the page of the pending sign-in again. */
  'open-sign-in-again': () => RequestResult;
  /** Copies the address of that page. */
  'copy-sign-in-link': () => RequestResult;
  /** The user has read the hints shown after the first printer. */
  'finish-first-steps': () => RequestResult;
  'remove-printer': (printer: PrinterId) => RequestResult;
  /** Moves a printer right before another one, or to the end with null. */
  'move-printer': (printer: PrinterId, before: PrinterId | null) => RequestResult;
  /** Mutes the notifications of this printer, or unmutes them. */
  'mute-printer': (printer: PrinterId, muted: boolean) => RequestResult;
  /** Sets whether the printer is shown as off until it connects again. */
  'set-off-on-purpose': (printer: PrinterId, off: boolean) => RequestResult;
  /** Mutes or unmutes several printers. */
  'mute-printers': (printers: readonly PrinterId[], muted: boolean) => RequestResult;
  'set-printers-off': (printers: readonly PrinterId[], off: boolean) => RequestResult;
  /** Adds a tag to printers, or removes it. */
  'tag-printers': (printers: readonly PrinterId[], tag: string, on: boolean) => RequestResult;
  /** Sets whether the printer is shown as off whenever it is disconnected. */
  'set-often-off': (printer: PrinterId, often: boolean) => RequestResult;
  /** Sets whether the printer's plugin is polled for prints. */
  'set-watch-prints': (printer: PrinterId, watch: boolean) => RequestResult;
  /** Holds all notifications back for a while, or ends that (`end`). */
  snooze: (length: SnoozeLength | 'end') => RequestResult;
  /** Lets the user choose a file and writes the list to it, without secrets. */
  'export-list': () => ActionResult;
  /** Lets the user choose a file and adds the printers in it that are not listed yet. */
  'import-list': () => ActionResult;
  /** Lets the user choose a file and writes the outages of one printer, or of all with null, to it. */
  'export-history': (printer: PrinterId | null) => ActionResult;
  /** Returns the last 24 hours of every printer. */
  'get-days': () => Readonly<Record<PrinterId, PeriodView>>;
  /** Returns the last 24 hours, 7 days and 30 days of one printer. */
  'get-history': (printer: PrinterId) => PrinterHistory;
  'change-settings': (changes: Partial<Settings>) => RequestResult;
  /** Rereads whether the system starts the app at login; the result is in the snapshots. */
  'refresh-start-at-login': () => RequestResult;
  /** Shows a preview notification of that topic, marked as a preview. */
  'preview-notification': (topic: AlertTopic | PrintAlertKind) => RequestResult;
  /** Restarts the app with simulated printers, or back with the real ones. */
  'switch-demo': (demo: boolean) => RequestResult;
  'get-about': () => AboutView;
  'open-data-folder': () => RequestResult;
  /** Lets the user choose a file and writes diagnostics for a bug report: no names, addresses or secrets. */
  'save-diagnostics': () => ActionResult;
  /** Copies the same text and opens the form for a bug report in the browser. */
  'report-problem': () => ActionResult;
  'open-licences': () => RequestResult;
  /** Asks for confirmation in a system dialog, then deletes everything the app stores on this computer, and quits. */
  'remove-all-data': () => ActionResult;
  /** Adds the app to the system's app menu, or removes it. */
  'set-menu-entry': (wanted: boolean) => RequestResult;
  /** Checks for a newer version now; the result is in the snapshots. */
  'look-for-update': () => RequestResult;
  /** Quits the app and starts the downloaded version. */
  'restart-to-update': () => RequestResult;
  /** Shows the keychain's prompt: to unlock it, or to allow access to a token. */
  'bring-up-keychain': () => RequestResult;
  'dismiss-notice': (notice: string) => RequestResult;
  /** Returns why the window was opened (a tray entry, a click on a notification); only once. */
  'take-intent': () => Intent | null;
}

/** Messages that the main process sends to the window on its own. */
export interface Pushes {
  change: (change: SnapshotChange) => void;
  intent: (intent: Intent) => void;
}

/** Why the main process refused a request; never contains any of its data. */
export type Refusal =
  /** It did not come from the app's own page. */
  | 'unknown-sender'
  /** Unknown request, or invalid arguments. */
  | 'invalid-arguments'
  /** The printer is not in the list (any more). */
  | 'unknown-printer'
  /** More often than any user would. */
  | 'too-often'
  /** It was accepted but failed; the log has the details. */
  | 'failed';

/** The main process's reply to a request. */
export type Reply<Answered = unknown> = { readonly answer: Answered } | { readonly refused: Refusal };

/** The bridge the preload script puts on `window.octoglance`. */
export interface Bridge {
  /** Rejects with an error whose message is a `Refusal`. */
  request<Name extends keyof Requests>(
    name: Name,
    ...args: Parameters<Requests[Name]>
  ): Promise<ReturnType<Requests[Name]>>;
  /** Returns the function that ends the subscription. */
  on<Name extends keyof Pushes>(name: Name, listener: Pushes[Name]): () => void;
}

export type LinkName = 'perks' | 'dashboard' | 'support' | 'error-codes' | 'get-started' | 'whats-new';

export type ZoomStep = 'zoom-in' | 'zoom-out' | 'zoom-reset';

/** The entries of a printer's menu. */
export type PrinterMenuChoice =
  | 'open'
  | 'details'
  | 'refresh'
  | 'copy-name'
  | 'copy-local-ip'
  | 'off-on-purpose'
  | 'mute'
  | 'reconnect'
  | 'remove';

export type Intent =
  | { readonly show: 'printers' }
  | { readonly show: 'settings' }
  /** A printer that was just connected; `added` when it is new. */
  | { readonly show: 'printer'; readonly printer: PrinterId; readonly added?: boolean }
  /** The page for adding (null) or reconnecting a printer; `sign-in` when the browser is already open for that. */
  | { readonly show: 'connect'; readonly printer: PrinterId | null; readonly way: 'choose' | 'sign-in' };

/** What changed since snapshot or change number `after`: everything but the printers, and some of those. */
export interface SnapshotChange extends Omit<Snapshot, 'printers'> {
  readonly after: number;
  /** The printers that changed or were added. */
  readonly changed: readonly PrinterView[];
  /** All printers in the user's order; null if it is the same as before. */
  readonly order: readonly PrinterId[] | null;
}

/** Everything the window shows; plain data. */
export interface Snapshot {
  /** Counts snapshots and changes together. */
  readonly number: number;
  /** When it was built, UTC; relative times refer to it. */
  readonly at: Instant;
  readonly demo: boolean;
  /** The network between this computer and OctoEverywhere. */
  readonly network: GlanceNetwork;
  /** Since when OctoEverywhere has not responded for any printer despite a network, UTC; null while it responds. */
  readonly serviceSilentSince: Instant | null;
  /** What the tray shows, without names. */
  readonly glance: { readonly state: GlanceState; readonly stale: boolean; readonly headline: string };
  readonly printers: readonly PrinterView[];
  readonly settings: Settings;
  /** The language of the window: the user's choice, or the system's. */
  readonly language: Language;
  /** How to format times, dates and numbers: by the system's region, regardless of the language. */
  readonly region: Region;
  /** What "Restore defaults" goes back to. */
  readonly defaultSettings: Settings;
  /** One-time notices: a settings file was moved aside, no tray on this desktop, a locked keychain. */
  readonly notices: readonly Notice[];
  /** Null while notifications are not held back. */
  readonly quiet: Quiet | null;
  /** The pending sign-in, if any. */
  readonly signIn: SignInView | null;
  /** Hints shown once after the first printer; null when there are none. */
  readonly firstSteps: FirstStepsView | null;
  /** Null if it is not updated from releases: a checkout, the demo. */
  readonly updates: UpdateState | null;
  readonly version: string;
  /** Whether this AppImage is in the system's app menu; null if the app does not manage that. */
  readonly menuEntry: boolean | null;
}

/** Where the system shows the icon, if at all. */
export type TrayPlace = 'panel' | 'taskbar' | 'menuBar' | 'none';

export interface FirstStepsView {
  readonly tray: TrayPlace;
}

/** Versions of the running app, and where its data is. */
export interface AboutView {
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  readonly system: string;
  /** Absolute path of the profile. */
  readonly dataFolder: string;
}

export interface Notice extends Message {
  readonly id: string;
  readonly severity: 'info' | 'warning';
  readonly dismissable: boolean;
  /**
   * `browser`: the address that did not open can be copied or opened again. `whats-new`: the release notes can be
   * opened. `restart`: the app can be restarted into the new version. `keychain-…`: the keychain's prompt can be shown.
   */
  readonly help?: 'browser' | 'whats-new' | 'restart' | 'keychain-locked' | 'keychain-no-keyring' | 'keychain-denied';
}
