import type { Requests } from '../../../src/contract/contract.ts';
import type { hostileValues } from './values.ts';

/** What a compromised page tries, and what to search for in the responses. */
export interface Attack {
  readonly seed: number;
  readonly calls: number;
  readonly requests: readonly string[];
  /** Ids of listed printers. */
  readonly printers: readonly string[];
  /** A file that must never be created. */
  readonly forbiddenFile: string;
  /** Texts that no response may contain. */
  readonly secrets: readonly string[];
  /** A text that responses do contain, to show that the search works. */
  readonly expected: string;
}

export interface AttackReport {
  readonly calls: number;
  /** Responses and refusals of the main process, and calls that did not even leave the page, by kind. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Requests that passed the check of their arguments. */
  readonly reached: readonly string[];
  readonly leaks: readonly string[];
  readonly foundExpected: number;
  /** Requests that took longer than half a minute. */
  readonly unanswered: readonly string[];
}

interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
}

/**
 * Calls every request with hostile arguments. It runs in the window, which gets only the source of this function, so it
 * has to be self-contained. Calls that would have a real effect are omitted: removing a listed printer, and the restart
 * into the demo.
 */
export async function attack(
  send: (name: string, args: readonly unknown[]) => Promise<unknown>,
  order: Attack,
  hostile: typeof hostileValues,
): Promise<AttackReport> {
  let state = order.seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value;
  const stranger = 'badbad00-0000-4000-8000-00000000bad0';
  const { text, anything } = hostile({ random, below, pick }, order.printers, stranger, order.forbiddenFile);
  const printer = () => pick(order.printers);
  /** Valid arguments of each request; those with a real effect get a printer that is not listed, or no change. */
  const fitting: Readonly<Record<keyof Requests, () => unknown[]>> = {
    'get-snapshot': () => [],
    refresh: () => [pick([null, printer()])],
    'refresh-printers': () => [[printer(), printer()]],
    'open-printer': () => [printer()],
    'open-link': () => [pick(['perks', 'dashboard', 'support', 'error-codes', 'get-started'])],
    'open-local-page': () => [printer()],
    'open-address-again': () => [],
    'copy-address': () => [],
    'copy-local-ip': () => [printer()],
    zoom: () => [pick(['zoom-in', 'zoom-out', 'zoom-reset'])],
    'copy-name': () => [printer()],
    'choose-in-printer-menu': () => [stranger, below(500), below(500)],
    'add-printer': () => [`hostile-${below(1_000_000)}`, pick(['keychain', 'until-quit'])],
    'reconnect-printer': () => [printer(), `hostile-${below(1_000_000)}`, 'keychain'],
    'start-sign-in': () => [pick([null, printer()])],
    'cancel-sign-in': () => [],
    'answer-sign-in': () => [pick(['replace', 'add', 'try-again', 'until-quit'])],
    'open-sign-in-again': () => [],
    'copy-sign-in-link': () => [],
    'finish-first-steps': () => [],
    'remove-printer': () => [stranger],
    'move-printer': () => [printer(), pick([null, printer()])],
    'mute-printer': () => [printer(), random() < 0.5],
    'set-off-on-purpose': () => [printer(), random() < 0.5],
    'mute-printers': () => [[printer()], random() < 0.5],
    'set-printers-off': () => [[printer()], random() < 0.5],
    'tag-printers': () => [[printer()], pick(['workshop', 'resin']), random() < 0.5],
    'set-often-off': () => [printer(), random() < 0.5],
    'set-watch-prints': () => [printer(), random() < 0.5],
    snooze: () => [pick(['hour', 'until-tomorrow', 'end'])],
    'export-list': () => [],
    'export-history': () => [null],
    'import-list': () => [],
    'get-days': () => [],
    'get-history': () => [printer()],
    'get-gadget': () => [printer()],
    'get-webcam': () => [printer(), pick([null, 0, 7]), random() < 0.5],
    'get-prints': () => [printer()],
    'export-prints': () => [null],
    'share-print': () => [printer()],
    'control-print': () => [printer(), pick(['pause', 'resume', 'cancel'])],
    'change-settings': () => [
      pick([{ pollSeconds: 60 + below(60) }, { theme: pick(['light', 'dark']) }, { sound: true }]),
    ],
    'refresh-start-at-login': () => [],
    'preview-notification': () => [pick(['disconnected', 'recovered', 'perks'])],
    'switch-demo': () => [false],
    'get-about': () => [],
    'open-data-folder': () => [],
    'restart-to-update': () => [],
    'remove-all-data': () => [],
    'set-menu-entry': () => [random() < 0.5],
    'save-diagnostics': () => [],
    'report-problem': () => [],
    'open-licences': () => [],
    'look-for-update': () => [],
    'bring-up-keychain': () => [],
    'dismiss-notice': () => ['no-tray'],
    'take-intent': () => [],
  };
  const rightFor = (name: string) => (Object.hasOwn(fitting, name) ? fitting[name as keyof Requests]() : []);

  function nextCall(): Call {
    const name = below(100) === 0 ? text().slice(0, 200) : pick(order.requests);
    const right = rightFor(name);
    const way = below(10);
    let args: unknown[];
    if (way < 1) args = right;
    else if (way < 3) args = [...right, anything()];
    else if (way < 4) args = right.slice(0, -1);
    else if (way < 7) args = right.map((one) => (random() < 0.6 ? anything() : one));
    else args = Array.from({ length: below(5) }, anything);
    const [first] = args;
    const removes =
      name === 'remove-printer' && args.length === 1 && typeof first === 'string' && order.printers.includes(first);
    const restarts = name === 'switch-demo' && args.length === 1 && first === true;
    return { name, args: removes ? [stranger] : restarts ? [false] : args };
  }

  const outcomes: Record<string, number> = {};
  const reached = new Set<string>();
  const leaks: string[] = [];
  let foundExpected = 0;
  const unanswered: string[] = [];
  function described(value: unknown): string {
    if (value instanceof Error) return `${value.name} ${value.message} ${value.stack}`;
    try {
      return JSON.stringify(value) ?? String(value);
    } catch (error) {
      return String(error);
    }
  }
  function note(name: string, kind: string, value: unknown): void {
    outcomes[kind] = (outcomes[kind] ?? 0) + 1;
    if (kind === 'answered' || kind === 'too-often') reached.add(name);
    const output = described(value);
    if (output.includes(order.expected)) foundExpected += 1;
    for (const secret of order.secrets) if (output.includes(secret)) leaks.push(`${name} (${kind})`);
  }
  /** A refusal is an error message over the bridge, and the plain value when the bridge is bypassed. */
  async function callOnce({ name, args }: Call): Promise<void> {
    const timeLimits = setTimeout(() => unanswered.push(name), 30_000);
    try {
      const reply = await send(name, args);
      const refused = (reply as { readonly refused?: string } | null)?.refused;
      note(name, refused ?? 'answered', reply);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const known = ['unknown-sender', 'invalid-arguments', 'unknown-printer', 'too-often', 'failed'].includes(message);
      note(name, known ? message : 'kept back in the page', error);
    }
    clearTimeout(timeLimits);
  }

  let begun = 0;
  const goOn = async () => {
    while (begun < order.calls) {
      begun += 1;
      // Each call has its own random numbers, because the order in which pending calls end does not depend on the seed.
      state = (order.seed + Math.imul(begun, 0x9e3779b1)) >>> 0;
      // Each request is reached once for certain; everything else is random.
      const name = order.requests[begun - 1];
      await callOnce(name === undefined ? nextCall() : { name, args: rightFor(name) });
    }
  };
  await Promise.all(Array.from({ length: 100 }, goOn));
  return { calls: order.calls, outcomes, reached: [...reached].sort(), leaks, foundExpected, unanswered };
}
