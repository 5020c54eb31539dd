import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { language } from '../../../renderer/messages.ts';
import { announceChanges } from '../../../renderer/state/announce-changes.ts';
import { announce, announcements } from '../../../renderer/state/announcements.ts';
import type { PrinterView } from '../../../src/contract/printer-view.ts';

const view = (id: string, status: PrinterView['status']) =>
  ({ id, name: id, status, statusText: status }) as unknown as PrinterView;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  language.value = 'en';
  vi.runAllTimers();
  vi.useRealTimers();
});

/** Collects what is announced while `act` runs and in the ten seconds after it. */
function spoken(act: () => void): readonly string[] {
  const texts: string[] = [];
  let last = announcements.peek().at(-1)?.number ?? 0;
  const end = announcements.subscribe((shown) => {
    const newest = shown.at(-1);
    if (newest !== undefined && newest.number > last) texts.push(newest.text);
    last = newest?.number ?? last;
  });
  act();
  vi.advanceTimersByTime(10_000);
  end();
  return texts;
}

test('One change is announced immediately', () => {
  const texts = spoken(() => {
    announceChanges([view('Voron', 'offline')], (id) => view(id, 'online'));
    expect(announcements.peek().at(-1)?.text).toBe('Voron: offline.');
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
  expect(texts).toEqual(['P0: offline.', '14 printers: offline.']);
});

test('many different changes are counted by state, and a single one is named', () => {
  language.value = 'de';
  const texts = spoken(() => {
    const ids = ['P0', 'P1', 'P2', 'P3', 'P4'];
    announceChanges([...ids.map((id) => view(id, 'offline')), view('Mini', 'online')], (id) => view(id, 'unknown'));
    vi.advanceTimersByTime(3_000);
    announceChanges([...ids.map((id) => view(id, 'off')), view('Mini', 'offline')], (id) => view(id, 'online'));
    vi.advanceTimersByTime(3_000);
    announceChanges(
      [...ids, 'Mini'].map((id) => view(id, 'online')),
      () => undefined,
    );
  });
  expect(texts).toEqual([
    '5 Drucker: offline. Mini: online.',
    '5 Drucker: off. Mini: offline.',
    '6 Drucker hinzugefügt.',
  ]);
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

test('an announcement is still there when the next ones follow at once, and gone ten seconds after them', () => {
  const shown = () => announcements.peek().map(({ text }) => text);
  announce('Showing 2 of 200 printers.');
  vi.advanceTimersByTime(60_000);
  announceChanges([view('Voron', 'offline')], (id) => view(id, 'online'));
  announce('Name copied.');
  expect(shown()).toEqual(['Showing 2 of 200 printers.', 'Voron: offline.', 'Name copied.']);
  vi.advanceTimersByTime(9_999);
  expect(shown()).toHaveLength(3);
  vi.advanceTimersByTime(1);
  expect(shown()).toEqual(['Name copied.']);
});
