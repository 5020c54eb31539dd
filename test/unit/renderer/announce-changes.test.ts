import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { announceChanges } from '../../../renderer/state/announce-changes.ts';
import { announcement } from '../../../renderer/state/announcements.ts';
import type { PrinterView } from '../../../src/contract/printer-view.ts';

const view = (id: string, status: PrinterView['status']) =>
  ({ id, name: id, status, statusText: status }) as unknown as PrinterView;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

/** Collects what is announced while `act` runs and in the ten seconds after it. */
function spoken(act: () => void): readonly string[] {
  const texts: string[] = [];
  const end = announcement.subscribe(({ text }) => texts.push(text));
  texts.length = 0;
  act();
  vi.advanceTimersByTime(10_000);
  end();
  return texts;
}

test('One change is announced immediately', () => {
  const texts = spoken(() => {
    announceChanges([view('Voron', 'offline')], (id) => view(id, 'online'));
    expect(announcement.peek().text).toBe('Voron: offline.');
  });
  expect(texts).toEqual(['Voron: offline.']);
});

test('many printers that change one after the other cause two announcements, not one each', () => {
  const texts = spoken(() => {
    for (let index = 0; index < 15; index += 1) {
      announceChanges([view(`P${index}`, 'offline')], (id) => view(id, 'online'));
      vi.advanceTimersByTime(150);
    }
  });
  expect(texts).toHaveLength(2);
  expect(texts[1]).toContain('10');
});

test('a change that is over before it is announced is announced as it is then', () => {
  const texts = spoken(() => {
    announceChanges([view('Mini', 'offline')], (id) => view(id, 'online'));
    announceChanges([view('Voron', 'offline')], (id) => view(id, 'online'));
    announceChanges([view('Voron', 'online')], (id) => view(id, 'offline'));
  });
  expect(texts.at(-1)).toBe('Voron: online.');
});

test('the first result of a printer is not announced unless it is a problem', () => {
  const texts = spoken(() =>
    announceChanges([view('Voron', 'online'), view('Mini', 'offline')], (id) => view(id, 'checking')),
  );
  expect(texts).toEqual(['Mini: offline.']);
});
