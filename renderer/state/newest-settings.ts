import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Answer } from '../../src/domain/results.ts';
import type { Settings } from '../../src/domain/settings.ts';

/**
 * Makes a change out of the newest settings, so that one of several parts of a setting (a topic, a weekday) can be changed
 * while another one is still on its way. Done twice it comes to the same.
 */
export type SettingsStep = (newest: Settings) => Partial<Settings>;

/** The settings as the main process last told them. */
export interface Known {
  readonly settings: Settings;
}

export interface NewestSettings {
  /** As they will be when everything on its way goes through; null until the first are known. */
  readonly newest: ReadonlySignal<Settings | null>;
  /** Shows a change at once and sends it after those before it. A refused one is taken back. Never rejects if `send` does not. */
  change(step: SettingsStep): Promise<Answer>;
}

interface Change {
  readonly step: SettingsStep;
  /** What was known when it went through: with anything newer the main process has it too. Null while on its way. */
  readonly doneWith: Known | null;
}

/** Keeps the changes that the main process has not told of yet on top of what it has. */
export function newestSettings(
  known: ReadonlySignal<Known | null>,
  send: (changes: Partial<Settings>) => Promise<Answer>,
): NewestSettings {
  const onTheirWay = signal<readonly Change[]>([]);
  let before: Promise<unknown> = Promise.resolve();

  const newest = computed(() => (known.value === null ? null : afterAll(known.value, onTheirWay.value)));

  const replace = (change: Change, by: readonly Change[]) => {
    const rest = onTheirWay.peek().flatMap((one) => (one === change ? by : [one]));
    onTheirWay.value = rest.filter(({ doneWith }) => doneWith === null || doneWith === known.peek());
  };

  const sendInTurn = async (change: Change): Promise<Answer> => {
    const told = known.peek();
    if (told === null) throw new Error('A setting was changed before any was known.');
    const earlier = onTheirWay.peek().slice(0, onTheirWay.peek().indexOf(change));
    const answer = await send(change.step(afterAll(told, earlier)));
    replace(change, answer.ok ? [{ ...change, doneWith: known.peek() }] : []);
    return answer;
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
