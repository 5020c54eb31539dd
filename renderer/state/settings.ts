import { ask } from '../bridge.ts';
import { appState } from './fleet.ts';
import { newestSettings } from './newest-settings.ts';

/** The settings with all changes that are on their way; null until the first snapshot has come. */
export const { newest: settings, change: changeSettings } = newestSettings(appState, (changes) =>
  ask('change-settings', changes),
);
