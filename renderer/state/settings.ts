import { ask } from '../bridge.ts';
import { appState } from './fleet.ts';
import { newestSettings } from './newest-settings.ts';

/** The settings including all pending changes; null until the first snapshot has arrived. */
export const { newest: settings, change: changeSettings } = newestSettings(appState, (changes) =>
  ask('change-settings', changes),
);
