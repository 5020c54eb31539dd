import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { topicSwitched } from '../../../renderer/settings/settings-steps.ts';
import { type Known, newestSettings } from '../../../renderer/state/newest-settings.ts';
import type { RequestResult } from '../../../src/domain/results.ts';
import { defaultSettings, type Settings } from '../../../src/domain/settings.ts';

const refused: RequestResult = { ok: false, message: { title: 'No', text: 'It did not work.', smallPrint: null } };

/** The main process as seen by the window; it responds, and reports its settings, when the test decides. */
function world() {
  const known = signal<Known | null>({ settings: defaultSettings });
  const requests: { readonly changes: Partial<Settings>; readonly answer: (result: RequestResult) => void }[] = [];
  const { newest, change } = newestSettings(
    known,
    (changes) => new Promise((answer) => requests.push({ changes, answer })),
  );
  return { known, requests, newest, change };
}

/** Waits until all responses have been processed. */
const rest = () => new Promise((done) => setTimeout(done));

test('a change is shown and sent at once', async () => {
  const { requests, newest, change } = world();
  void change(() => ({ sound: false }));
  expect(newest.value?.sound).toBe(false);
  await rest();
  expect(requests.map(({ changes }) => changes)).toEqual([{ sound: false }]);
});

test('a change of one topic includes another that was just made and is not confirmed yet', async () => {
  const { requests, newest, change } = world();
  void change(topicSwitched('recovered', false));
  void change(topicSwitched('perks', false));
  const both = { ...defaultSettings.topics, recovered: false, perks: false };
  expect(newest.value?.topics).toEqual(both);
  await rest();
  // One after the other: the main process never gets two requests at the same time.
  expect(requests).toHaveLength(1);
  requests[0]?.answer({ ok: true });
  await rest();
  expect(requests[1]?.changes).toEqual({ topics: both });
});

test('a refused change is undone, and later ones do without it', async () => {
  const { requests, newest, change } = world();
  const first = change(topicSwitched('recovered', false));
  void change(topicSwitched('perks', false));
  await rest();
  requests[0]?.answer(refused);
  expect(await first).toEqual(refused);
  await rest();
  const withoutIt = { ...defaultSettings.topics, perks: false };
  expect(requests[1]?.changes).toEqual({ topics: withoutIt });
  expect(newest.value?.topics).toEqual(withoutIt);
});

test('an accepted change stays until the main process reports its settings, which then count', async () => {
  const { known, requests, newest, change } = world();
  void change(() => ({ pollSeconds: 120 }));
  await rest();
  requests[0]?.answer({ ok: true });
  await rest();
  expect(newest.value?.pollSeconds).toBe(120);
  known.value = { settings: { ...defaultSettings, pollSeconds: 300 } };
  expect(newest.value?.pollSeconds).toBe(300);
});

test('a report about something else does not undo a pending change', async () => {
  const { known, newest, change } = world();
  void change(() => ({ sound: false }));
  known.value = { settings: { ...defaultSettings, theme: 'dark' } };
  expect(newest.value).toMatchObject({ sound: false, theme: 'dark' });
});
