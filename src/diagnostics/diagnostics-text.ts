import type { PrintStatus } from '../domain/print/print-status.ts';
import type { Printer } from '../domain/printer.ts';
import type { Language, Settings } from '../domain/settings.ts';
import type { Instant, Milliseconds } from '../domain/time.ts';
import type { PrinterRecord } from '../monitor/fleet.ts';
import { anonymousLine } from './anonymize-line.ts';

/** The facts about the app and its environment; `diagnosticsText` removes the names, ids and addresses in them. */
export interface DiagnosticsContent {
  readonly at: Instant;
  readonly startedAt: Instant;
  readonly versions: {
    readonly app: string;
    readonly electron: string;
    readonly chromium: string;
    readonly node: string;
    readonly system: string;
  };
  readonly demo: boolean;
  readonly desktop: {
    /** According to the desktop itself; null if it doesn't say. */
    readonly name: string | null;
    /** `x11`, `wayland`…; null if unknown. */
    readonly session: string | null;
    readonly trayHost: boolean;
    /** Name and version reported by the notification server; null if none responds or exists. */
    readonly notificationServer: string | null;
  };
  /** "unlocked", "no-session-bus"…; "unknown" if it can't be determined without a prompt. */
  readonly keychain: string;
  readonly network: 'up' | 'down';
  readonly language: Language;
  readonly settings: Settings;
  /** In the order of the list. */
  readonly printers: readonly PrinterRecord[];
  /** The latest log lines, oldest first. */
  readonly log: readonly string[];
  /** The user's home folder, absolute. */
  readonly home: string;
}

/**
 * The diagnostics for a bug report, in English: the state of the app and its environment. Printers are numbered as in
 * the list, without names, ids, addresses or pages. `redact` is the log's redactor, for secrets. Never throws unless
 * `redact` does.
 */
export function diagnosticsText(parts: DiagnosticsContent, redact: (text: string) => string): string {
  const { versions, desktop, settings } = parts;
  const anonymous = anonymousLine({ names: parts.printers.map(({ printer }) => printer.name), home: parts.home });
  const clean = (line: string) => anonymous(redact(line));
  const lines = [
    'OctoGlance diagnostics',
    'Printers go by their number in the list. Names, addresses and tokens are left out.',
    '',
    `Written: ${moment(parts.at)}`,
    `Running for: ${duration(parts.at - parts.startedAt)}`,
    `OctoGlance: ${versions.app}${parts.demo ? ' (demo)' : ''}`,
    `Electron: ${versions.electron}, Chromium ${versions.chromium}, Node ${versions.node}`,
    `System: ${oneLine(versions.system)}`,
    `Desktop: ${oneLine(desktop.name)}, session ${oneLine(desktop.session)}`,
    `Tray host: ${desktop.trayHost ? 'present' : 'none'}`,
    `Notification server: ${oneLine(desktop.notificationServer)}`,
    `Keychain: ${parts.keychain}`,
    `Network: ${parts.network}`,
    `Language: ${parts.language}`,
    '',
    'Settings',
    ...Object.entries(settings).map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`),
    '',
    `Printers: ${parts.printers.length}${countsOf(parts.printers)}`,
    ...parts.printers.map((member, index) => `  Printer ${index + 1}: ${stateOf(member)}`),
    '',
    `Log, last ${parts.log.length} lines`,
    ...parts.log.map((line) => `  ${clean(line)}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** The user's settings of a printer. */
const marks: readonly (readonly [mark: string, isSo: (printer: Printer) => boolean])[] = [
  ['muted', ({ muted }) => muted],
  ['off on purpose', ({ offOnPurpose }) => offOnPurpose],
  ['often off', ({ oftenOff }) => oftenOff],
];

/** ", 1 muted, 2 often off"; omits what doesn't occur. */
function countsOf(printers: readonly PrinterRecord[]): string {
  const counts = marks.map(([mark, isSo]) => ({ mark, count: printers.filter(({ printer }) => isSo(printer)).length }));
  return counts.map(({ mark, count }) => (count === 0 ? '' : `, ${count} ${mark}`)).join('');
}

function stateOf({ printer, status, info, print, asking, nextCheckAt }: PrinterRecord): string {
  const texts = [`${status.kind} since ${moment(status.since)}`];
  texts.push(status.answeredAt === null ? 'never answered' : `answered ${moment(status.answeredAt)}`);
  if (status.silence !== null) {
    texts.push(`no answer since ${moment(status.silence.since)} (${Object.values(status.silence.problem).join(' ')})`);
  }
  if (status.refusal !== null) texts.push(`refused with ${status.refusal.status} at ${moment(status.refusal.firstAt)}`);
  if (asking) texts.push('being asked');
  if (nextCheckAt !== null) texts.push(`next check ${moment(nextCheckAt)}`);
  if (info !== null) texts.push(`page ${known(info.printerUrl)}, local address ${known(info.localIp)}`);
  if (status.stale) texts.push('stale');
  if (print !== null) texts.push(printOf(print));
  texts.push(...marks.filter(([, isSo]) => isSo(printer)).map(([mark]) => mark));
  return texts.join('; ');
}

/** What its plugin reports, in numbers: no file name and none of the printer's own words. */
function printOf({ kind, why, since, confirmedAt, print }: PrintStatus): string {
  const progress = print?.ended === null && print.progress !== null ? ` ${Math.floor(print.progress)}%` : '';
  return `print ${kind}${progress}${why === null ? '' : ` (${why})`} since ${moment(since)}, confirmed ${moment(confirmedAt)}`;
}

const known = (value: string | null) => (value === null ? 'unknown' : 'known');

/** UTC to the second; reports an invalid time as such. */
function moment(at: Instant): string {
  return Math.abs(at) <= 8.64e15 ? new Date(at).toISOString().replace(/\.\d+Z$/, 'Z') : 'at no time';
}

function duration(length: Milliseconds): string {
  const minutes = Math.max(0, Math.floor(length / 60_000));
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** What other programs report about themselves, on one line of limited length. */
function oneLine(texts: string | null): string {
  if (texts === null) return 'unknown';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const line = texts.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
  return line === '' ? 'unknown' : line.slice(0, 120);
}
