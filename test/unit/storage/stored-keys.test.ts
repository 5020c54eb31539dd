import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openAlertStateStore } from '../../../src/storage/alert-state-store.ts';
import { openUpdateStore } from '../../../src/storage/update-store.ts';
import { noon, profileFolder } from '../../support/storage/profile-folder.ts';

// Profiles as earlier versions wrote them. The keys stay, whatever the code calls the values.

const printer = '7f3b0a52-6d0c-4f7e-9a51-000000000001';
const lost = { loss: { at: noon - 60_000, event: 3 } };

const alerts = {
  version: 2,
  printers: {
    [printer]: {
      open: lost,
      unstable: null,
      outages: [{ from: noon - 120_000, to: null }],
      lossesAt: [noon - 7_200_000, noon - 60_000],
      notified: [{ at: noon - 60_000, kind: 'disconnected' }],
      repeated: null,
    },
  },
  links: {},
  notifiedAt: [noon - 60_000],
  serviceUnreachable: false,
  snoozedUntil: null,
};

it('reads when a printer was lost before, and writes it so that the earlier version can read it', async () => {
  const folder = profileFolder();
  const path = join(folder, 'alerts.json');
  writeFileSync(path, JSON.stringify(alerts));
  const store = openAlertStateStore({ folder, now: () => noon, debounce: 0 });
  const kept = store.value();
  expect(store.notices).toEqual([]);
  expect(kept.alerts.printers[printer]).toMatchObject({
    open: lost,
    disconnectedAt: [noon - 7_200_000, noon - 60_000],
  });
  await store.save({ ...kept, snoozedUntil: noon });
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
    ...alerts,
    ownClockAhead: 0,
    snoozedUntil: noon,
  });
});

it('reads the alerts of version 1', () => {
  const folder = profileFolder();
  writeFileSync(join(folder, 'alerts.json'), JSON.stringify({ version: 1, told: { [printer]: 'disconnected' } }));
  const store = openAlertStateStore({ folder, now: () => noon });
  expect(store.notices).toEqual([]);
  expect(store.value().alerts.printers[printer]).toMatchObject({
    open: { loss: { at: 0, event: 0 } },
    disconnectedAt: [],
  });
});

it('reads when an earlier version checked for updates, and writes it so that it can read it', async () => {
  const folder = profileFolder();
  const path = join(folder, 'updates.json');
  writeFileSync(path, JSON.stringify({ version: 1, lookedAt: noon - 60_000, ranVersion: '0.1.0' }));
  const store = openUpdateStore({ folder, now: () => noon, debounce: 0 });
  expect(store.notices).toEqual([]);
  expect(store.value()).toEqual({ lastCheckedAt: noon - 60_000, ranVersion: '0.1.0' });
  await store.save({ lastCheckedAt: noon, ranVersion: '0.2.0' });
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ version: 1, lookedAt: noon, ranVersion: '0.2.0' });
});
