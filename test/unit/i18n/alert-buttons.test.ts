import { describe, expect, it } from 'vitest';
import { type Alert, type AlertKind, printerAlertKinds } from '../../../src/domain/alerts/alert.ts';
import { urgencyOf } from '../../../src/domain/alerts/alert-urgency.ts';
import { alertButtons } from '../../../src/i18n/alert-buttons.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';

const messages = messagesFor('en');

function alert(kind: AlertKind, ...printers: readonly string[]): Alert {
  const times = { since: 0, latest: 0, total: printers.length };
  return {
    kind,
    printers,
    news: printers,
    ...times,
    everyPrinter: false,
    repeated: null,
    notification: 1,
    update: false,
  };
}

const idsOf = (...alerts: readonly Alert[]) => alertButtons(alerts, messages).map(({ id }) => id);
const goodNews: readonly AlertKind[] = ['recovered', 'reconnect-healed', 'perks-restored', 'service-reachable'];

describe('the buttons of a notification', () => {
  it.each([
    ['disconnected', ['details', 'off-on-purpose', 'mute-today']],
    ['unstable', ['details', 'off-on-purpose', 'mute-today']],
    ['reconnect-needed', ['reconnect', 'mute-today']],
    ['recovered', ['mute-today']],
    ['update-needed', ['mute-today']],
  ] as const)('about one printer, %s: %j', (kind, ids) => {
    expect(idsOf(alert(kind, 'a'))).toEqual(ids);
  });

  it.each(printerAlertKinds)(
    'about several printers, %s, and of several kinds: only those that apply to all',
    (kind) => {
      expect(idsOf(alert(kind, 'a', 'b'))).toEqual(['mute-today']);
      expect(idsOf(alert(kind, 'a'), alert('recovered', 'a'))).toEqual(['mute-today']);
    },
  );

  it.each(['service-unreachable', 'service-reachable'] as const)('about OctoEverywhere, %s', (kind) => {
    expect(idsOf(alert(kind))).toEqual(['snooze-until-tomorrow']);
  });

  it.each(['en', 'de'] as const)('are short and three at most, in %s', (language) => {
    for (const kind of [...printerAlertKinds, 'service-unreachable'] as const) {
      const buttons = alertButtons(
        [alert(kind, ...(kind === 'service-unreachable' ? [] : ['a']))],
        messagesFor(language),
      );
      expect(buttons.length).toBeLessThanOrEqual(3);
      for (const { label } of buttons) expect(label.length).toBeLessThanOrEqual(24);
    }
  });
});

describe('the urgency of a notification', () => {
  it.each(printerAlertKinds)('%s', (kind) => {
    const expected =
      kind === 'reconnect-needed'
        ? { urgency: 'critical', transient: false }
        : goodNews.includes(kind)
          ? { urgency: 'low', transient: true }
          : { urgency: 'normal', transient: false };
    expect(urgencyOf([kind])).toEqual(expected);
  });

  it('of several kinds is that of the most urgent one', () => {
    expect(urgencyOf(['recovered', 'reconnect-needed']).urgency).toBe('critical');
    expect(urgencyOf(['recovered', 'disconnected'])).toEqual({ urgency: 'normal', transient: false });
    expect(urgencyOf(['recovered', 'service-reachable']).transient).toBe(true);
  });
});
