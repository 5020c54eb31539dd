import { afterEach, expect } from 'vitest';
import type { Answered, PollOutcome, Problem } from '../../../../src/domain/outcome.ts';
import { type RawResponse, type RawServer, startRawServer } from '../raw-server.ts';

/** Sends one request with the real client. `timeout` limits the whole request, `connect` the connection, ms. */
export type Ask = (request: {
  readonly origin: string;
  readonly token: string;
  readonly timeout?: number;
  readonly connect?: number;
}) => Promise<Answered>;

export const token = 'example-token-voron';

const info = { PrinterName: 'Voron', IsOnline: true };
export const body = JSON.stringify(info);

/** What the cases share: a client, its servers, and the outcomes. */
export type ClientSetup = ReturnType<typeof setUpClient>;

/** Sets up one client for the tests of a file. Closes the servers after each test. */
export function setUpClient(askWhole: Ask) {
  const ask = async (request: Parameters<Ask>[0]): Promise<PollOutcome> => (await askWhole(request)).outcome;
  const open: { close(): unknown }[] = [];
  const opened = <Closable extends { close(): unknown }>(one: Closable): Closable => {
    open.push(one);
    return one;
  };
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });
  const raw = async (response: RawResponse): Promise<RawServer> => opened(await startRawServer(response));
  const outcomeOf = async (response: RawResponse, timeout = 5_000): Promise<PollOutcome> => {
    const outcome = await ask({ origin: (await raw(response)).origin, token, timeout });
    expect(JSON.stringify(outcome)).not.toContain(token);
    return outcome;
  };
  const problemOf = (outcome: PollOutcome): Problem | string =>
    outcome.kind === 'no-answer' ? outcome.problem : outcome.kind;
  return { askWhole, ask, outcomeOf, problemOf, opened, raw };
}
