import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BrowserLinks, type BrowserLinksParts } from '../../../src/app/browser-links.ts';
import type { Opening } from '../../../src/desktop/integration/link-opener.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';

vi.mock('../../../src/desktop/window/clipboard.ts', () => ({ copyText: async () => {} }));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const page = new URL('https://octoeverywhere.com/printer?token=private');

function links(opening: Promise<Opening>) {
  const parts = {
    opener: { open: () => opening },
    notices: { add: () => {}, withdraw: () => {} },
    notifier: { show: async () => {}, close: () => {} },
    window: { isFocused: () => false, show: () => {} },
    settings: { value: () => ({ sound: false }) },
    messages: () => messagesFor('en'),
  } as unknown as BrowserLinksParts;
  const made = new BrowserLinks(parts);
  expect(made.open(page)).toEqual({ ok: true });
  return made;
}

it('tells a terminal that the browser failed, with the address but not what may be private', async () => {
  const { title, text } = (await links(Promise.resolve({ kind: 'failed', why: 'xdg-open: 3' })).earlyFailure()) ?? {};
  expect(title).toBe('Couldn’t open the browser');
  expect(text).toMatch(/https:\/\/octoeverywhere\.com\/printer$/);
});

it('reports no failure if the browser opened, or takes long', async () => {
  expect(await links(Promise.resolve({ kind: 'opened' })).earlyFailure()).toBeNull();
  const slow = links(new Promise(() => {})).earlyFailure();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await slow).toBeNull();
});
