import { expect, it } from 'vitest';
import { newPrinter } from '../../../src/domain/printer.ts';
import { notYetChecked, type PrinterStatus } from '../../../src/domain/status.ts';
import { WaitingForToken } from '../../../src/keychain/waiting-for-token.ts';
import { Fleet } from '../../../src/monitor/fleet.ts';
import { firstPoll } from '../../../src/monitor/schedule.ts';

const connected: PrinterStatus = notYetChecked(0);
const locked: PrinterStatus = {
  ...connected,
  silence: { failures: 1, since: 0, problem: { type: 'keychain', why: 'locked' } },
};

it('lists in the order of the fleet who waits for the keychain now, also from before it existed', async () => {
  const fleet = new Fleet();
  const put = (id: string, status: PrinterStatus) => {
    const nothing = { info: null, sighting: null, checkedAt: null, print: null, nextCheckAt: null };
    fleet.put({ printer: newPrinter(id, id, 0), status, pollState: firstPoll(0), asking: false, ...nothing });
  };
  for (const id of ['a', 'b', 'c']) put(id, connected);
  put('c', locked);
  await Promise.resolve();
  const waiting = new WaitingForToken(fleet);
  const ids = () => waiting.printers().map(({ id }) => id);
  expect(ids()).toEqual(['c']);
  put('a', locked);
  await Promise.resolve();
  expect(ids()).toEqual(['a', 'c']);
  expect(waiting.printers()[0]?.why).toBe('locked');
  put('c', connected);
  fleet.remove('a');
  await Promise.resolve();
  expect(ids()).toEqual([]);
});
