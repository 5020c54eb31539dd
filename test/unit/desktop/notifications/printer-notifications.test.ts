import { expect, it } from 'vitest';
import type { Notifier } from '../../../../src/desktop/notifications/notifier.ts';
import { PrinterNotifications } from '../../../../src/desktop/notifications/printer-notifications.ts';

const content = { title: 'title', body: 'body', state: null };

/** A desktop that shows what it is told to, until somebody dismisses it. */
function desktop() {
  const shown = new Map<string, string>();
  const notifier: Notifier = {
    show: async (key, { title }) => {
      shown.set(key, title);
      return true;
    },
    update: (key, { title }) => {
      if (!shown.has(key)) return false;
      shown.set(key, title);
      return true;
    },
    close: (key) => void shown.delete(key),
    closeAll: () => shown.clear(),
  };
  const notifications = new PrinterNotifications(notifier);
  const show = (number: number, title: string, printers: readonly string[], update = false) =>
    notifications.show({ number, update, printers }, { ...content, title }, { sound: false }, () => {});
  return { shown, show };
}

it('of a printer only the newest notification is on the screen', () => {
  const { shown, show } = desktop();
  show(1, 'lost', ['a', 'b']);
  show(2, 'a is back', ['a']);
  expect([...shown.values()]).toEqual(['lost', 'a is back']);
  show(2, 'both are back', ['a', 'b'], true);
  expect([...shown.values()]).toEqual(['both are back']);
});

it('a change of one that is gone shows nothing, and takes nothing else off the screen', () => {
  const { shown, show } = desktop();
  show(1, 'lost', ['a']);
  show(2, 'refused', ['a']);
  show(1, 'is back', ['a'], true);
  expect([...shown.values()]).toEqual(['refused']);
});
