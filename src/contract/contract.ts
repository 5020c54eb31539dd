import type { GlanceNetwork, GlanceState } from '../domain/glance.ts';
import type { PeriodView, PrinterHistory } from '../domain/history-view.ts';
import type { Message } from '../domain/message.ts';
import type { Quiet } from '../domain/notification-policy.ts';
import type { GadgetState } from '../domain/print/gadget.ts';
import type { PrintAlertKind } from '../domain/print/print-alert.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Region } from '../domain/region.ts';
import type {
  ActionResult,
  AddAnswer,
  Answer,
  KeepSecret,
  RefreshAnswer,
  SignInChoice,
  SignInView,
} from '../domain/results.ts';
import type { AlertTopic, Language, Settings } from '../domain/settings.ts';
import type { SnoozeLength } from '../domain/snooze.ts';
import type { Instant } from '../domain/time.ts';
import type { UpdateState } from '../domain/updates.ts';
import type { PrinterView } from './printer-view.ts';

/**
 * All that passes between the window and the main process, as signatures from which both ends derive. A secret appears
 * in one direction only: what the user pastes goes in with `add-printer` and `reconnect-printer`, none comes back.
 */
export interface Requests {
  'get-snapshot': () => Snapshot;
  /** Asks OctoEverywhere about one printer now, or about all with null. */
  refresh: (printer: PrinterId | null) => RefreshAnswer;
  /** Asks OctoEverywhere about several printers now. */
  'refresh-printers': (printers: readonly PrinterId[]) => RefreshAnswer;
  /** Opens the printer's page in the browser. */
  'open-printer': (printer: PrinterId) => Answer;
  'open-link': (link: LinkName) => Answer;
  /** Opens the printer's page in the user's own network, for an address of such a network only. */
  'open-local-page': (printer: PrinterId) => Answer;
  /** Opens the address that was to be opened last in the browser again. */
  'open-address-again': () => Answer;
  /** Puts the address that was to be opened last into the clipboard. */
  'copy-address': () => Answer;
  /** Puts the printer's local IP address into the clipboard. */
  'copy-local-ip': (printer: PrinterId) => Answer;
  /** Puts the printer's name into the clipboard. */
  'copy-name': (printer: PrinterId) => Answer;
  /** Shows the printer's menu at a place in the page, in its pixels; what the user chose in it, null for nothing. */
  'choose-in-printer-menu': (printer: PrinterId, x: number, y: number) => PrinterMenuChoice | null;
  /** Shows the page larger or smaller; kept from one opening to the next. */
  zoom: (step: ZoomStep) => Answer;
  'add-printer': (pasted: string, keep: KeepSecret) => AddAnswer;
  'reconnect-printer': (printer: PrinterId, pasted: string, keep: KeepSecret) => AddAnswer;
  /** Opens the App Connection Portal in the browser; for a new printer with null, else to connect that printer again. */
  'start-sign-in': (printer: PrinterId | null) => Answer;
  'cancel-sign-in': () => Answer;
  /** What the user chose where a sign-in had a question. */
  'answer-sign-in': (choice: SignInChoice) => Answer;
  /** Opens the page of the sign-in that is under way again. */
  'open-sign-in-again': () => Answer;
  /** Puts the address of that page into the clipboard. */
  'copy-sign-in-link': () => Answer;
  /** The user has read what is said after the first printer. */
  'finish-first-steps': () => Answer;
  'remove-printer': (printer: PrinterId) => Answer;
  /** Puts a printer right before another one, or at the end with null. */
  'move-printer': (printer: PrinterId, before: PrinterId | null) => Answer;
  /** Mutes the notifications of this printer, or unmutes them. */
  'mute-printer': (printer: PrinterId, muted: boolean) => Answer;
  /** The user switched it off: it is shown as off until it connects again, or no longer. */
  'set-off-on-purpose': (printer: PrinterId, off: boolean) => Answer;
  /** The same for several printers. */
  'mute-printers': (printers: readonly PrinterId[], muted: boolean) => Answer;
  'set-printers-off': (printers: readonly PrinterId[], off: boolean) => Answer;
  /** Gives printers a tag, or takes it away. */
  'tag-printers': (printers: readonly PrinterId[], tag: string, on: boolean) => Answer;
  /** It is shown as off whenever it is disconnected, or no longer. */
  'set-often-off': (printer: PrinterId, often: boolean) => Answer;
  /** Whether the printer's plugin is asked about its prints. */
  'set-watch-prints': (printer: PrinterId, watch: boolean) => Answer;
  /** Holds all notifications back for a while, or (`end`) no longer. */
  snooze: (length: SnoozeLength | 'end') => Answer;
  /** Has the user choose a file and writes the list there, without secrets. */
  'export-list': () => ActionResult;
  /** Has the user choose a file and adds the printers in it that are not listed yet. */
  'import-list': () => ActionResult;
  /** Has the user choose a file and writes there the outages of one printer, or of all with null. */
  'export-history': (printer: PrinterId | null) => ActionResult;
  /** The last 24 hours of every printer. */
  'get-days': () => Readonly<Record<PrinterId, PeriodView>>;
  /** The last 24 hours, 7 days and 30 days of one printer. */
  'get-history': (printer: PrinterId) => PrinterHistory;
  /** What Gadget says of the print that runs; null when it says nothing. At most once in 10 s it is really asked. */
  'get-gadget': (printer: PrinterId) => GadgetState | null;
  'change-settings': (changes: Partial<Settings>) => Answer;
  /** Rereads whether the system starts the app at login; what comes of it is in the snapshots. */
  'refresh-start-at-login': () => Answer;
  /** Shows what a notification of that topic looks like; says in it that nothing has happened. */
  'preview-notification': (topic: AlertTopic | PrintAlertKind) => Answer;
  /** Restarts the app with simulated printers, or leaves them again. */
  'switch-demo': (demo: boolean) => Answer;
  'get-about': () => AboutView;
  'open-data-folder': () => Answer;
  /** Has the user choose a file and writes there what a report about a fault needs: no name, address or secret. */
  'save-diagnostics': () => ActionResult;
  /** Puts the same text into the clipboard and opens the form for a report in the browser. */
  'report-problem': () => ActionResult;
  'open-licences': () => Answer;
  /** Looks for a newer version now; what comes of it is in the snapshots. */
  'look-for-update': () => Answer;
  /** Ends the app and starts the version that was downloaded. */
  'restart-to-update': () => Answer;
  /** Brings up the keychain's question: its unlock prompt, whether OctoGlance may have a token. */
  'bring-up-keychain': () => Answer;
  'dismiss-notice': (notice: string) => Answer;
  /** What the window was opened for (a tray entry, a notification's click); given once. */
  'take-intent': () => Intent | null;
}

/** What the main process tells the window unasked. */
export interface Pushes {
  snapshot: (snapshot: Snapshot) => void;
  intent: (intent: Intent) => void;
}

/** Why the main process did not do what was asked; says nothing of what was sent. */
export type Refusal =
  /** It came from something else than the app's own page. */
  | 'unknown-sender'
  /** No such request, or arguments that do not fit it. */
  | 'does-not-fit'
  /** It names a printer that is not in the list (any more). */
  | 'unknown-printer'
  /** More often than a person would ask. */
  | 'too-often'
  /** It was taken on, and something went wrong that the log reports. */
  | 'failed';

/** What a request brings back from the main process. */
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

/** What can be done in the menu of a printer. */
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
  /** One printer that was just connected; `added` where it is new. */
  | { readonly show: 'printer'; readonly printer: PrinterId; readonly added?: boolean }
  /** Where a printer is added (null) or connected again; `sign-in` where the browser is open for that already. */
  | { readonly show: 'connect'; readonly printer: PrinterId | null; readonly way: 'choose' | 'sign-in' };

/** Everything the window shows. Rebuilt at each change; plain data. */
export interface Snapshot {
  /** When it was built, UTC; relative times count from here on. */
  readonly at: Instant;
  readonly demo: boolean;
  /** What stands between this computer and OctoEverywhere. */
  readonly network: GlanceNetwork;
  /** Since when OctoEverywhere has answered about no printer though there is a network, UTC; null while it answers. */
  readonly serviceSilentSince: Instant | null;
  /** What the tray says, without names. */
  readonly glance: { readonly state: GlanceState; readonly stale: boolean; readonly headline: string };
  readonly printers: readonly PrinterView[];
  readonly settings: Settings;
  /** What the window speaks: the user's choice, or the system's language. */
  readonly language: Language;
  /** How times, dates and numbers are written: by the system's region, whatever the language. */
  readonly region: Region;
  /** What "Restore defaults" goes back to. */
  readonly defaultSettings: Settings;
  /** Things that need saying once: a settings file set aside, no tray on this desktop, a locked keychain. */
  readonly notices: readonly Notice[];
  /** Null while notifications are shown as they come. */
  readonly quiet: Quiet | null;
  /** The sign-in that is under way, if any. */
  readonly signIn: SignInView | null;
  /** What is said once after the first printer; null when there is nothing to say. */
  readonly firstSteps: FirstStepsView | null;
  /** Null for what is not updated from releases: a checkout, the demo. */
  readonly updates: UpdateState | null;
  readonly version: string;
}

/** Where the system shows the icon; `none` where it shows none. */
export type TrayPlace = 'panel' | 'taskbar' | 'menuBar' | 'none';

export interface FirstStepsView {
  readonly tray: TrayPlace;
}

/** What runs here, and where it keeps its data. */
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
   * `browser`: the address that did not open can be copied, and opened again. `keychain-…`: the keychain can be made to ask
   * the user its question.
   */
  readonly help?: 'browser' | 'keychain-locked' | 'keychain-no-keyring' | 'keychain-denied';
}
