import { describe, expect, it } from 'vitest';
import { AlertNotifier } from '../../../src/app/alert-notifier.ts';
import type { Alert, AlertKind } from '../../../src/domain/alerts/alert.ts';
import { type KeptAlerts, nothingKept } from '../../../src/domain/alerts/alert-state.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import type { StatusKind } from '../../../src/domain/status.ts';
import { HOUR, type Instant } from '../../../src/domain/time.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { Fleet } from '../../../src/monitor/fleet.ts';
import { printerRecord } from '../../support/monitor/printer-record.ts';

const start: Instant = Date.UTC(2026, 5, 1, 12);
const loss = { at: start, event: start };

interface Seen {
  readonly title: string;
  readonly body: string;
  readonly state: StatusKind;
}

/** Three printers, and the notifications on a screen that nobody dismisses. */
function screen() {
  const fleet = new Fleet();
  const status = (name: string, kind: StatusKind) => fleet.put(printerRecord(name, { kind }, { name, at: start }));
  for (const name of ['Voron', 'Ender', 'Mini']) status(name, 'online');
  const shown = new Map<string, Seen>();
  const lines: string[] = [];
  let notifications = true;
  const notifier = new AlertNotifier({
    fleet,
    overview: { names: (ids: readonly string[]) => ids, momentText: () => '12:00', printers: () => [] },
    notifier: {
      show: async (key: string, content: Seen) => Boolean(shown.set(key, content)),
      update: (key: string, content: Seen) => shown.has(key) && Boolean(shown.set(key, content)),
      close: (key: string) => void shown.delete(key),
    },
    stream: { alert: ({ kind }: Alert) => void lines.push(kind) },
    window: { show: () => {} },
    settings: { value: () => ({ ...defaultSettings, notifications }) },
    language: { messages: () => messagesFor('en') },
    clock: { now: () => start },
  } as never);
  let notification = 0;
  const alert = (kind: AlertKind, ...printers: readonly string[]): Alert => {
    const about = { kind, printers, news: printers, since: start, latest: start, total: printers.length };
    return { ...about, everyPrinter: false, repeated: false, notification, update: false };
  };
  return {
    status,
    lines,
    titles: () => [...shown.values()].map(({ title }) => title),
    last: () => [...shown.values()].at(-1),
    notify: (kind: AlertKind, ...printers: readonly string[]) => {
      notification += 1;
      notifier.notify([alert(kind, ...printers)]);
    },
    turn: (on: boolean) => {
      notifications = on;
      notifier.catchUp();
    },
    keep: (printers: Readonly<Record<string, Partial<KeptAlerts>>>, serviceUnreachable = false) => {
      const kept = Object.entries(printers).map(([id, own]) => [id, { ...nothingKept, ...own }]);
      notifier.closeOver({ printers: Object.fromEntries(kept), serviceUnreachable });
    },
  };
}

describe('Problems that begin while notifications are off', () => {
  it('are shown in one notification once they are on again, as far as they last', () => {
    const { turn, notify, titles, last, lines } = screen();
    turn(false);
    notify('disconnected', 'Voron', 'Mini');
    notify('reconnect-needed', 'Ender');
    notify('service-unreachable');
    notify('recovered', 'Mini');
    notify('service-reachable');
    expect(titles()).toEqual([]);
    expect(lines).toHaveLength(5);
    turn(true);
    expect(titles()).toEqual(['While notifications were off']);
    expect(last()?.body).toBe('Voron disconnected, since 12:00\nReconnect needed: Ender, since 12:00');
    turn(false);
    turn(true);
    expect(titles()).toHaveLength(1);
  });

  it('say no more than that if there is only one', () => {
    const { turn, notify, titles } = screen();
    turn(false);
    notify('disconnected', 'Voron');
    notify('recovered', 'Voron');
    notify('disconnected', 'Voron');
    turn(true);
    expect(titles()).toEqual(['Voron disconnected']);
    notify('recovered', 'Voron');
    expect(titles()).toEqual(['Voron is connected again']);
  });

  it('are not shown if they are over without a report, or their printer was removed', () => {
    const { turn, notify, keep, titles } = screen();
    turn(false);
    notify('disconnected', 'Voron', 'Ender');
    notify('update-needed', 'Mini');
    keep({ Voron: { open: {} }, Mini: { open: {} } });
    turn(true);
    expect(titles()).toEqual([]);
  });
});

describe('The notification of a problem', () => {
  it('is closed when the problem is over while nothing may be reported', () => {
    const { notify, keep, titles } = screen();
    notify('disconnected', 'Voron');
    notify('reconnect-needed', 'Ender');
    const outages = [{ from: start - HOUR, to: start }];
    keep({ Voron: { open: { loss }, outages }, Ender: { open: { refused: loss } } });
    expect(titles()).toEqual(['Voron disconnected', 'Reconnect needed: Ender']);
    const over = { ...loss, isOver: true };
    keep({ Voron: { open: { loss: over }, outages }, Ender: { open: { refused: over } } });
    expect(titles()).toEqual([]);
  });

  it('stays if the printer is lost again meanwhile', () => {
    const { notify, keep, titles } = screen();
    notify('disconnected', 'Voron');
    keep({ Voron: { open: { loss: { ...loss, isOver: true } }, outages: [{ from: start, to: null }] } });
    expect(titles()).toEqual(['Voron disconnected']);
  });
});

it('a connection that works again is no good news while its printer is disconnected', () => {
  const { status, notify, last } = screen();
  status('Voron', 'offline');
  notify('reconnect-healed', 'Voron');
  expect(last()).toMatchObject({ title: 'Voron is disconnected', state: 'offline' });
  status('Voron', 'online');
  notify('reconnect-healed', 'Voron');
  expect(last()).toMatchObject({ title: 'Voron is working again', state: 'online' });
});
