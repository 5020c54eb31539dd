import { describe, expect, it } from 'vitest';
import { AlertActions } from '../../../src/app/alert-actions.ts';
import type { Alert, AlertKind } from '../../../src/domain/alerts/alert.ts';
import type { RequestResult } from '../../../src/domain/results.ts';

const good: RequestResult = { ok: true };
const bad: RequestResult = { ok: false, message: { title: 'Not saved', text: 'The disk is full.', smallPrint: null } };

function alert(kind: AlertKind, ...printers: readonly string[]): Alert {
  const times = { since: 0, latest: 0, total: printers.length };
  return {
    kind,
    printers,
    news: printers,
    ...times,
    everyPrinter: false,
    repeated: null,
    notification: 1,
    update: false,
  };
}

/** Returns the results of a click, one line per action. */
function clicked(
  alerts: readonly Alert[],
  button: string | null,
  { page = good, saved = good } = {},
): Promise<string[]> {
  const done: string[] = [];
  const note = <Result>(what: string, result: Result) => {
    done.push(what);
    return Promise.resolve(result);
  };
  new AlertActions({
    actions: {
      openPrinter: (printer) => note(`page of ${printer}`, page),
      openLink: (link) => {
        done.push(`link ${link}`);
        return good;
      },
      signInAgain: (printer) => note(`sign in ${printer}`, undefined),
      sayIfRefused: (outcome) => void (outcome.ok || done.push(`says ${outcome.message.title}`)),
    },
    list: {
      mute: (printer, muted, until) => note(`mute ${printer} ${muted} until ${until}`, saved),
      setOffOnPurpose: (printer, off) => note(`off ${printer} ${off}`, saved),
    },
    quiet: { untilTomorrow: () => 8, snooze: (length) => note(`snooze ${length}`, saved) },
    window: { show: (intent) => void done.push(`window ${JSON.stringify(intent)}`) },
  }).follow(alerts, button);
  return new Promise((resolve) => setImmediate(() => resolve(done)));
}

const lost = [alert('disconnected', 'a')];
const window = (intent: object) => `window ${JSON.stringify(intent)}`;

describe('a click on a notification', () => {
  it('about a disconnection opens the printer’s page, or the window if there is none', async () => {
    expect(await clicked(lost, null)).toEqual(['page of a']);
    expect(await clicked(lost, null, { page: bad })).toEqual(['page of a', window({ show: 'printers' })]);
  });

  it('about a refusal starts reconnecting; about several things it opens the window', async () => {
    expect(await clicked([alert('reconnect-needed', 'a')], null)).toEqual(['sign in a']);
    expect(await clicked([alert('reconnect-needed', 'a', 'b')], null)).toEqual([window({ show: 'printers' })]);
    expect(await clicked([alert('recovered', 'a'), alert('perks-needed', 'b')], null)).toEqual([
      window({ show: 'printers' }),
    ]);
  });
});

describe('a button on a notification', () => {
  it('performs its action', async () => {
    expect(await clicked(lost, 'details')).toEqual([window({ show: 'printer', printer: 'a' })]);
    expect(await clicked(lost, 'off-on-purpose')).toEqual(['off a true']);
    expect(await clicked([alert('reconnect-needed', 'a')], 'reconnect')).toEqual(['sign in a']);
    expect(await clicked([alert('service-unreachable')], 'snooze-until-tomorrow')).toEqual(['snooze until-tomorrow']);
  });

  it('“Mute for today” mutes each printer once until tomorrow, and reports once that this could not be saved', async () => {
    const both = [alert('disconnected', 'a', 'b'), alert('recovered', 'b')];
    expect(await clicked(both, 'mute-today')).toEqual(['mute a true until 8', 'mute b true until 8']);
    expect(await clicked(both, 'mute-today', { saved: bad })).toContain('says Not saved');
    expect((await clicked(both, 'mute-today', { saved: bad })).filter((line) => line.startsWith('says'))).toHaveLength(
      1,
    );
  });

  it('does nothing if it is unknown', async () => {
    expect(await clicked(lost, 'inline-reply')).toEqual([]);
  });
});
