import { describe, expect, it } from 'vitest';
import { TerminalActions, type TerminalActionsParts } from '../../../src/app/terminal-actions.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import type { PrinterRecord } from '../../../src/monitor/fleet.ts';

const id = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

const failure = { title: 'Couldn’t open the browser', text: 'Copy the address.', smallPrint: 'xdg-open: 3' };

function terminal(...names: readonly string[]) {
  const done: string[] = [];
  const parts: TerminalActionsParts = {
    fleet: { members: () => names.map((name, at) => ({ printer: { id: id(at), name } }) as PrinterRecord) },
    commands: {
      openPrinter: async (printer) => {
        done.push(`open ${names[Number(printer.slice(-12))]}`);
        return { ok: true };
      },
      refresh: (printer) => {
        done.push(`refresh ${printer === null ? 'all' : names[Number(printer.slice(-12))]}`);
        const message = { title: 'Voron has to wait', text: 'Until 14:05.', smallPrint: null };
        return names.length > 3 ? { ok: false, message } : { ok: true, message: null };
      },
    },
    browser: { earlyFailure: async () => (done.at(-1) === 'open Browserless' ? failure : null) },
    messages: () => messagesFor('en'),
  };
  return {
    done,
    act: (wanted: 'open' | 'refresh', name: string) => new TerminalActions(parts).act({ do: wanted, name }),
  };
}

describe('A command with a printer name', () => {
  it('acts on that printer, and names it in the result', async () => {
    const { done, act } = terminal('Voron 2.4', 'Prusa MK4');
    expect(await act('open', 'mk4')).toEqual({ code: 0, lines: ['Opening the page of Prusa MK4 in the browser.'] });
    expect(await act('refresh', 'voron')).toEqual({ code: 0, lines: ['Checking Voron 2.4 now.'] });
    expect(await act('refresh', '')).toEqual({ code: 0, lines: ['Checking all printers now.'] });
    expect(done).toEqual(['open Prusa MK4', 'refresh Voron 2.4', 'refresh all']);
  });

  it('does nothing for an unknown or ambiguous name, and suggests names', async () => {
    const { done, act } = terminal('Voron', 'Voron', 'Prusa MK4');
    expect(await act('open', 'prsua\u001b[2J')).toMatchObject({ code: 2 });
    expect((await act('open', 'mk3')).lines).toEqual(['There’s no printer called “mk3”. Did you mean Prusa MK4?']);
    expect((await act('open', 'bambu')).lines).toEqual([
      'There’s no printer called “bambu”. You have Voron and Prusa MK4.',
    ]);
    expect((await act('open', 'voron')).lines[0]).toMatch(/^2 printers are called Voron\. Use the id/);
    expect((await act('open', 'r')).lines[0]).toContain('matches several printers: Voron and Prusa MK4.');
    expect(await act('open', '')).toEqual({ code: 2, lines: ['Which printer? Voron and Prusa MK4.'] });
    expect(JSON.stringify(await act('open', 'x\u001b[2J\u202eyyyyyy'))).not.toMatch(/\\u001b|\u202e/);
    expect(done).toEqual([]);
  });

  it('opens the only printer without a name, and reports when there is none', async () => {
    const only = terminal('Voron');
    expect(await only.act('open', ' ')).toMatchObject({ code: 0 });
    expect(only.done).toEqual(['open Voron']);
    expect(await terminal().act('refresh', '')).toEqual({
      code: 1,
      lines: ['No printers yet. Add one in the window.'],
    });
  });

  it('reports why it failed', async () => {
    const { act } = terminal('Voron', 'Ender', 'Mini', 'Prusa');
    expect(await act('refresh', 'voron')).toEqual({ code: 1, lines: ['Voron has to wait', 'Until 14:05.'] });
    const lines = ['Couldn’t open the browser', 'Copy the address.'];
    expect(await terminal('Browserless').act('open', '')).toEqual({ code: 1, lines });
  });
});
