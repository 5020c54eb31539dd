import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ElectronNotifier } from '../../../../src/desktop/notifications/electron-notifier.ts';
import { calls, forgetCalls, RecordedNotification } from '../../../support/desktop/recorded-electron.ts';

vi.mock('electron', async () => (await import('../../../support/desktop/recorded-electron.ts')).recordedElectron);

const content = (title: string) => ({ title, body: '', state: 'offline' }) as const;
const newest = () => {
  const notification = RecordedNotification.all.at(-1);
  if (notification === undefined) throw new Error('No notification was made.');
  return notification;
};

function notifier() {
  const clicks: (string | null)[] = [];
  const created = new ElectronNotifier((state) => `${state}` as never);
  const show = (title: string, more: object = {}, sound = true) =>
    created.show('voron', { ...content(title), ...more }, { sound }, (button) => clicks.push(button));
  return { created, show, clicks };
}

beforeEach(forgetCalls);

describe('a notification on Windows and macOS', () => {
  it('is replaced silently by its update', async () => {
    const { created, show } = notifier();
    await show('Voron disconnected');
    expect(created.update('voron', content('Voron is connected again'), () => {})).toBe(true);
    expect(calls).toEqual([
      'show Voron disconnected',
      'close Voron disconnected',
      'show Voron is connected again, silently',
    ]);
  });

  it('is not brought back by an update once the user has dismissed it', async () => {
    const { created, show } = notifier();
    await show('Voron disconnected');
    newest().emit('close');
    expect(created.update('voron', content('Voron is connected again'), () => {})).toBe(false);
    expect(calls).toEqual(['show Voron disconnected']);
  });

  it('reports a click and each button once, and goes', async () => {
    const { show, clicks } = notifier();
    const buttons = [
      { id: 'details', label: 'Details' },
      { id: 'off', label: 'Off on purpose' },
    ];
    await show('Voron disconnected', { buttons });
    expect(newest().options['actions']).toEqual([
      { type: 'button', text: 'Details' },
      { type: 'button', text: 'Off on purpose' },
    ]);
    newest().emit('action', {}, 1);
    await show('Voron disconnected', { buttons });
    newest().emit('click');
    expect(clicks).toEqual(['off', null]);
    expect(calls.filter((call) => call.startsWith('close'))).toHaveLength(2);
  });

  it('stays until dismissed if critical, and is silent if sound is off', async () => {
    const { show } = notifier();
    await show('Reconnect needed: Voron', { urgency: 'critical' }, false);
    expect(newest().options).toMatchObject({
      urgency: 'critical',
      timeoutType: 'never',
      silent: true,
      icon: 'offline',
    });
  });

  it('is no longer updated if the system refuses it', async () => {
    const { created, show } = notifier();
    await show('Voron disconnected');
    newest().emit('failed', {}, 'Notifications are disabled');
    expect(created.update('voron', content('Voron is connected again'), () => {})).toBe(false);
  });

  it('is reported as not shown on a system without notifications', async () => {
    RecordedNotification.supported = false;
    const { show } = notifier();
    expect(await show('Voron disconnected')).toBe(false);
    expect(calls).toEqual([]);
  });
});
