import { describe, expect, it } from 'vitest';
import { AlertNotifier } from '../../../src/app/alert-notifier.ts';
import type { Alert, AlertKind } from '../../../src/domain/alerts/alert.ts';
import { type KeptAlerts, nothingKept } from '../../../src/domain/alerts/alert-state.ts';
import { type NotificationPolicy, unrestrictedPolicy } from '../../../src/domain/notification-policy.ts';
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
    return { ...about, everyPrinter: false, repeated: null, notification, update: false };
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
    turn: (on: boolean, policy: Partial<NotificationPolicy> = {}) => {
      notifications = on;
      notifier.catchUp({ ...unrestrictedPolicy, ...policy });
    },
    keep: (printers: Readonly<Record<string, Partial<KeptAlerts>>>, serviceUnreachable = false) => {
      const kept = Object.entries(printers).map(([id, own]) => [id, { ...nothingKept, ...own }]);
      notifier.closeOver({ printers: Object.fromEntries(kept), serviceUnreachable });
    },
  };
}

describe('Problems that begin while notifications are off', () => {
  it('are shown once they are on again, as far as they last', () => {
    const { status, turn, notify, titles, lines } = screen();
    status('Voron', 'offline');
    status('Ender', 'reconnect-needed');
    turn(false);
    notify('disconnected', 'Voron', 'Mini');
    notify('reconnect-needed', 'Ender');
    notify('service-unreachable');
    notify('recovered', 'Mini');
    notify('service-reachable');
    expect(titles()).toEqual([]);
    expect(lines).toHaveLength(5);
    turn(true);
    expect(titles()).toEqual(['Voron disconnected', 'Reconnect needed: Ender']);
    turn(false);
    turn(true);
    expect(titles()).toHaveLength(2);
  });

  it('are shown once each, and their end is reported', () => {
    const { status, turn, notify, titles } = screen();
    status('Voron', 'offline');
    turn(false);
    notify('disconnected', 'Voron');
    notify('recovered', 'Voron');
    notify('disconnected', 'Voron');
    turn(true);
    expect(titles()).toEqual(['Voron disconnected']);
    notify('recovered', 'Voron');
    expect(titles()).toEqual(['Voron is connected again']);
  });

  it('wait for the end of quiet time, and follow what else the user wants', () => {
    const { status, turn, notify, titles } = screen();
    for (const name of ['Voron', 'Ender', 'Mini']) status(name, 'offline');
    turn(false);
    notify('disconnected', 'Voron', 'Ender', 'Mini');
    turn(true, { quietUntil: start + HOUR });
    expect(titles()).toEqual([]);
    status('Mini', 'online');
    turn(true, { muted: new Set(['Ender']) });
    expect(titles()).toEqual(['Voron disconnected']);
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
  expect(last()).toMatchObject({ title: 'OctoEverywhere accepts Voron again', state: 'offline' });
  status('Voron', 'online');
  notify('reconnect-healed', 'Voron');
  expect(last()).toMatchObject({ title: 'Voron is working again', state: 'online' });
  status('Voron', 'perks-needed');
  notify('reconnect-healed', 'Voron');
  expect(last()).toMatchObject({ title: 'OctoEverywhere accepts Voron again', state: 'unknown' });
  status('Voron', 'update-needed');
  notify('perks-restored', 'Voron');
  expect(last()?.body).not.toContain('watching');
});
