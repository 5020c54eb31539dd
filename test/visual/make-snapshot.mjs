/**
 * Makes snapshots for viewing the window: example printers at a fixed time, with the texts of the app.
 *
 * @import { Snapshot } from '../../src/contract/contract.ts'
 * @import { PrinterView } from '../../src/contract/printer-view.ts'
 * @import { Language } from '../../src/domain/settings.ts';
 * @import { ShownStatus } from '../../src/domain/shown-status.ts'
 */

import { join } from 'node:path';
import { runnerImport } from 'vite';

const root = join(import.meta.dirname, '../..');
/** Loads a module of the app. @param {string} path from the root of the repository */
export const load = async (/** @type {string} */ path) =>
  (await runnerImport(path, { root, configFile: false, logLevel: 'error' })).module;
const { printStateText } = /** @type {typeof import('../../src/i18n/print-state-text.ts')} */ (
  await load('./src/i18n/print-state-text.ts')
);
const { glanceOf } = /** @type {typeof import('../../src/i18n/glance-text.ts')} */ (
  await load('./src/i18n/glance-text.ts')
);
export const { messagesFor } = /** @type {typeof import('../../src/i18n/messages.ts')} */ (
  await load('./src/i18n/messages.ts')
);
export const { defaultSettings } = /** @type {typeof import('../../src/domain/settings.ts')} */ (
  await load('./src/domain/settings.ts')
);

export const minute = 60_000;
export const hour = 60 * minute;
const day = 24 * hour;

/** A winter afternoon, so that daylight saving time can't change the pictures. */
export const at = Date.UTC(2026, 0, 14, 17, 17, 30);

export const limits = {
  maxDownloadFileBytes: 100 * 1024 * 1024,
  maxUploadFileBytes: 100 * 1024 * 1024,
  maxWebcamStreamSeconds: 600,
  maxTotalWebcamStreamSeconds: null,
};

/** @type {Partial<Record<ShownStatus, import('../../src/domain/helpful-action.ts').HelpfulAction>>} */
const actions = { 'reconnect-needed': 'reconnect', 'perks-needed': 'perks', 'update-needed': 'get-started' };

/**
 * The main process's texts for a printer in that state.
 *
 * @param {ShownStatus} status
 * @param {Language} language
 * @returns {Pick<PrinterView, 'statusText' | 'problem' | 'action'>}
 */
export function textOf(status, language) {
  const { glance, problems } = messagesFor(language);
  const action = actions[status] ?? null;
  const result = { statusText: glance.status[status], action, problem: null };
  switch (status) {
    case 'reconnect-needed':
      return { ...result, problem: { ...problems.reconnectNeeded, smallPrint: problems.code(604) } };
    case 'perks-needed':
      return { ...result, problem: { ...problems.perksNeeded, smallPrint: problems.code(605) } };
    case 'update-needed':
      return { ...result, problem: { ...problems.updateNeeded, smallPrint: problems.code(610) } };
    case 'unknown': {
      const smallPrint = problems.network('connect-timeout');
      return { ...result, problem: { ...problems.unreachable('connect-timeout'), smallPrint } };
    }
    default:
      return result;
  }
}

/**
 * @param {number} number
 * @param {string} name
 * @param {ShownStatus} status
 * @param {Partial<PrinterView>} [more]
 * @returns {PrinterView}
 */
export function printer(number, name, status, more = {}) {
  const fresh = status === 'checking';
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    name,
    status,
    since: fresh ? null : at - (3 * hour + 12 * minute),
    staleSince: null,
    ...textOf(status, 'en'),
    lastConnectedAt: fresh ? null : at - (status === 'offline' ? 2 * day : 3 * hour + 12 * minute),
    lastDisconnectedAt: fresh ? null : at - (3 * hour + 14 * minute),
    localIp: fresh ? null : `192.168.1.${20 + number}`,
    canOpenLocal: !fresh,
    canOpen: !fresh,
    limits: fresh ? null : limits,
    lastCheckedAt: fresh ? null : at - 12_000,
    nextCheckAt: fresh ? null : at + 48_000,
    checkingNow: fresh,
    muted: false,
    offOnPurpose: false,
    oftenOff: false,
    watchPrints: true,
    tags: [],
    print: null,
    printDetails: null,
    ...more,
  };
}

/**
 * @param {PrinterView[]} printers
 * @param {Partial<Snapshot>} [more]
 * @returns {Snapshot}
 */
export function snapshot(printers, more = {}) {
  const network = more.network ?? 'up';
  const seen = printers.map(({ name, status, staleSince }) => {
    return { name, status, stale: staleSince !== null, answeredAt: staleSince };
  });
  return {
    number: 1,
    at,
    demo: false,
    network,
    serviceSilentSince: null,
    glance: glanceOf(seen, network, messagesFor(more.language ?? 'en')),
    printers,
    settings: defaultSettings,
    language: 'en',
    region: {
      clock: '24-hour',
      dateOrder: 'day-first',
      decimalSign: more.language === 'de' ? ',' : '.',
      firstWeekday: 0,
    },
    defaultSettings,
    notices: [],
    quiet: null,
    signIn: null,
    firstSteps: null,
    updates: { kind: 'newest' },
    version: '0.2.0',
    menuEntry: null,
    ...more,
  };
}

/**
 * The same printers in another language, with the texts of the main process for their states and prints.
 *
 * @param {Snapshot} shown
 * @param {Language} language
 * @returns {Snapshot}
 */
export function inLanguage(shown, language) {
  if (language === shown.language) return shown;
  const printers = shown.printers.map((one) => ({
    ...one,
    ...textOf(one.status, language),
    print: one.print === null ? null : { ...one.print, text: printTextIn(one.print, language) },
  }));
  const { glance, ...rest } = shown;
  return snapshot(printers, { ...rest, printers, language, region: { ...shown.region, decimalSign: ',' } });
}

/**
 * @param {NonNullable<PrinterView['print']>} print
 * @param {Language} language
 */
function printTextIn({ text, progress, finishAt }, language) {
  const { states } = messagesFor('en').printState;
  const kinds = /** @type {(keyof typeof states)[]} */ (Object.keys(states));
  const kind = kinds.find((one) => states[one] !== null && text.startsWith(states[one])) ?? 'printing';
  const [clock = ''] = /\d\d:\d\d|\d+ \w{3}$/.exec(text) ?? [];
  const about = text.includes('around');
  return printStateText({ kind, progress, finishAt, about }, messagesFor(language), () => clock) ?? text;
}
