import { describe, expect, it } from 'vitest';
import { printerView } from '../../../src/app/printer-view.ts';
import { newPrinter } from '../../../src/domain/printer.ts';
import type { PrinterStatus } from '../../../src/domain/status.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { firstPoll } from '../../../src/monitor/schedule.ts';

const silence = { since: 5_000, failures: 2, problem: { type: 'http-status', status: 602 } } as const;
const offline: PrinterStatus = {
  kind: 'offline',
  since: 1_000,
  answeredAt: 4_000,
  stale: false,
  silence: null,
  refusal: null,
  link: { state: 'down', since: 1_000, exact: true, notBefore: null, seenAt: 4_000, lastConnectedAt: null },
};

function view(status: PrinterStatus, off: { readonly offOnPurpose?: boolean; readonly oftenOff?: boolean }) {
  const printer = { ...newPrinter('a', 'Voron', 0), ...off };
  const times = { print: null, sighting: null, checkedAt: null, nextCheckAt: null };
  const member = { printer, status, info: null, pollState: firstPoll(0), asking: false, ...times };
  return printerView(member, { page: false, local: false }, null, messagesFor('en'), 0, String);
}

describe('a printer that is off, in the window', () => {
  it.each([{ offOnPurpose: true }, { oftenOff: true }])('is not a problem: %o', (off) => {
    const shown = view({ ...offline, stale: true, silence }, off);
    expect(shown).toMatchObject({ status: 'off', statusText: 'Off', since: 1_000, staleSince: null, problem: null });
    expect(view({ ...offline, stale: true, silence }, {})).toMatchObject({ status: 'offline', staleSince: 4_000 });
  });

  it('does not show the time it fell silent as the time it was switched off', () => {
    const silent: PrinterStatus = { ...offline, kind: 'unknown', since: 9_000, silence };
    expect(view(silent, { oftenOff: true })).toMatchObject({ status: 'off', since: null });
    expect(view(silent, { offOnPurpose: true })).toMatchObject({ status: 'off', since: null });
    expect(view(silent, {})).toMatchObject({ status: 'unknown', since: 9_000 });
  });

  it('still shows that its connection was refused, and what to do', () => {
    const dead: PrinterStatus = {
      ...offline,
      kind: 'reconnect-needed',
      refusal: { status: 604, firstAt: 2_000, lastAt: 2_000 },
    };
    for (const off of [{ offOnPurpose: true }, { oftenOff: true }]) {
      expect(view(dead, off)).toMatchObject({ status: 'reconnect-needed', action: 'reconnect' });
    }
  });
});
