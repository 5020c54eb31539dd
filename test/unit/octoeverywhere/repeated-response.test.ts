import { expect, it } from 'vitest';
import { createInfoClient } from '../../../src/octoeverywhere/info-client.ts';
import { LastBody } from '../../../src/octoeverywhere/last-body.ts';
import type { Transport } from '../../../src/octoeverywhere/transport.ts';

const token = 'example-token-0123456789-example';

/** Answers with these bodies in turn, each a minute later. */
function service(bodies: readonly string[], isKnownSecret: (text: string) => boolean = () => false) {
  let count = 0;
  const transport: Transport = async () => {
    const text = bodies[count] ?? '';
    const date = `Sun, 29 Nov 2026 12:0${count}:00 GMT`;
    count += 1;
    return {
      status: 200,
      header: (name) => (name === 'date' ? date : null),
      read: async (take) => take(new TextEncoder().encode(text)),
      discard: () => {},
    };
  };
  const client = createInfoClient({
    origin: new URL('https://service.invalid'),
    transport,
    version: '0.0.0',
    isKnownSecret,
  });
  const last = new LastBody();
  return () => client.ask(token, undefined, last);
}

const body = (name: string, isOnline: boolean) => JSON.stringify({ PrinterName: name, IsOnline: isOnline });

it('a repeated response means the same, at its own time', async () => {
  const ask = service([body('Voron', true), body('Voron', true)]);
  const [first, second] = [await ask(), await ask()];
  expect(second.outcome).toBe(first.outcome);
  expect(second.serverDate).toBe((first.serverDate ?? 0) + 60_000);
});

it('a changed response is read', async () => {
  const ask = service([body('Voron', true), body('Voron', false), 'nothing of the kind']);
  const online = [];
  for (let round = 0; round < 3; round += 1) {
    const { outcome } = await ask();
    online.push(outcome.kind === 'answered' ? outcome.info.isOnline : outcome.kind);
  }
  expect(online).toEqual([true, false, 'no-answer']);
});

it('a repeated response does not show the token it contains', async () => {
  const ask = service([body(`My ${token}`, true), body(`My ${token}`, true)]);
  for (let round = 0; round < 2; round += 1) expect(JSON.stringify(await ask())).not.toContain(token);
});

it('a repeated response does not show a secret that became known meanwhile', async () => {
  const other = 'example-token-of-another-printer';
  const known = new Set<string>();
  const ask = service([body(other, true), body(other, true)], (text) => known.has(text));
  await ask();
  known.add(other);
  expect(JSON.stringify(await ask())).not.toContain(other);
});
