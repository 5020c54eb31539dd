import { nothingKept } from '../../../src/domain/alerts/alert-state.ts';
import type { Link } from '../../../src/domain/link.ts';
import type { Printer } from '../../../src/domain/printer.ts';
import { defaultSettings, type Settings } from '../../../src/domain/settings.ts';
import type { Span } from '../../../src/domain/spans.ts';
import type { StoredAlerts } from '../../../src/storage/alert-state-store.ts';
import type { WindowMemory } from '../../../src/storage/window-store.ts';

/*
 * The content of a profile by the number of its change. Every value of a document follows from the number, so that a
 * mixture of old and new is detected.
 */

export type What = 'printers' | 'settings' | 'notified' | 'window' | 'history';

/** This many always exist; others come and go. */
export const lasting = 40;

export function printersOf(number: number): readonly Printer[] {
  return Array.from({ length: lasting + (number % 7) }, (_, index) => ({
    id: `7f3b0a52-6d0c-4f7e-9a51-${String(index).padStart(12, '0')}`,
    name: `Printer ${index} of change ${number}`,
    muted: number % 2 === 0,
    offOnPurpose: number % 3 === 0,
    oftenOff: number % 5 === 0,
    watchPrints: number % 4 !== 0,
    addedAt: number,
  }));
}

/** Returns the number from which a list of printers was created; 0 for none. */
export function numberOf(printers: readonly Printer[]): number {
  return printers[0]?.addedAt ?? 0;
}

export function settingsOf(number: number): Settings {
  return {
    ...defaultSettings,
    pollSeconds: 30 + (number % 3_571),
    graceSeconds: number % 1_801,
    theme: number % 2 === 0 ? 'dark' : 'light',
    language: number % 2 === 0 ? 'de' : 'en',
  };
}

export function alertsOf(number: number): StoredAlerts {
  const open = { at: number, event: number };
  const lost = { ...nothingKept, open: { loss: open } };
  const unstable = { ...nothingKept, unstable: open, outages: [{ from: number, to: null }] };
  return {
    alerts: {
      printers: Object.fromEntries(printersOf(number).map(({ id }) => [id, number % 2 === 0 ? lost : unstable])),
      links: Object.fromEntries(printersOf(number).map(({ id }) => [id, linkOf(number)])),
      notifiedAt: [number],
      serviceUnreachable: number % 2 === 0,
      ownClockAhead: number,
    },
    snoozedUntil: number,
  };
}

function linkOf(number: number): Link {
  const state = number % 2 === 0 ? 'up' : 'down';
  return { state, since: number, exact: true, notBefore: null, seenAt: number + 1, lastConnectedAt: number };
}

export function windowOf(number: number): WindowMemory {
  const place = { width: 400 + (number % 1_000), height: 300 + (number % 1_000), position: null, maximized: false };
  return { place, noTrayDismissed: number % 2 === 0, firstSteps: 'done', closeExplained: true };
}

/** Returns one of a series of contiguous spans of ten milliseconds. */
export function spanAt(index: number): Span {
  return { state: index % 2 === 0 ? 'connected' : 'disconnected', from: index * 10, to: index * 10 + 10 };
}

/** Returns the index of a span in that series. */
export function indexOf(span: Span | undefined): number {
  return span === undefined ? -1 : span.from / 10;
}
