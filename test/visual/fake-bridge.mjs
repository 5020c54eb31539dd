/**
 * Runs in the page before the window's own code in place of the preload script, so that the window can be viewed
 * without the app. Requests change the snapshot as far as the pictures need it. Pasted text determines the response.
 *
 * @import { Snapshot, SnapshotChange } from '../../src/contract/contract.ts'
 * @import { PrinterHistory } from '../../src/domain/history-view.ts'
 * @param {{ first: Snapshot, histories: Record<string, PrinterHistory> }} shown
 */
export function fakeBridge({ first, histories }) {
  let snapshot = first;
  /** @type {Set<(change: SnapshotChange) => void>} */
  const hearers = new Set();
  /** @param {Partial<Snapshot>} changes */
  const push = (changes) => {
    const after = snapshot.number;
    snapshot = { ...snapshot, ...changes, at: snapshot.at + 1, number: after + 1 };
    const { printers: changed, ...state } = snapshot;
    for (const hear of hearers) hear({ ...state, after, changed, order: changed.map(({ id }) => id) });
  };
  /** @param {string} pasted @param {unknown} keep */
  const connectResult = async (pasted, keep) => {
    if (pasted.includes('slow')) await new Promise((resolve) => setTimeout(resolve, 600_000));
    if (pasted.includes('no-keychain') && keep === 'keychain') {
      return {
        ok: false,
        canKeepUntilQuit: true,
        message: {
          title: 'No keychain on this desktop',
          text: 'The token works, but no keychain (Secret Service) answers to keep it. Start or install one, such as GNOME Keyring or KWallet, or use the printer only until you quit.',
          smallPrint: 'org.freedesktop.secrets is not available',
        },
      };
    }
    if (pasted.includes('unknown')) {
      return {
        ok: false,
        canKeepUntilQuit: false,
        message: {
          title: 'OctoEverywhere doesn’t recognise this token',
          text: 'It may be incomplete, revoked or expired. Copy it again, or sign in with OctoEverywhere to set up a new connection.',
          smallPrint: 'OctoEverywhere code 603',
        },
      };
    }
    const [model] = snapshot.printers;
    const printer = '00000000-0000-4000-8000-0000000000ff';
    if (model) push({ printers: [...snapshot.printers, { ...model, id: printer, name: 'Newcomer' }] });
    return { ok: true, printer: model ? printer : '' };
  };
  /** A bed with a part on it, as seen by a webcam mounted upside down. */
  const webcamPicture = async () => {
    const paper = new /** @type {any} */ (globalThis).OffscreenCanvas(640, 480);
    const brush = paper.getContext('2d');
    const areas = [
      ['#20242c', 0, 0, 640, 480],
      ['#3c3e46', 40, 0, 560, 90],
      ['#d66e28', 250, 90, 140, 170],
      ['#8b8f99', 300, 260, 40, 120],
      ['#f0f0f0', 600, 440, 30, 30],
    ];
    for (const [colour, ...area] of areas) {
      brush.fillStyle = colour;
      brush.fillRect(...area);
    }
    const blob = await paper.convertToBlob({ type: 'image/jpeg' });
    return new Uint8Array(await blob.arrayBuffer());
  };
  /** The answer differs between printers. @param {string} id */
  const webcamResult = async (id) => {
    const limit = {
      title: 'Webcam limit reached',
      text: 'Your account has reached its webcam limit for now. Try again later; until you do, OctoGlance loads no more pictures.',
      smallPrint: 'OctoEverywhere code 609',
    };
    if (id.endsWith('2')) return { kind: 'failed', message: limit };
    if (!id.endsWith('1') && !id.endsWith('8')) return { kind: 'no-webcam' };
    const bytes = id.endsWith('1') ? await webcamPicture() : new Uint8Array([0xff, 0xd8, 0xff, 0xc0, 0, 17]);
    const how = { rotation: 180, flipHorizontally: false, flipVertically: false };
    const webcams = [
      { index: 0, name: 'Nozzle' },
      { index: 1, name: null },
    ];
    return {
      kind: 'picture',
      index: 0,
      webcams,
      picture: { type: 'image/jpeg', bytes, width: 640, height: 480, ...how },
    };
  };
  const hour = 3_600_000;
  /** Twelve prints: one failed, one was cancelled, and one ended unseen. */
  const endedPrints = Array.from({ length: 12 }, (_, index) => ({
    seenAt: snapshot.at - (13 - index) * 19 * hour,
    endedAt: snapshot.at - (12 - index) * 19 * hour,
    exact: index !== 3,
    result: index === 9 ? 'failed' : index === 7 ? 'cancelled' : index === 3 ? 'unknown' : 'finished',
    duration: index === 3 ? null : (index + 1) * 0.7 * hour,
    fileName: index === 5 ? `bracket_${'left_upper_'.repeat(9)}v4.gcode` : index === 2 ? null : `part_${index}.gcode`,
  }));
  const tooSoon = {
    ok: false,
    message: {
      title: 'Too soon to check again',
      text: 'Voron 2.4 can be checked again in a few seconds.',
      smallPrint: null,
    },
  };
  /** @param {string} name @param {any[]} args */
  const answer = async (name, args) => {
    switch (name) {
      case 'get-snapshot':
        return snapshot;
      case 'take-intent':
        return null;
      case 'get-days':
        return Object.fromEntries(Object.entries(histories).map(([id, history]) => [id, history.periods.day]));
      case 'get-about':
        return {
          electron: '45.5.0',
          chromium: '152.0.7977.61',
          node: '24.18.0',
          system: 'linux 6.1.0',
          dataFolder: '/home/maker/.config/OctoGlance',
        };
      case 'get-history':
        return histories[args[0]];
      case 'get-webcam':
        return webcamResult(args[0]);
      case 'get-prints':
        return args[0].endsWith('1') ? endedPrints : [];
      case 'share-print':
        return {
          ok: true,
          message: {
            title: 'Link copied',
            text: 'Anyone who has it can watch this print. It stops working when the print ends (expected: 20:40).',
            smallPrint: 'https://octoeverywhere.com/l/example',
          },
        };
      case 'control-print':
        return {
          ok: true,
          message: {
            title: 'Voron 2.4 is pausing',
            text: 'It accepted the command and may take a moment to stop.',
            smallPrint: null,
          },
        };
      case 'get-gadget':
        return { activity: 'watching', words: 'Looking good', rating: 9 };
      case 'add-printer':
        return connectResult(args[0], args[1]);
      case 'reconnect-printer':
        return connectResult(args[1], args[2]);
      case 'refresh':
        return tooSoon;
      case 'start-sign-in':
        push({
          signIn: {
            printer: args[0],
            startedAt: snapshot.at,
            waitsUntil: snapshot.at + 15 * 60_000,
            comesBack: true,
            step: 'browser',
          },
        });
        return { ok: true };
      case 'finish-first-steps':
        push({ firstSteps: null });
        return { ok: true };
      case 'cancel-sign-in':
        push({ signIn: null });
        return { ok: true };
      case 'remove-printer':
        push({ printers: snapshot.printers.filter((printer) => printer.id !== args[0]) });
        return { ok: true };
      case 'move-printer': {
        const moved = snapshot.printers.filter((printer) => printer.id === args[0]);
        const rest = snapshot.printers.filter((printer) => printer.id !== args[0]);
        const at = args[1] === null ? rest.length : rest.findIndex((printer) => printer.id === args[1]);
        push({ printers: [...rest.slice(0, at), ...moved, ...rest.slice(at)] });
        return { ok: true };
      }
      case 'mute-printer':
        push({
          printers: snapshot.printers.map((one) => (one.id === args[0] ? { ...one, muted: args[1] } : one)),
        });
        return { ok: true };
      case 'set-off-on-purpose':
        push({
          printers: snapshot.printers.map((one) =>
            one.id === args[0]
              ? {
                  ...one,
                  offOnPurpose: args[1],
                  ...(args[1] ? { status: 'off', statusText: 'Off', problem: null } : {}),
                }
              : one,
          ),
        });
        return { ok: true };
      case 'mute-printers':
        push({
          printers: snapshot.printers.map((one) => (args[0].includes(one.id) ? { ...one, muted: args[1] } : one)),
        });
        return { ok: true };
      case 'tag-printers':
        push({
          printers: snapshot.printers.map((one) => {
            const others = one.tags.filter((tag) => tag !== args[1]);
            return args[0].includes(one.id) ? { ...one, tags: args[2] ? [...others, args[1]] : others } : one;
          }),
        });
        return { ok: true };
      case 'set-often-off':
        push({
          printers: snapshot.printers.map((one) => (one.id === args[0] ? { ...one, oftenOff: args[1] } : one)),
        });
        return { ok: true };
      case 'snooze': {
        const hours = args[0] === 'hour' ? 1 : 14;
        push({ quiet: args[0] === 'end' ? null : { why: 'snoozed', until: snapshot.at + hours * 3_600_000 } });
        return { ok: true };
      }
      case 'import-list':
        return {
          ok: true,
          message: {
            title: '3 printers imported',
            text: 'You’ll need to sign in for each one: the list contains no tokens. 2 printers are already in your list and weren’t changed.',
            smallPrint: null,
          },
        };
      case 'export-list':
        return {
          ok: false,
          message: {
            title: 'Couldn’t export the list',
            text: 'The file could not be written. Choose another folder, or free some space, and try again.',
            smallPrint: 'System error EROFS',
          },
        };
      case 'change-settings':
        if (args[0].startAtLogin === true) {
          return {
            ok: false,
            message: {
              title: 'Start at login could not be switched on',
              text: 'The autostart folder is read-only. Allow writing there, then switch it on again.',
              smallPrint: 'System error EROFS',
            },
          };
        }
        push({ settings: { ...snapshot.settings, ...args[0] } });
        return { ok: true };
      case 'open-link':
        if (args[0] === 'support') throw new Error('refused');
        return { ok: true };
      case 'dismiss-notice':
        push({ notices: snapshot.notices.filter((notice) => notice.id !== args[0]) });
        return { ok: true };
      default:
        return { ok: true };
    }
  };
  /** @type {unknown} */
  const bridge = {
    /** @param {string} name @param {any[]} args */
    request: (name, ...args) => answer(name, args),
    /** @param {string} name @param {(news: any) => void} listener */
    on: (name, listener) => {
      if (name === 'change') hearers.add(listener);
      if (name === 'intent') Object.assign(globalThis, { giveIntent: listener });
      return () => hearers.delete(listener);
    },
  };
  Object.assign(globalThis, { octoglance: bridge, pushSnapshot: push, lastSnapshot: () => snapshot });
}
