import type { Printer } from '../domain/printer.ts';
import type { Language, Settings } from '../domain/settings.ts';
import { isStale } from '../domain/shown-status.ts';
import type { Instant, Milliseconds } from '../domain/time.ts';
import type { PrinterRecord } from '../monitor/fleet.ts';
import { namelessLine } from './nameless-line.ts';

/** What was found out about the app and where it runs; names, ids and addresses in it are left out by `diagnosticsText`. */
export interface Gathered {
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
    /** As the desktop says it of itself; null when it says nothing. */
    readonly name: string | null;
    /** `x11`, `wayland`…; null when unknown. */
    readonly session: string | null;
    readonly trayHost: boolean;
    /** Name and version of the notification server, as it says; null when none answers, or there is none to ask. */
    readonly notificationServer: string | null;
  };
  /** "unlocked", "no-session-bus"…; "unknown" where it cannot be asked without a prompt. */
  readonly keychain: string;
  readonly network: 'up' | 'down';
  readonly language: Language;
  readonly settings: Settings;
  /** In the order of the list. */
  readonly printers: readonly PrinterRecord[];
  /** The newest lines of the log, oldest first. */
  readonly log: readonly string[];
  /** The user's own folder, absolute. */
  readonly home: string;
}

/**
 * What a user can paste into a report: how the app is and where it runs, in English. Printers go by their number in the
 * list; no name, id, address or page of one is in it. `redact` is the log's own, for secrets. Never throws if that does not.
 */
export function diagnosticsText(gathered: Gathered, redact: (text: string) => string): string {
  const { versions, desktop, settings } = gathered;
  const nameless = namelessLine({ names: gathered.printers.map(({ printer }) => printer.name), home: gathered.home });
  const clean = (line: string) => nameless(redact(line));
  const lines = [
    'OctoGlance diagnostics',
    'Printers go by their number in the list. Names, addresses and tokens are left out.',
    '',
    `Written: ${moment(gathered.at)}`,
    `Running for: ${duration(gathered.at - gathered.startedAt)}`,
    `OctoGlance: ${versions.app}${gathered.demo ? ' (demo)' : ''}`,
    `Electron: ${versions.electron}, Chromium ${versions.chromium}, Node ${versions.node}`,
    `System: ${oneLine(versions.system)}`,
    `Desktop: ${oneLine(desktop.name)}, session ${oneLine(desktop.session)}`,
    `Tray host: ${desktop.trayHost ? 'present' : 'none'}`,
    `Notification server: ${oneLine(desktop.notificationServer)}`,
    `Keychain: ${gathered.keychain}`,
    `Network: ${gathered.network}`,
    `Language: ${gathered.language}`,
    '',
    'Settings',
    ...Object.entries(settings).map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`),
    '',
    `Printers: ${gathered.printers.length}${countsOf(gathered.printers)}`,
    ...gathered.printers.map((member, index) => `  Printer ${index + 1}: ${stateOf(member)}`),
    '',
    `Log, last ${gathered.log.length} lines`,
    ...gathered.log.map((line) => `  ${clean(line)}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** What the user said of a printer. */
const marks: readonly (readonly [mark: string, isSo: (printer: Printer) => boolean])[] = [
  ['muted', ({ muted }) => muted],
  ['off on purpose', ({ offOnPurpose }) => offOnPurpose],
  ['often off', ({ oftenOff }) => oftenOff],
];

/** ", 1 muted, 2 often off"; nothing of what there is none of. */
function countsOf(printers: readonly PrinterRecord[]): string {
  const counts = marks.map(([mark, isSo]) => ({ mark, count: printers.filter(({ printer }) => isSo(printer)).length }));
  return counts.map(({ mark, count }) => (count === 0 ? '' : `, ${count} ${mark}`)).join('');
}

function stateOf({ printer, status, info, asking, nextCheckAt }: PrinterRecord): string {
  const texts = [`${status.kind} since ${moment(status.since)}`];
  texts.push(status.answeredAt === null ? 'never answered' : `answered ${moment(status.answeredAt)}`);
  if (status.silence !== null) {
    texts.push(`no answer since ${moment(status.silence.since)} (${Object.values(status.silence.problem).join(' ')})`);
  }
  if (status.refusal !== null) texts.push(`refused with ${status.refusal.status} at ${moment(status.refusal.firstAt)}`);
  if (asking) texts.push('being asked');
  if (nextCheckAt !== null) texts.push(`next check ${moment(nextCheckAt)}`);
  if (info !== null) texts.push(`page ${known(info.printerUrl)}, local address ${known(info.localIp)}`);
  if (isStale(status)) texts.push('stale');
  texts.push(...marks.filter(([, isSo]) => isSo(printer)).map(([mark]) => mark));
  return texts.join('; ');
}

const known = (value: string | null) => (value === null ? 'unknown' : 'known');

/** UTC to the second; a time that is none is reported as such. */
function moment(at: Instant): string {
  return Math.abs(at) <= 8.64e15 ? new Date(at).toISOString().replace(/\.\d+Z$/, 'Z') : 'at no time';
}

function duration(length: Milliseconds): string {
  const minutes = Math.max(0, Math.floor(length / 60_000));
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** What other programs say of themselves, on one line of sensible length. */
function oneLine(texts: string | null): string {
  if (texts === null) return 'unknown';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const line = texts.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
  return line === '' ? 'unknown' : line.slice(0, 120);
}
