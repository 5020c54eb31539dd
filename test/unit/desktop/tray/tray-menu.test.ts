import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrinterView } from '../../../../src/contract/printer-view.ts';
import type { TrayMenuEntry } from '../../../../src/desktop/tray/menu-entry.ts';
import { trayMenu } from '../../../../src/desktop/tray/tray-menu.ts';
import { isTrouble, worstFirst } from '../../../../src/domain/glance.ts';
import { messagesFor } from '../../../../src/i18n/messages.ts';
import { mixed, viewOf } from '../../../support/tray/printer-views.ts';

const messages = messagesFor('en');
const { tray } = messages;

function menu(printers: readonly PrinterView[], rows = 24, remarks: readonly string[] = []): readonly TrayMenuEntry[] {
  return trayMenu({ remarks, printers, quiet: null }, rows, messages);
}

function labels(entries: readonly TrayMenuEntry[]): readonly string[] {
  return entries.map((entry) => {
    if (entry.kind === 'separator') return '---';
    return entry.kind === 'submenu' ? `${entry.label} ▸` : entry.label;
  });
}

function inside(entries: readonly TrayMenuEntry[], label: string): readonly TrayMenuEntry[] {
  const found = entries.find((entry) => entry.kind === 'submenu' && entry.label === label);
  if (found?.kind !== 'submenu') throw new Error(`No submenu "${label}" among: ${labels(entries).join(', ')}`);
  return found.entries;
}

function commandOf(entries: readonly TrayMenuEntry[], label: string) {
  const found = entries.find((entry) => entry.kind === 'command' && entry.label === label);
  return found?.kind === 'command' ? found.command : null;
}

/** Returns the height of a menu, in entries. */
function height(entries: readonly TrayMenuEntry[]): number {
  return entries.reduce((sum, { kind }) => sum + (kind === 'separator' ? 0.5 : 1), 0);
}

/** Returns a menu and all its submenus. */
function allMenus(entries: readonly TrayMenuEntry[]): readonly (readonly TrayMenuEntry[])[] {
  return [entries, ...entries.flatMap((entry) => (entry.kind === 'submenu' ? allMenus(entry.entries) : []))];
}

const commands = ['Refresh all', 'More actions ▸', 'Snooze notifications ▸', 'Show window', 'Settings', '---', 'Quit'];

describe('the menu of three printers', () => {
  const printers = [
    viewOf('Voron', 'online'),
    viewOf('Ender 3', 'offline', { localIp: '10.0.0.3' }),
    viewOf('Prusa MK4', 'reconnect-needed'),
  ];

  it('has one entry for each, in the user’s order, with its status and picture', () => {
    const entries = menu(printers);
    expect(labels(entries)).toEqual([
      'Voron: Connected',
      'Ender 3: Disconnected',
      'Prusa MK4: Reconnect…',
      '---',
      ...commands,
    ]);
    expect(entries.slice(0, 3).map((entry) => (entry.kind === 'command' ? entry.picture : null))).toEqual([
      { state: 'online', stale: false },
      { state: 'offline', stale: false },
      { state: 'reconnect-needed', stale: false },
    ]);
  });

  it('opens a printer’s page by its entry, and reconnects only a refused one', () => {
    expect(commandOf(menu(printers), 'Ender 3: Disconnected')).toEqual({ do: 'open-printer', printer: 'Ender 3' });
    expect(commandOf(menu(printers), 'Prusa MK4: Reconnect…')).toEqual({ do: 'reconnect', printer: 'Prusa MK4' });
  });

  it('has the other actions of each printer in “More actions”', () => {
    const more = inside(menu(printers), tray.moreActions);
    expect(labels(more)).toEqual(['Voron ▸', 'Ender 3 ▸', 'Prusa MK4 ▸']);
    const usual = ['Refresh', 'Copy local IP', 'Mute', '---', 'Off on purpose', 'Often switched off'];
    expect(labels(inside(more, 'Ender 3'))).toEqual(usual);
    // Clicking its entry does something else, so its page is listed here.
    expect(labels(inside(more, 'Prusa MK4'))).toEqual(['Open in OctoEverywhere', ...usual]);
  });

  it('shows what is muted and what is only the last known status', () => {
    const remarked = [
      viewOf('Voron', 'online', { staleSince: 5 }),
      viewOf('Ender', 'offline', { muted: true }),
      viewOf('Mini', 'reconnect-needed', { muted: true, staleSince: 5 }),
    ];
    expect(labels(menu(remarked)).slice(0, 3)).toEqual([
      'Voron: Connected (last known)',
      'Ender: Disconnected (muted)',
      'Mini: Reconnect… (muted)',
    ]);
    expect(menu(remarked)[0]).toMatchObject({ picture: { state: 'online', stale: true } });
  });
});

it('shows the actions of a single printer directly in “More actions”, and none if there is no printer', () => {
  expect(labels(inside(menu([viewOf('Voron', 'online')]), tray.moreActions))[0]).toBe('Refresh');
  expect(labels(menu([]))).toEqual([
    'Add printer…',
    '---',
    'Refresh all',
    ...commands.filter((label) => label !== 'Refresh all' && label !== 'More actions ▸'),
  ]);
});

describe('the menu of sixty printers', () => {
  const printers = mixed({ online: 48, offline: 9, 'reconnect-needed': 1, unknown: 2 });

  it('lists twelve with problems, the worst first, and the healthy ones in a submenu', () => {
    const entries = menu(printers);
    expect(labels(entries)).toEqual([
      'reconnect-needed 1: Reconnect…',
      ...[9, 8, 7, 6, 5, 4, 3, 2, 1].map((number) => `offline ${number}: Disconnected`),
      'unknown 2: Can’t check',
      'unknown 1: Can’t check',
      '48 connected ▸',
      '---',
      ...commands,
    ]);
    const healthy = inside(entries, '48 connected');
    expect(healthy).toHaveLength(24);
    expect(labels(healthy).at(0)).toBe('online 48: Connected');
    expect(labels(healthy).at(-1)).toBe('25 more in the window…');
    expect(commandOf(healthy, 'online 47: Connected')).toEqual({ do: 'open-printer', printer: 'online 47' });
  });

  it('lists those with problems first in “More actions” too', () => {
    const more = labels(inside(menu(printers), tray.moreActions));
    expect(more).toHaveLength(12);
    expect(more.slice(0, 2)).toEqual(['reconnect-needed 1 ▸', 'offline 9 ▸']);
    expect(more.at(-1)).toBe('49 more in the window…');
  });

  it('has them in a submenu while all is well, including those that are off', () => {
    const well = mixed({ online: 57, checking: 1, off: 2 });
    expect(labels(menu(well))).toEqual(['1 being checked, 57 connected, 2 off ▸', '---', ...commands]);
  });

  it('counts the problems that do not fit', () => {
    const all = menu(mixed({ offline: 40, unknown: 20 }));
    expect(labels(all).slice(0, 14)).toEqual([
      ...Array.from({ length: 12 }, (_, index) => `offline ${40 - index}: Disconnected`),
      'More: 28 disconnected, 20 can’t be checked ▸',
      '---',
    ]);
    expect(all[12]).toMatchObject({ picture: { state: 'offline', stale: false } });
  });

  it('keeps its order and length on a low screen', () => {
    // Two thirds of 770 points, with 28 points per entry.
    const entries = menu(printers, 18, ['Quiet hours until 07:00']);
    expect(height(entries)).toBeLessThanOrEqual(18);
    expect(labels(entries)).toEqual([
      'Quiet hours until 07:00',
      '---',
      'reconnect-needed 1: Reconnect…',
      ...[9, 8, 7, 6, 5, 4].map((number) => `offline ${number}: Disconnected`),
      'More: 3 disconnected, 2 can’t be checked ▸',
      '48 connected ▸',
      '---',
      ...commands,
    ]);
  });
});

describe('any menu', () => {
  const anyPrinters = fc
    .array(fc.constantFrom(...worstFirst), { maxLength: 220 })
    .map((states) => states.map((status, index) => viewOf(`P${index}`, status)));

  it('stays within its rows, submenus included, with every command in sight', () => {
    const remark = fc.constantFrom('Demo: simulated printers', 'This computer is offline', 'Quiet hours until 07:00');
    fc.assert(
      fc.property(anyPrinters, fc.integer({ min: 12, max: 60 }), fc.array(remark, { maxLength: 3 }), (...drawn) => {
        const entries = menu(...drawn);
        for (const one of allMenus(entries)) expect(height(one)).toBeLessThanOrEqual(Math.max(drawn[1], 8));
        const top = labels(entries);
        for (const label of ['Refresh all', 'Show window', 'Settings', 'Quit']) expect(top).toContain(label);
      }),
    );
  });

  it('contains or counts every printer once', () => {
    fc.assert(
      fc.property(anyPrinters, fc.integer({ min: 12, max: 60 }), (printers, rows) => {
        const entries = menu(printers, rows);
        const own = entries.slice(0, labels(entries).indexOf('---'));
        const listed = own.flatMap((entry) => (entry.kind === 'submenu' ? entry.entries : [entry]));
        const reached = listed.flatMap((entry) =>
          entry.kind === 'command' && 'printer' in entry.command ? [entry.command.printer] : [],
        );
        const others = listed.flatMap((entry) =>
          entry.kind === 'command' && entry.command.do === 'show-window' ? [Number.parseInt(entry.label, 10)] : [],
        );
        expect(new Set(reached).size).toBe(reached.length);
        expect(reached.length + others.reduce((sum, count) => sum + count, 0)).toBe(printers.length);
      }),
    );
  });

  it('never has a healthy printer above one with a problem, unless in the user’s order', () => {
    fc.assert(
      fc.property(anyPrinters, (printers) => {
        const shown = menu(printers).flatMap((entry) => (entry.kind === 'command' ? [entry] : []));
        const states = shown.flatMap(({ command }) => {
          return 'printer' in command ? (printers.find(({ id }) => id === command.printer)?.status ?? []) : [];
        });
        if (states.length === printers.length && printers.length <= 12) return;
        expect(states.every(isTrouble)).toBe(true);
        const ranks = states.map((state) => worstFirst.indexOf(state));
        expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
      }),
    );
  });
});
