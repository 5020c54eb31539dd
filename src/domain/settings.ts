export type Theme = 'system' | 'light' | 'dark';

export interface Settings {
  /** Seconds between two polls of one connection, 30–3600. */
  readonly pollSeconds: number;
  /** Seconds of disconnection before it is told, 0–1800. */
  readonly graceSeconds: number;
  readonly notifications: boolean;
  readonly theme: Theme;
  readonly startAtLogin: boolean;
}

export const defaultSettings: Settings = {
  pollSeconds: 60,
  graceSeconds: 90,
  notifications: true,
  theme: 'system',
  startAtLogin: false,
};
