import { bodyCases } from './client-cases/bodies.ts';
import { connectionCases } from './client-cases/connections.ts';
import { misbehavingServerCases } from './client-cases/misbehaving-servers.ts';
import { redirectCases } from './client-cases/redirects.ts';
import { type Ask, setUpClient } from './client-cases/setup.ts';
import { simulatedServiceCases } from './client-cases/simulated-service.ts';
import { statusCases } from './client-cases/statuses.ts';

/**
 * Tests of the client over either network. Node's own has a fixed connect timeout of 10 s, so tests with shorter limits
 * reach the timeout of the whole request first.
 */
export function clientCases(ask: Ask, { connectLimit }: { readonly connectLimit: 'settable' | 'fixed' }): void {
  const setup = setUpClient(ask);
  simulatedServiceCases(setup);
  statusCases(setup);
  bodyCases(setup);
  misbehavingServerCases(setup);
  redirectCases(setup);
  connectionCases(setup, connectLimit);
}
