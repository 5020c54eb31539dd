import type { SessionBus } from '../../dbus/session-bus.ts';
import { Variant } from '../../dbus/variant.ts';
import { MINUTE, type Milliseconds, SECOND } from '../../domain/time.ts';
import type { OpenerEnd } from './opener-process.ts';

const portal = {
  to: 'org.freedesktop.portal.Desktop',
  path: '/org/freedesktop/portal/desktop',
  interface: 'org.freedesktop.portal.OpenURI',
} as const;

const usualLimit: Milliseconds = 10 * SECOND;

/** How long a late response is waited for: the user may be choosing a browser. */
const watchedFor: Milliseconds = 10 * MINUTE;

/** Responses of a request that mean that nothing went wrong: it was done, or the user did not want it. */
const fine = [0, 1];

/**
 * Opens an address with the desktop portal and waits at most `limit` ms for its response; the reply to the call only
 * says that the portal has the request. Source: XDG Desktop Portal documentation, `OpenURI` and `Request`. Files can't
 * be opened this way. Never rejects.
 */
export async function openThroughPortal(
  address: string,
  bus: SessionBus,
  limit: Milliseconds = usualLimit,
): Promise<OpenerEnd> {
  if (!address.startsWith('http')) return { kind: 'missing' };
  const token = `octoglance${Math.floor(Math.random() * 1e9)}`;
  let responded: (end: OpenerEnd) => void = () => {};
  const end = new Promise<OpenerEnd>((resolve) => {
    responded = resolve;
  });
  let handle: unknown = null;
  const source = { sender: portal.to, interface: 'org.freedesktop.portal.Request' };
  const stop = bus.onSignal(source, ({ member, path, body }) => {
    if (member !== 'Response' || !(path === handle || path.endsWith(`/${token}`))) return;
    const [code] = body;
    responded(fine.some((one) => one === code) ? { kind: 'opened' } : { kind: 'failed', code: Number(code) });
  });
  const forgotten = setTimeout(() => responded({ kind: 'opened' }), watchedFor);
  forgotten.unref();
  void end.then(() => {
    clearTimeout(forgotten);
    stop();
  });
  const options = { handle_token: new Variant('s', token) };
  const reply = await bus.call({ ...portal, member: 'OpenURI', signature: 'ssa{sv}', body: ['', address, options] });
  if (reply.kind !== 'returned') {
    responded({ kind: 'missing' });
    return { kind: 'missing' };
  }
  [handle] = reply.body;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'hanging', end }), limit);
    void end.then((how) => {
      clearTimeout(timer);
      resolve(how);
    });
  });
}
