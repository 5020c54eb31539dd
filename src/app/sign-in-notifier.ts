import type { SignInEvent } from '../connections/sign-in-event.ts';
import type { Intent } from '../contract/contract.ts';
import type { AppWindow } from '../desktop/window/window.ts';
import type { Notices } from './notices.ts';

/** The window shows only the latest message about a sign-in. */
export const signInNotice = 'sign-in';

/** Shows how a sign-in proceeds: as a message if there is one, and by opening the screen it belongs to. */
export class SignInNotifier {
  readonly #notices: Notices;
  readonly #window: Pick<AppWindow, 'show' | 'isOpen'>;

  constructor(notices: Notices, window: Pick<AppWindow, 'show' | 'isOpen'>) {
    this.#notices = notices;
    this.#window = window;
  }

  notify(kind: SignInEvent): void {
    if ('message' in kind) {
      const { message } = kind;
      this.#notices.add({ say: () => message, id: signInNotice, severity: 'warning', dismissable: true });
    } else {
      this.#notices.withdraw(signInNotice);
    }
    const place = placeOf(kind, this.#window.isOpen());
    if (place !== null) this.#window.show(place);
  }
}

/** Null when the user is not waiting for it: no reason to bring the window to the front. */
function placeOf(kind: SignInEvent, isOpen: boolean): Intent | null {
  switch (kind.event) {
    case 'pasted':
      return null;
    case 'refused-late':
      // In a window that was opened again, the user may already be doing something else.
      return isOpen ? null : { show: 'connect', printer: kind.printer, way: 'choose' };
    case 'connected':
      return { show: 'printer', printer: kind.printer, added: kind.added };
    case 'failed':
      return { show: 'connect', printer: kind.printer, way: 'choose' };
    case 'question':
      return { show: 'connect', printer: kind.printer, way: 'sign-in' };
    case 'timed-out':
      return null;
    case 'unexpected-link':
      return kind.pending === null
        ? { show: 'printers' }
        : { show: 'connect', printer: kind.pending.printer, way: 'sign-in' };
  }
}
