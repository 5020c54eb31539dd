/**
 * The rooms (modules) and the doors between them: which room may import from which, including types. A room is a folder
 * of `src` (in `desktop`, of that), a folder of `renderer`, or a file directly in one of them. Rooms further down may
 * import those above, never the other way round.
 */
export const doors: Readonly<Record<string, readonly string[]>> = {
  domain: [],

  i18n: ['domain'],
  timers: ['domain'],
  contract: ['domain'],
  crash: ['domain'],
  dbus: ['domain'],
  monitor: ['domain'],

  startup: ['domain', 'i18n'],
  storage: ['domain', 'i18n', 'timers'],
  logging: ['domain', 'monitor'],
  diagnostics: ['domain', 'monitor'],
  octoeverywhere: ['domain', 'i18n'],

  ipc: ['contract', 'domain', 'logging'],
  history: ['domain', 'monitor', 'storage'],
  keychain: ['dbus', 'domain', 'monitor', 'storage', 'timers'],
  updates: ['desktop/network', 'domain', 'logging', 'octoeverywhere', 'startup', 'timers'],
  'status-command': ['domain', 'i18n', 'startup'],
  connections: ['contract', 'domain', 'i18n', 'keychain', 'monitor', 'octoeverywhere', 'storage', 'timers'],

  'desktop/tray': ['contract', 'dbus', 'domain', 'i18n'],
  'desktop/window': ['contract', 'desktop/network', 'desktop/tray', 'domain', 'storage', 'timers'],
  'desktop/notifications': ['dbus', 'desktop/tray', 'domain'],
  'desktop/network': ['domain', 'logging', 'octoeverywhere', 'storage', 'timers'],
  'desktop/integration': ['dbus', 'domain', 'i18n', 'keychain', 'startup'],
  'desktop/lifecycle': [
    'dbus',
    ...['contract', 'crash', 'desktop/integration', 'desktop/window', 'domain', 'i18n', 'logging'],
    ...['startup', 'status-command'],
  ],

  app: [
    ...[
      'connections',
      'contract',
      'crash',
      'dbus',
      'desktop/integration',
      'desktop/lifecycle',
      'desktop/notifications',
    ],
    ...['desktop/tray', 'desktop/window', 'diagnostics', 'domain', 'history', 'i18n', 'ipc', 'keychain', 'logging'],
    ...['monitor', 'octoeverywhere', 'startup', 'status-command', 'storage', 'timers', 'updates'],
  ],
  demo: ['connections', 'domain', 'history', 'i18n', 'monitor', 'octoeverywhere', 'storage'],

  'src/beginnings.ts': ['demo', 'desktop/lifecycle', 'desktop/tray', 'startup', 'status-command'],
  'src/compose.ts': [
    ...[
      'src/beginnings.ts',
      'app',
      'connections',
      'dbus',
      'desktop/integration',
      'desktop/lifecycle',
      'desktop/network',
    ],
    ...['desktop/notifications', 'desktop/window', 'domain', 'history', 'ipc', 'keychain', 'logging', 'monitor'],
    ...['octoeverywhere', 'startup', 'timers'],
  ],
  'src/load-compose.ts': ['src/compose.ts', 'desktop/network', 'i18n', 'monitor'],
  'src/start.ts': [
    ...['src/load-compose.ts', 'demo', 'desktop/lifecycle', 'desktop/network', 'desktop/notifications', 'desktop/tray'],
    ...['desktop/window', 'octoeverywhere', 'startup', 'status-command'],
  ],
  'src/main.ts': ['src/start.ts', 'startup'],
  'src/preload.ts': ['contract'],

  'renderer/messages.ts': ['domain', 'i18n'],
  'renderer/bridge.ts': ['contract', 'domain', 'renderer/messages.ts'],
  'renderer/format.ts': ['domain', 'i18n', 'renderer/messages.ts'],
  'renderer/state': ['contract', 'domain', 'renderer/bridge.ts', 'renderer/messages.ts'],
  'renderer/start.ts': ['contract', 'renderer/state'],
  'renderer/components': [
    ...['contract', 'domain', 'renderer/bridge.ts', 'renderer/format.ts', 'renderer/state', 'renderer/messages.ts'],
  ],
  'renderer/history': ['domain', 'renderer/format.ts', 'renderer/state', 'renderer/messages.ts'],
  'renderer/settings': [
    ...['contract', 'domain', 'renderer/bridge.ts', 'renderer/format.ts', 'renderer/components', 'renderer/state'],
    'renderer/messages.ts',
  ],
  'renderer/printers': [
    ...['contract', 'domain', 'renderer/bridge.ts', 'renderer/format.ts', 'renderer/components', 'renderer/history'],
    ...['renderer/settings', 'renderer/state', 'renderer/messages.ts'],
  ],
  'renderer/detail': [
    ...['contract', 'domain', 'renderer/bridge.ts', 'renderer/format.ts', 'renderer/components', 'renderer/history'],
    ...['renderer/printers', 'renderer/state', 'renderer/messages.ts'],
  ],
  'renderer/prints': [
    ...['contract', 'domain', 'renderer/bridge.ts', 'renderer/components', 'renderer/format.ts'],
    ...['renderer/printers', 'renderer/state', 'renderer/messages.ts'],
  ],
  'renderer/screens': [
    ...['domain', 'renderer/bridge.ts', 'renderer/detail', 'renderer/format.ts', 'renderer/components'],
    ...['renderer/printers', 'renderer/prints', 'renderer/settings', 'renderer/state', 'renderer/messages.ts'],
  ],
  'renderer/app.tsx': [
    'domain',
    'renderer/components',
    'renderer/history',
    'renderer/printers',
    'renderer/screens',
    'renderer/start.ts',
    'renderer/state',
    'renderer/messages.ts',
  ],
  'renderer/main.tsx': ['renderer/app.tsx', 'renderer/start.ts', 'renderer/state'],
};

/**
 * Which rooms may import which package: a room, or a whole tree of them. `node` means all modules of Node; packages
 * that are not listed may not be imported anywhere.
 */
export const packages: Readonly<Record<string, readonly string[]>> = {
  '@jellybrick/dbus-next': ['dbus'],
  '@preact/signals': ['renderer'],
  electron: ['desktop', 'ipc', 'src'],
  'electron-log': ['logging'],
  'electron-store': ['storage'],
  'electron-updater': ['updates'],
  keytar: ['keychain'],
  ky: ['octoeverywhere'],
  node: [
    ...['app', 'dbus', 'demo', 'desktop', 'history', 'ipc', 'keychain', 'logging', 'octoeverywhere', 'src', 'startup'],
    ...['status-command', 'storage', 'updates'],
  ],
  preact: ['renderer'],
  valibot: ['demo', 'domain', 'ipc', 'keychain', 'status-command', 'storage'],
};
