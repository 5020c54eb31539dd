import { defaultPrintKinds, type PrintAlertKind } from './print/print-alert.ts';
import type { QuietHours } from './quiet-hours.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The languages OctoGlance speaks. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** What the app speaks: what the system does, or one language always. */
export type LanguageChoice = 'system' | Language;

/** How much room each printer has in the list. */
export const densities = ['comfortable', 'compact'] as const;
export type Density = (typeof densities)[number];

/** How a long list is put in order. */
export const listOrders = ['needs-you-first', 'by-state', 'own'] as const;
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
  /** What the user wants to be notified of. */
  readonly topics: Readonly<Record<AlertTopic, boolean>>;
  /** Whether the printers' plugins are asked about prints, for those whose user does not switch it off one by one. */
  readonly watchPrints: boolean;
  /** Whether prints can be paused, resumed and cancelled in the window. */
  readonly allowControl: boolean;
  /** What the user wants to be told of prints. */
  readonly printTopics: Readonly<Record<PrintAlertKind, boolean>>;
  /** Notifications leave out what is printed: they may be seen by others. */
  readonly hideFileNames: boolean;
  /** Whether a notification may make a sound; the system decides which. */
  readonly sound: boolean;
  readonly quietHours: QuietHours;
  readonly theme: Theme;
  readonly language: LanguageChoice;
  readonly density: Density;
  readonly listOrder: ListOrder;
  /** Whether the icon has its colours in the menu bar of macOS, which has none of its own otherwise. */
  readonly colourInMenuBar: boolean;
  readonly startAtLogin: boolean;
  /** Whether newer versions are looked for once a day. */
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
