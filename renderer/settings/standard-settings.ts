import type { Settings } from '../../src/domain/settings.ts';

/** The defaults of the domain, which a test compares with these: the window takes only types from there. */
export const standardSettings: Settings = {
  pollSeconds: 60,
  graceSeconds: 90,
  notifications: true,
  theme: 'system',
  startAtLogin: false,
};
