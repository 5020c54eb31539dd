/**
 * Snapshots for viewing the window. What the real app sends is tested with the real app.
 *
 * @import { Snapshot } from '../../src/contract/contract.ts'
 * @import { PrinterView } from '../../src/contract/printer-view.ts'
 * @import { ShownStatus } from '../../src/domain/shown-status.ts'
 */

import {
  at,
  defaultSettings,
  hour,
  limits,
  load,
  messagesFor,
  minute,
  printer,
  snapshot,
  textOf,
} from './make-snapshot.mjs';
import { printSnapshots } from './print-snapshots.mjs';

const { notSavedNotice } = /** @type {typeof import('../../src/storage/storage-notice.ts')} */ (
  await load('./src/storage/storage-notice.ts')
);

const six = [
  printer(1, 'Voron 2.4', 'online'),
  printer(2, 'Ender 3 in the garage', 'offline', { lastConnectedAt: at - 9 * hour }),
  printer(3, 'Prusa MK4', 'reconnect-needed', { since: at - 26 * hour, nextCheckAt: at + 41 * minute }),
  printer(4, 'Bambu X1C', 'perks-needed', { since: at - 20 * minute, nextCheckAt: at + 8 * minute }),
  printer(5, 'Mini', 'unknown', { lastDisconnectedAt: null }),
  printer(6, 'Sidewinder', 'checking'),
];

const noResponse = {
  ...messagesFor('en').problems.unreachable('timeout'),
  smallPrint: messagesFor('en').problems.network('timeout'),
};
const stale = [
  printer(1, 'Voron 2.4', 'online', { staleSince: at - 4 * minute, problem: noResponse }),
  printer(2, 'Ender 3 in the garage', 'offline', { staleSince: at - 90_000, lastConnectedAt: at - 9 * hour }),
  printer(3, 'Prusa MK4', 'reconnect-needed', { staleSince: at - 3 * hour, since: at - 26 * hour }),
  printer(4, 'Bambu X1C', 'perks-needed', { staleSince: at - 26 * minute, since: at - 40 * minute }),
  printer(5, 'Mini', 'update-needed', { staleSince: at - 12 * minute }),
  printer(6, 'Sidewinder', 'online', { lastDisconnectedAt: null }),
];
const off = [
  printer(1, 'Voron 2.4', 'online'),
  printer(2, 'Ender 3 in the garage', 'off', { offOnPurpose: true, since: at - 20 * minute }),
  printer(3, 'Prusa MK4', 'off', { oftenOff: true, since: at - 9 * hour }),
];

/** @type {readonly ShownStatus[]} */
const often = ['online', 'online', 'offline', 'online', 'online', 'unknown', 'online', 'update-needed'];
const forty = Array.from({ length: 40 }, (_, index) =>
  printer(index + 1, `Farm ${String(index + 1).padStart(2, '0')}`, often[index % often.length] ?? 'online', {
    since: at - (index + 1) * 37 * minute,
    ...(index === 4 ? { staleSince: at - 14 * minute } : {}),
  }),
);

const hostile = [
  printer(1, 'Ungewöhnlichlangername'.repeat(9).slice(0, 200), 'online'),
  printer(2, 'طابعة المختبر رقم ٣', 'offline'),
  printer(3, '<img src=x onerror=alert(1)><b>Bold</b>', 'online'),
  printer(4, '🐙🖨️ 👩‍🔧 Octo‮drawkcab', 'reconnect-needed'),
  printer(5, 'A printer whose owner wrote a little story about it. '.repeat(4).slice(0, 200), 'perks-needed'),
  printer(6, 'Unnamed printer', 'online', {
    localIp: '2001:0db8:85a3:0000:0000:8a2e:0370:7334',
    limits: { ...limits, maxUploadFileBytes: 50 * 1024 * 1024, maxTotalWebcamStreamSeconds: 7200 },
  }),
];

/** @param {PrinterView[]} printers */
const inGerman = (printers) => printers.map((one) => ({ ...one, ...textOf(one.status, 'de') }));

/** Begun a minute ago. */
const waitingSignIn = { printer: null, startedAt: at - minute, waitsUntil: at + 14 * minute, comesBack: true };

/** @type {Record<string, Snapshot>} */
export const snapshots = {
  ...printSnapshots({ at, printer, snapshot, settings: defaultSettings }),
  'german-empty': snapshot([], { language: 'de' }),
  'german-first-printer': snapshot(inGerman(six).slice(0, 1), { firstSteps: { tray: 'taskbar' }, language: 'de' }),
  'german-six': snapshot(inGerman(six), { language: 'de', demo: true }),
  'german-forty': snapshot(inGerman(forty), { language: 'de' }),
  'german-quiet-hours': snapshot(inGerman(six.slice(0, 2)), {
    language: 'de',
    settings: { ...defaultSettings, quietHours: { ...defaultSettings.quietHours, on: true } },
    quiet: { why: 'quiet-hours', until: Date.UTC(2026, 0, 15, 6) },
  }),
  empty: snapshot([]),
  one: snapshot(six.slice(0, 1)),
  'not-saved': snapshot(six.slice(0, 1), {
    notices: [
      {
        ...notSavedNotice([], 'EROFS').say(messagesFor('en')),
        id: 'not-saved',
        severity: 'warning',
        dismissable: true,
      },
    ],
  }),
  'update-ready': snapshot(six.slice(0, 1), {
    updates: { kind: 'ready', version: '1.4.0', canRestart: true },
    notices: [
      {
        ...messagesFor('en').updates.ready('1.4.0'),
        id: 'update',
        severity: 'info',
        dismissable: true,
        help: 'restart',
      },
    ],
  }),
  six: snapshot(six, { demo: true }),
  readme: snapshot([
    printer(1, 'Voron 2.4', 'online', {
      print: { text: 'Printing 42%, done 20:40', progress: 42, finishAt: Date.UTC(2026, 0, 14, 19, 40) },
    }),
    printer(2, 'Ender 3 in the garage', 'offline', { since: at - 25 * minute }),
    printer(3, 'Prusa MK4', 'reconnect-needed', { since: at - 26 * hour }),
    printer(4, 'Bambu X1C', 'online'),
    printer(5, 'Mini', 'online'),
  ]),
  printing: snapshot([
    printer(1, 'Voron 2.4', 'online', {
      print: { text: 'Printing 42%, done around 20:40', progress: 42, finishAt: Date.UTC(2026, 0, 14, 19, 40) },
    }),
    printer(2, 'Ender 3 in the garage', 'online', {
      print: { text: 'Print paused 7%', progress: 7, finishAt: null },
      muted: true,
    }),
    printer(3, 'Prusa MK4', 'online', { print: { text: 'Warming up', progress: null, finishAt: null } }),
    printer(4, 'Bambu X1C', 'online'),
  ]),
  'printing-one': snapshot([
    printer(1, 'Voron 2.4', 'online', {
      print: { text: 'Printing 42%, done around 20:40', progress: 42, finishAt: Date.UTC(2026, 0, 14, 19, 40) },
    }),
  ]),
  'stale-one': snapshot([printer(1, 'Voron 2.4', 'online', { staleSince: at - 4 * minute })]),
  stale: snapshot(stale),
  'german-stale': snapshot(inGerman(stale), { language: 'de' }),
  off: snapshot(off),
  'german-off': snapshot(inGerman(off), { language: 'de' }),
  'all-off': snapshot(off.slice(1)),
  troubles: snapshot([...six.slice(1, 5), printer(7, 'Farm 07', 'update-needed'), ...six.slice(0, 1)]),
  'network-sign-in': snapshot(
    [printer(1, 'Voron 2.4', 'online', { staleSince: at - 4 * minute }), printer(2, 'Ender 3', 'unknown')],
    { network: 'sign-in' },
  ),
  'german-network-sign-in': snapshot(inGerman([printer(1, 'Voron 2.4', 'unknown')]), {
    language: 'de',
    network: 'sign-in',
  }),
  'german-troubles': snapshot(inGerman([...six.slice(1, 5), ...six.slice(0, 1)]), { language: 'de' }),
  'forty-stale': snapshot(
    forty.map((one) => ({
      ...one,
      ...(one.status === 'unknown' ? {} : { staleSince: at - 6 * minute }),
      ...(one.status === 'offline' ? { status: 'off', statusText: 'Off', staleSince: null } : {}),
    })),
  ),
  forty: snapshot(forty),
  offline: snapshot(
    [
      printer(1, 'Voron 2.4', 'online', {
        staleSince: at - 14 * minute,
        nextCheckAt: null,
        problem: {
          title: 'OctoEverywhere can’t be reached',
          text: 'This computer has no network connection. OctoGlance will try again automatically.',
          smallPrint: 'Network: no-network',
        },
      }),
      printer(2, 'Ender 3', 'offline', { staleSince: at - 14 * minute, nextCheckAt: null }),
    ],
    { network: 'down' },
  ),
  notices: snapshot(six.slice(0, 2), {
    notices: [
      {
        id: 'keychain',
        severity: 'warning',
        dismissable: false,
        title: 'Keychain locked',
        text: 'Your tokens are in a locked keychain. Unlock it and OctoGlance continues automatically. Your printers stay in the list.',
        smallPrint: null,
      },
      {
        id: 'file',
        severity: 'info',
        dismissable: true,
        title: 'The settings file couldn’t be read',
        text: 'OctoGlance uses its default settings. The file was moved aside, not deleted.',
        smallPrint: 'Not JSON. Kept as settings.json.broken-20260114T171730Z',
      },
    ],
  }),
  snoozed: snapshot(
    six.slice(0, 3).map((one, index) => ({ ...one, muted: index === 1 })),
    { quiet: { why: 'snoozed', until: at + hour } },
  ),
  'in-quiet-hours': snapshot(
    forty.map((one, index) => ({ ...one, muted: index === 2 || index === 7 })),
    { quiet: { why: 'quiet-hours', until: Date.UTC(2026, 0, 15, 6) } },
  ),
  hostile: snapshot(hostile),
  'quiet-hours': snapshot(six.slice(0, 2), {
    settings: {
      ...defaultSettings,
      quietHours: {
        on: true,
        days: [
          { from: 22 * 60, until: 7 * 60 },
          { from: 22 * 60 + 30, until: 22 * 60 + 30 },
          null,
          { from: 13 * 60, until: 14 * 60 + 30 },
          null,
          { from: 23 * 60, until: 9 * 60 },
          { from: 22 * 60, until: 7 * 60 },
        ],
      },
    },
  }),
  'notifications-off': snapshot(six.slice(0, 2), {
    settings: { ...defaultSettings, notifications: false, quietHours: { ...defaultSettings.quietHours, on: true } },
  }),
  'sign-in': snapshot(six.slice(0, 2), {
    signIn: { ...waitingSignIn, step: 'browser' },
  }),
  'first-printer': snapshot(six.slice(0, 1), { firstSteps: { tray: 'panel' } }),
  'first-printer-no-tray': snapshot(six.slice(0, 1), { firstSteps: { tray: 'none' } }),
  'sign-in-no-way-back': snapshot(six.slice(0, 2), {
    signIn: { ...waitingSignIn, comesBack: false, step: 'browser' },
  }),
  'sign-in-other': snapshot(six.slice(0, 2), {
    signIn: {
      ...waitingSignIn,
      step: {
        asks: 'other-printer',
        connectedName: 'Ender <b>3</b> with the very long name of a workshop in the second basement',
        listedName: 'طابعة 3D',
      },
    },
  }),
  'sign-in-keychain': snapshot(six.slice(0, 2), {
    signIn: {
      ...waitingSignIn,
      step: {
        asks: 'keychain',
        message: {
          title: 'Keychain locked',
          text: 'Your tokens are in a locked keychain. Unlock it and OctoGlance continues automatically. Your printers stay in the list.',
          smallPrint: null,
        },
      },
    },
  }),
  'sign-in-unconfirmed': snapshot(six.slice(0, 2), {
    signIn: {
      ...waitingSignIn,
      step: {
        asks: 'unconfirmed',
        message: {
          title: 'OctoEverywhere is having problems',
          text: 'It couldn’t respond just now. The token wasn’t saved; try again in a moment.',
          smallPrint: 'HTTP status 503',
        },
      },
    },
  }),
};
