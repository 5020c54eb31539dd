import { defaultPrintKinds, type PrintAlertKind } from './print/print-alert.ts';
import type { QuietHours } from './quiet-hours.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The languages that OctoGlance supports. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** The language setting: the system's language, or a fixed one. */
export type LanguageChoice = 'system' | Language;

/** How much room each printer has in the list. */
export const densities = ['comfortable', 'compact'] as const;
export type Density = (typeof densities)[number];

/** How a long list is sorted. */
export const listOrders = ['needs-you-first', 'by-state', 'done-next', 'own'] as const;
export type ListOrder = (typeof listOrders)[number];

/** What notifications can be about; each can be switched off. */
export const alertTopics = ['disconnected', 'recovered', 'reconnect', 'perks', 'update', 'service'] as const;
export type AlertTopic = (typeof alertTopics)[number];

export interface Settings {
  /** Seconds between two polls of one connection, 30–3600. */
  readonly pollSeconds: number;
  /** Seconds of disconnection before it is reported, 0–1800. */
  readonly graceSeconds: number;
  /** False: no notification at all, whatever the topics say. */
  readonly notifications: boolean;
  /** What the user wants to be notified about. */
  readonly topics: Readonly<Record<AlertTopic, boolean>>;
  /** Whether to poll the printers' plugins for prints; it can also be switched off for each printer. */
  readonly watchPrints: boolean;
  /** Whether prints can be paused, resumed and cancelled in the window. */
  readonly allowControl: boolean;
  /** What the user wants to be notified about for prints. */
  readonly printTopics: Readonly<Record<PrintAlertKind, boolean>>;
  /** Whether the tray icon shows a print's progress while all printers are connected. */
  readonly progressInTray: boolean;
  /** Notifications omit the file name, because others may see them. */
  readonly hideFileNames: boolean;
  /** Whether a notification may make a sound; the system decides which. */
  readonly sound: boolean;
  readonly quietHours: QuietHours;
  readonly theme: Theme;
  readonly language: LanguageChoice;
  readonly density: Density;
  readonly listOrder: ListOrder;
  /** Whether the icon is coloured in the macOS menu bar, where icons are normally monochrome. */
  readonly colourInMenuBar: boolean;
  readonly startAtLogin: boolean;
  /** Whether to check for updates once a day. */
  readonly lookForUpdates: boolean;
}

export const defaultSettings: Settings = {
  pollSeconds: 60,
  graceSeconds: 90,
  notifications: true,
  topics: Object.fromEntries(alertTopics.map((topic) => [topic, true])) as Record<AlertTopic, boolean>,
  watchPrints: true,
  allowControl: false,
  printTopics: defaultPrintKinds,
  progressInTray: true,
  hideFileNames: false,
  sound: true,
  quietHours: { on: false, days: Array.from({ length: 7 }, () => ({ from: 22 * 60, until: 7 * 60 })) },
  theme: 'system',
  language: 'system',
  density: 'comfortable',
  listOrder: 'needs-you-first',
  colourInMenuBar: false,
  startAtLogin: false,
  lookForUpdates: true,
};
