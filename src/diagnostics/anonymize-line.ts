import type { StatusKind } from '../domain/status.ts';

/** What must not be recognisable in a log line. */
export interface Known {
  /** Names of the printers, in the order of the list. */
  readonly names: readonly string[];
  /** The user's home folder (absolute), which usually contains their name; empty if unknown. */
  readonly home: string;
}

const kinds: Readonly<Record<StatusKind, true>> = {
  online: true,
  offline: true,
  'reconnect-needed': true,
  'perks-needed': true,
  'update-needed': true,
  unknown: true,
  checking: true,
};
const kind = `(?:${Object.keys(kinds).join('|')})`;

/** "2026-07-01T10:02:03.004Z INFO  Voron: online, now offline"; see logging/status-log.ts. */
const statusLine = new RegExp(`^(\\S+ INFO {2})(.+)(: (?:${kind}, now )?${kind}(?: \\([\\w-]+\\))?)$`, 'u');

const address = '[address]';

/** What identifies or locates a printer or a computer. Every repetition is bounded. */
const identifying: readonly (readonly [RegExp, string])[] = [
  [/\b(?!file:)[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>()]+/giu, address],
  [/(?<![\w.-])[\w-]{1,100}(?:\.[\w-]{1,63}){0,4}\.octoeverywhere\.com(?:[/:?#][^\s"'<>()]*)?/giu, address],
  [/(?<![0-9a-f])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-f])/giu, '[id]'],
  [/(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)(?::\d{1,5})?/gu, address],
  // IPv6: complete, or with its one gap. A time of day has neither.
  [/(?<![\w:])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![\w:])/giu, address],
  [
    /(?<![\w:])(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?::(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?(?![\w:])/giu,
    address,
  ],
];

/** Names this short are replaced only as whole words: otherwise ordinary words would be mangled. */
const shortName = 3;

/**
 * Returns a function that anonymizes a log line: a printer becomes its number in the list; one that was removed or
 * renamed becomes nothing at all. The returned function never throws.
 */
export function anonymousLine({ names, home }: Known): (line: string) => string {
  const numbers = new Map(names.map((name, index) => [name, `Printer ${index + 1}`]));
  // All at once and longest first, so that no name is replaced inside another's replacement.
  const pattern = [...numbers.keys()]
    .filter((name) => name !== '')
    .sort((one, other) => other.length - one.length)
    .map((name) => (name.length < shortName ? `(?<![\\p{L}\\p{N}])${literal(name)}(?![\\p{L}\\p{N}])` : literal(name)))
    .join('|');
  const anyName = pattern === '' ? null : new RegExp(pattern, 'gu');

  return (line) => {
    const status = statusLine.exec(line);
    if (status !== null) {
      const [, head = '', name = '', state = ''] = status;
      return `${head}${numbers.get(name) ?? 'A former printer'}${state}`;
    }
    let clean = home.length > 1 ? line.replaceAll(home, '~') : line;
    for (const [what, mark] of identifying) clean = clean.replace(what, mark);
    return anyName === null ? clean : clean.replace(anyName, (name) => numbers.get(name) ?? '');
  };
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, (one) => (one === '-' ? '\\x2d' : `\\${one}`));
}
