import type { QuietHours } from './quiet-hours.ts';
import type { Language } from './words/words.ts';

export type Theme = 'system' | 'light' | 'dark';

/** What the app speaks: what the system does, or one language always. */
export type LanguageChoice = 'system' | Language;

/** What notifications can be about; each can be switched off. */
export type AlertTopic = 'disconnected' | 'recovered' | 'reconnect' | 'perks' | 'update' | 'service';

export interface Settings {
  /** Seconds between two polls of one connection, 30–3600. */
  readonly pollSeconds: number;
  /** Seconds of disconnection before it is told, 0–1800. */
  readonly graceSeconds: number;
  /** False: no notification at all, whatever the topics say. */
  readonly notifications: boolean;
  /** What the user wants to be told of. */
  readonly topics: Readonly<Record<AlertTopic, boolean>>;
  /** Whether a notification may make a sound; the system decides which. */
  readonly sound: boolean;
  readonly quietHours: QuietHours;
  readonly theme: Theme;
  readonly language: LanguageChoice;
  readonly startAtLogin: boolean;
  /** Whether newer versions are looked for once a day. */
  readonly lookForUpdates: boolean;
}

export const defaultSettings: Settings = {
  pollSeconds: 60,
  graceSeconds: 90,
  notifications: true,
  topics: { disconnected: true, recovered: true, reconnect: true, perks: true, update: true, service: true },
  sound: true,
  quietHours: { on: false, days: Array.from({ length: 7 }, () => ({ from: 22 * 60, until: 7 * 60 })) },
  theme: 'system',
  language: 'system',
  startAtLogin: false,
  lookForUpdates: true,
};
