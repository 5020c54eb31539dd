import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { RequestResult } from '../../src/domain/results.ts';
import type { Settings } from '../../src/domain/settings.ts';

/**
 * Derives a change from the newest settings, so that one of several parts of a setting (a topic, a weekday) can be
 * changed while another change is pending. Must be idempotent.
 */
export type SettingsStep = (newest: Settings) => Partial<Settings>;

/** The settings as last reported by the main process. */
export interface Known {
  readonly settings: Settings;
}

export interface NewestSettings {
  /** The settings once all pending changes succeed; null until the first are known. */
  readonly newest: ReadonlySignal<Settings | null>;
  /**
   * Shows a change immediately and sends it after earlier ones. A refused change is reverted. Never rejects unless
   * `send` does.
   */
  change(step: SettingsStep): Promise<RequestResult>;
}

interface Change {
  readonly step: SettingsStep;
  /** What was known when it succeeded: anything newer already includes it. Null while pending. */
  readonly doneWith: Known | null;
}

/** Applies the changes that the main process hasn't reported yet on top of its settings. */
export function newestSettings(
  known: ReadonlySignal<Known | null>,
  send: (changes: Partial<Settings>) => Promise<RequestResult>,
): NewestSettings {
  const onTheirWay = signal<readonly Change[]>([]);
  let before: Promise<unknown> = Promise.resolve();

  const newest = computed(() => (known.value === null ? null : afterAll(known.value, onTheirWay.value)));

  const replace = (change: Change, by: readonly Change[]) => {
    const rest = onTheirWay.peek().flatMap((one) => (one === change ? by : [one]));
    onTheirWay.value = rest.filter(({ doneWith }) => doneWith === null || doneWith === known.peek());
  };

  const sendInTurn = async (change: Change): Promise<RequestResult> => {
    const reported = known.peek();
    if (reported === null) throw new Error('A setting was changed before any was known.');
    const earlier = onTheirWay.peek().slice(0, onTheirWay.peek().indexOf(change));
    const result = await send(change.step(afterAll(reported, earlier)));
    replace(change, result.ok ? [{ ...change, doneWith: known.peek() }] : []);
    return result;
  };

  return {
    newest,
    change(step) {
      const change: Change = { step, doneWith: null };
      onTheirWay.value = [...onTheirWay.peek(), change];
      const answered = before.then(() => sendInTurn(change));
      before = answered;
      return answered;
    },
  };
}

function afterAll(known: Known, changes: readonly Change[]): Settings {
  let { settings } = known;
  for (const { step, doneWith } of changes) {
    if (doneWith === null || doneWith === known) settings = { ...settings, ...step(settings) };
  }
  return settings;
}
