import type { SessionBus } from '../../dbus/session-bus.ts';
import { Variant } from '../../dbus/variant.ts';
import { type OpenerEnd, runOpener } from './opener-process.ts';

/** The result of opening a link or a file. */
export type Opening =
  | { readonly kind: 'opened' }
  /** `why` is for the small print, such as `xdg-open: 3`. */
  | { readonly kind: 'failed'; readonly why: string }
  /** The program that opens links doesn't end. `later` resolves to the eventual result. */
  | { readonly kind: 'hanging'; readonly later: Promise<Opening> };

export interface OpenerParts {
  readonly bus: SessionBus;
  readonly environment: NodeJS.ProcessEnv;
  /** How long an opener may take, ms; shorter in tests. */
  readonly limit?: number;
}

/** Each takes the address as its last argument. */
const programs: readonly (readonly string[])[] = [['xdg-open'], ['gio', 'open']];

const portal = {
  to: 'org.freedesktop.portal.Desktop',
  path: '/org/freedesktop/portal/desktop',
  interface: 'org.freedesktop.portal.OpenURI',
} as const;

/**
 * Opens an address on a Linux desktop: with xdg-open, else gio, else the desktop portal. Electron's
 * `shell.openExternal` uses xdg-open too, but doesn't report when it is missing, fails or hangs. Never rejects.
 */
export async function openOnLinux(address: string, { bus, environment, limit }: OpenerParts): Promise<Opening> {
  const failures: string[] = [];
  for (const [program = '', ...args] of programs) {
    const end = await runOpener(program, [...args, address], environment, limit);
    if (end.kind === 'opened') return end;
    if (end.kind === 'hanging') return { kind: 'hanging', later: end.end.then((how) => openingOf(program, how)) };
    if (end.kind === 'failed') failures.push(`${program}: ${end.code}`);
  }
  if (await openThroughPortal(address, bus)) return { kind: 'opened' };
  return { kind: 'failed', why: failures.length > 0 ? failures.join(', ') : 'xdg-open, gio' };
}

function openingOf(program: string, end: OpenerEnd): Opening {
  if (end.kind === 'opened') return end;
  return { kind: 'failed', why: end.kind === 'failed' ? `${program}: ${end.code}` : program };
}

/** Source: XDG Desktop Portal documentation, `OpenURI`. Files can't be opened this way. */
async function openThroughPortal(address: string, bus: SessionBus): Promise<boolean> {
  if (!address.startsWith('http')) return false;
  const options = { handle_token: new Variant('s', `octoglance${Math.floor(Math.random() * 1e9)}`) };
  const result = await bus.call({ ...portal, member: 'OpenURI', signature: 'ssa{sv}', body: ['', address, options] });
  return result.kind === 'returned';
}
