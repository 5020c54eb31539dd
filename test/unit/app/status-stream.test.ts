import { expect, it } from 'vitest';
import { StatusStream, type StreamedPrinter } from '../../../src/app/status-stream.ts';

const glance = { state: 'online', stale: false, tooltip: 'All connected', headline: 'All connected' } as const;
const printer: StreamedPrinter = { id: 'a', name: 'Voron', status: 'online', stale: false, since: 0, print: null };

function stream() {
  const lines: unknown[] = [];
  return {
    lines,
    stream: new StatusStream((line) => {
      lines.push(JSON.parse(line));
      return true;
    }),
  };
}

const prints = (lines: readonly unknown[]) => lines.filter((line) => (line as { type: string }).type === 'print');

it('writes a line for each change of a print, and none for unknown prints', () => {
  const { stream: out, lines } = stream();
  const printing = { kind: 'printing', progress: 42, finishAt: Date.UTC(2026, 5, 1, 13, 40), about: false } as const;
  out.show(glance, [printer]);
  expect(prints(lines)).toEqual([]);
  out.show(glance, [{ ...printer, print: printing }]);
  out.show(glance, [{ ...printer, print: { ...printing, about: true } }]);
  out.show(glance, [{ ...printer, print: { ...printing, progress: 43 } }]);
  out.show(glance, [{ ...printer, print: { kind: 'finished', progress: null, finishAt: null, about: false } }]);
  const line = { type: 'print', id: 'a', name: 'Voron', state: 'printing' };
  expect(prints(lines)).toEqual([
    { ...line, progress: 42, finishAt: '2026-06-01T13:40:00.000Z' },
    { ...line, progress: 43, finishAt: '2026-06-01T13:40:00.000Z' },
    { ...line, state: 'finished', progress: null, finishAt: null },
  ]);
});

it('writes the print again when a printer returns', () => {
  const { stream: out, lines } = stream();
  const idle = { kind: 'idle', progress: null, finishAt: null, about: false } as const;
  out.show(glance, [{ ...printer, print: idle }]);
  out.show(glance, []);
  out.show(glance, [{ ...printer, print: idle }]);
  expect(prints(lines)).toHaveLength(2);
});
