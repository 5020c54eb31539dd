import { describe, expect, it } from 'vitest';
import { KeychainNotifier } from '../../../src/app/keychain-notifier.ts';
import { KeychainStatus } from '../../../src/app/keychain-status.ts';
import type { NotificationContent } from '../../../src/desktop/notifications/notifier.ts';
import { intervalsFor } from '../../../src/domain/intervals.ts';
import type { KeychainError } from '../../../src/domain/outcome.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { Fleet } from '../../../src/monitor/fleet.ts';
import { memoryDocument } from '../../../src/storage/memory-document.ts';
import { printerRecord } from '../../support/monitor/printer-record.ts';

/** One printer whose token the keychain withholds, and a timer that fires when the test decides. */
function world(next: 'wait' | 'refresh' = 'wait') {
  const fleet = new Fleet();
  const seen = {
    shown: [] as NotificationContent[],
    closed: 0,
    prompts: 0,
    windows: 0,
    refreshed: [] as (string | null)[],
  };
  let silent = false;
  let due: { readonly after: number; readonly then: () => void } | null = null;
  let ask: (asking: boolean) => void = () => {};
  let click: () => void = () => {};
  const trouble = new KeychainStatus({
    fleet,
    monitor: {
      refresh: (id) => {
        seen.refreshed.push(id);
        return [];
      },
    },
    keychain: {
      bringUp: async () => {
        seen.prompts += 1;
        return next;
      },
      stopAsking: async () => {},
      onAsking: (listener) => {
        ask = listener;
      },
    },
  });
  new KeychainNotifier({
    trouble,
    notifier: {
      show: async (_key, content, _options, onAction) => {
        seen.shown.push(content);
        click = () => onAction(null);
        return true;
      },
      close: () => {
        seen.closed += 1;
      },
    },
    quiet: { isSilent: () => silent },
    settings: memoryDocument(defaultSettings),
    window: {
      show: () => {
        seen.windows += 1;
      },
    },
    intervals: () => intervalsFor(defaultSettings, null),
    timer: {
      set: (after, then) => {
        due = { after, then };
      },
      clear: () => {
        due = null;
      },
    },
    messages: () => messagesFor('en'),
  });
  return {
    seen,
    trouble,
    click: () => click(),
    asking: (is: boolean) => ask(is),
    quiet: (is: boolean) => {
      silent = is;
    },
    /** Sets the keychain's error; null when the token was read. */
    async keychain(why: KeychainError | null) {
      const silence = why === null ? null : { failures: 1, since: 0, problem: { type: 'keychain', why } as const };
      fleet.put(printerRecord('voron', { kind: why === null ? 'online' : 'unknown', silence }, { name: 'Voron' }));
      await Promise.resolve();
    },
    /** Fires the timer. Returns its delay; null when none was set. */
    pass() {
      const was = due;
      due = null;
      was?.then();
      return was?.after ?? null;
    },
  };
}

describe('a keychain that withholds the tokens', () => {
  it('is reported once, after two minutes, and withdrawn when it opens', async () => {
    const { seen, keychain, pass } = world();
    await keychain('locked');
    await keychain('locked');
    expect(seen.shown).toEqual([]);
    expect(pass()).toBe(120_000);
    expect(seen.shown.map(({ title, body }) => [title, body])).toEqual([
      ['OctoGlance can’t read its tokens', 'Your printers aren’t being watched. Click to unlock your keychain.'],
    ]);
    await keychain('no-secret-service');
    expect(pass()).toBeNull();
    await keychain(null);
    expect(seen.closed).toBe(1);
    await keychain('locked');
    expect(pass()).toBe(120_000);
    expect(seen.shown).toHaveLength(2);
  });

  it('is not reported when it opens within that time', async () => {
    const { seen, keychain, pass } = world();
    await keychain('locked');
    await keychain(null);
    expect(pass()).toBeNull();
    expect(seen.shown).toEqual([]);
  });

  it('is reported after quiet hours, unless it has opened by then', async () => {
    const { seen, keychain, pass, quiet } = world();
    quiet(true);
    await keychain('locked');
    pass();
    pass();
    expect(seen.shown).toEqual([]);
    quiet(false);
    pass();
    expect(seen.shown).toHaveLength(1);
  });

  it.each(['locked', 'no-keyring', 'denied'] as const)('%s: a click opens the prompt, not the window', async (why) => {
    const { seen, keychain, pass, click } = world();
    await keychain(why);
    pass();
    click();
    expect(seen).toMatchObject({ prompts: 1, windows: 0 });
  });

  it.each(['no-secret-service', 'no-session-bus', 'kwallet-disabled', 'refused'] as const)(
    '%s: a prompt would not help, so a click shows the window',
    async (why) => {
      const { seen, keychain, pass, click } = world();
      await keychain(why);
      pass();
      click();
      expect(seen).toMatchObject({ prompts: 0, windows: 1 });
    },
  );

  it('is read again for the waiting printers when it shows no prompt of its own', async () => {
    const { seen, keychain, trouble } = world('refresh');
    await keychain('denied');
    expect(await trouble.bringUp()).toEqual({ ok: true });
    expect(seen.refreshed).toEqual(['voron']);
  });

  it('is reported as waiting for the user before any printer is', async () => {
    const { asking, trouble } = world();
    expect(trouble.why()).toBeNull();
    asking(true);
    expect(trouble.why()).toBe('asking');
    asking(false);
    expect(trouble.why()).toBeNull();
  });

  it('is not said to withhold tokens while it only asks about a new one or a removal', async () => {
    const { seen, asking, keychain, pass, trouble } = world();
    await keychain(null);
    asking(true);
    expect(trouble.whyWithheld()).toBeNull();
    expect(pass()).toBeNull();
    expect(seen.shown).toEqual([]);
    await keychain('locked');
    expect(trouble.whyWithheld()).toBe('asking');
  });
});
