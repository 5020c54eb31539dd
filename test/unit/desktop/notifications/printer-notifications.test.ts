import { expect, it } from 'vitest';
import type { Notifier } from '../../../../src/desktop/notifications/notifier.ts';
import { PrinterNotifications } from '../../../../src/desktop/notifications/printer-notifications.ts';

const content = { title: 'title', body: 'body', state: null };

/** A desktop that shows notifications until they are dismissed. */
function desktop() {
  const shown = new Map<string, string>();
  const heard: string[] = [];
  const notifier: Notifier = {
    show: async (key, { title }, { sound }) => {
      shown.set(key, title);
      if (sound) heard.push(title);
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
  const notifications = new PrinterNotifications<string>(notifier);
  const show = (number: number, title: string, printers: readonly string[], update = false, news = printers) => {
    const problems = new Map(title.includes('back') ? [] : printers.map((printer) => [printer, ['lost']]));
    notifications.show({ number, update, problems, printers, news }, { ...content, title }, { sound: true }, () => {});
  };
  /** Shows what is true of one printer and the end of another one's problem. */
  const showBoth = (number: number, title: string, troubled: string, ended: string) =>
    notifications.show(
      {
        number,
        update: false,
        problems: new Map([[troubled, ['lost']]]),
        printers: [troubled, ended],
        news: [troubled, ended],
      },
      { ...content, title },
      { sound: true },
      () => {},
    );
  const showBeside = (number: number, title: string, printers: readonly string[]) => {
    const problems = new Map(printers.map((printer) => [printer, ['unstable']]));
    const about = { number, update: false, problems, printers, news: printers, beside: printers };
    notifications.show(about, { ...content, title }, { sound: true }, () => {});
  };
  /** What is over of the printers: a loss, or an unstable connection. */
  const endOf = (kind: string, ...printers: readonly string[]) =>
    notifications.closeOver((printer, kinds) => kinds.includes(kind) && printers.includes(printer));
  const end = (...printers: readonly string[]) => notifications.closeOver((printer) => printers.includes(printer));
  return {
    shown,
    heard,
    show,
    showBoth,
    showBeside,
    end,
    endOf,
    dismiss: (number: number) => void shown.delete(`alert-${number}`),
  };
}

it('only the newest notification of a printer is on screen', () => {
  const { shown, show } = desktop();
  show(1, 'lost', ['a', 'b']);
  show(2, 'a is back', ['a']);
  expect([...shown.values()]).toEqual(['lost', 'a is back']);
  show(2, 'both are back', ['a', 'b'], true);
  expect([...shown.values()]).toEqual(['both are back']);
});

it('a reported loss stays beside an unstable connection until it is over', () => {
  const { shown, show, showBeside, endOf } = desktop();
  show(1, 'a and b lost', ['a', 'b']);
  showBeside(2, 'a and b unstable', ['a', 'b']);
  expect([...shown.values()]).toEqual(['a and b lost', 'a and b unstable']);
  endOf('lost', 'a');
  expect([...shown.values()]).toEqual(['a and b lost', 'a and b unstable']);
  endOf('lost', 'b');
  expect([...shown.values()]).toEqual(['a and b unstable']);
  endOf('unstable', 'a', 'b');
  expect([...shown.values()]).toEqual([]);
});

it('its end is shown in place beside the unstable connection, and both close with the next news', () => {
  const { shown, show, showBeside, endOf } = desktop();
  show(1, 'a lost', ['a']);
  showBeside(2, 'a unstable', ['a']);
  show(1, 'a is back', ['a'], true, []);
  endOf('lost', 'a');
  expect([...shown.values()]).toEqual(['a is back', 'a unstable']);
  show(3, 'a lost for long', ['a']);
  expect([...shown.values()]).toEqual(['a lost for long']);
});

it('an unstable connection replaces what no longer lasts', () => {
  const { shown, show, showBeside } = desktop();
  show(1, 'a lost', ['a']);
  show(2, 'a is back', ['a']);
  showBeside(3, 'a unstable', ['a']);
  expect([...shown.values()]).toEqual(['a unstable']);
});

it('what a closed notification only says again is not shown, and closes no other', () => {
  const { shown, show } = desktop();
  show(1, 'lost', ['a']);
  show(2, 'refused', ['a']);
  show(1, 'lost for long', ['a'], true, []);
  expect([...shown.values()]).toEqual(['refused']);
});

it('updating an older notification closes a newer one only for what is news', () => {
  const { shown, show } = desktop();
  show(1, 'a and b are back', ['a', 'b']);
  show(2, 'a is refused', ['a']);
  show(1, 'b and c are back', ['b', 'c'], true, ['c']);
  expect([...shown.values()]).toEqual(['b and c are back', 'a is refused']);
  show(1, 'all are still back, also d', ['a', 'b', 'c', 'd'], true, ['d']);
  expect([...shown.values()]).toEqual(['all are still back, also d', 'a is refused']);
  show(1, 'now a is back', ['a', 'b', 'c', 'd'], true, ['a']);
  expect([...shown.values()]).toEqual(['now a is back']);
});

it('a notification of a problem and of the end of another one closes with the problem', () => {
  const { shown, show, showBoth, end } = desktop();
  show(1, 'b is lost', ['b']);
  showBoth(2, 'a is lost, b is back', 'a', 'b');
  expect([...shown.values()]).toEqual(['a is lost, b is back']);
  end('a');
  expect([...shown.values()]).toEqual([]);
});

it('a problem that begins again comes back in a dismissed notification, although its end was reported in another', () => {
  const { shown, show, dismiss } = desktop();
  show(1, 'a and b are lost', ['a', 'b']);
  dismiss(1);
  show(2, 'a is back', ['a']);
  show(1, 'b is still lost, a again', ['b', 'a'], true, ['a']);
  expect([...shown.values()]).toEqual(['b is still lost, a again']);
});

it('a notification that newer ones have replaced comes back with its next news, silently', () => {
  const { shown, heard, show } = desktop();
  show(1, 'a is lost', ['a']);
  show(2, 'a is back', ['a']);
  show(1, 'a is lost again', ['a'], true);
  expect([...shown.values()]).toEqual(['a is lost again']);
  show(2, 'b is back', ['b'], true);
  expect([...shown.values()]).toEqual(['a is lost again', 'b is back']);
  expect(heard).toEqual(['a is lost', 'a is back']);
});

it('a problem that begins again after its end was dismissed is shown in the same notification', () => {
  const { shown, show, dismiss } = desktop();
  show(1, 'a needs perks', ['a']);
  show(1, 'a has its perks back', ['a'], true);
  dismiss(1);
  show(1, 'a needs perks again', ['a'], true);
  expect([...shown.values()]).toEqual(['a needs perks again']);
});

it('a dismissed notification stays away when more printers return, and outdated ones are closed', () => {
  const { shown, show, dismiss } = desktop();
  show(1, 'a is lost', ['a']);
  show(2, 'b is lost', ['b']);
  show(3, 'a is back', ['a']);
  dismiss(3);
  show(3, 'both are back', ['a', 'b'], true);
  expect([...shown.values()]).toEqual([]);
});

it('a dismissed notification returns silently for a problem of a printer that it has not named', () => {
  const { shown, heard, show, dismiss } = desktop();
  show(1, 'a is lost', ['a']);
  dismiss(1);
  show(1, 'a is lost for long', ['a'], true);
  expect([...shown.values()]).toEqual([]);
  show(1, 'a and b are lost', ['a', 'b'], true);
  expect([...shown.values()]).toEqual(['a and b are lost']);
  dismiss(1);
  show(1, 'a and b are lost for long', ['a', 'b'], true);
  expect([...shown.values()]).toEqual([]);
  expect(heard).toEqual(['a is lost']);
});

it('a problem that is over without a notification is not on screen any longer', () => {
  const { shown, show, end } = desktop();
  show(1, 'a is lost', ['a']);
  end('b');
  expect([...shown.values()]).toEqual(['a is lost']);
  end('a');
  expect([...shown.values()]).toEqual([]);
});

it('a problem of several printers stays until it is over for all of them, however that is', () => {
  const { shown, show, end } = desktop();
  show(1, 'a and b are refused', ['a', 'b']);
  end('b');
  expect([...shown.values()]).toEqual(['a and b are refused']);
  show(2, 'a is back', ['a']);
  expect([...shown.values()]).toEqual(['a is back']);
});

it('the news that a problem is over stays', () => {
  const { shown, show, end } = desktop();
  show(1, 'a is lost', ['a']);
  show(2, 'a is back', ['a']);
  end('a');
  expect([...shown.values()]).toEqual(['a is back']);
});

it('a problem that begins again after it was over is shown again in its notification, silently', () => {
  const { shown, heard, show, end, dismiss } = desktop();
  show(1, 'a and b are refused', ['a', 'b']);
  end('a', 'b');
  show(1, 'a is refused again', ['a'], true);
  expect([...shown.values()]).toEqual(['a is refused again']);
  dismiss(1);
  show(1, 'a is refused for long', ['a'], true);
  expect([...shown.values()]).toEqual([]);
  end('a');
  show(1, 'a is refused once again', ['a'], true);
  expect([...shown.values()]).toEqual(['a is refused once again']);
  expect(heard).toEqual(['a and b are refused']);
});
