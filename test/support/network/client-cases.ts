import { bodyCases } from './client-cases/bodies.ts';
import { connectionCases } from './client-cases/connections.ts';
import { misbehavingServerCases } from './client-cases/misbehaving-servers.ts';
import { redirectCases } from './client-cases/redirects.ts';
import { type Ask, setUpClient } from './client-cases/setup.ts';
import { simulatedServiceCases } from './client-cases/simulated-service.ts';
import { statusCases } from './client-cases/statuses.ts';

/**
 * What the client has to do on either network. Node's own has a fixed limit of 10 s to connect, so a test with shorter
 * limits reaches the limit for the whole request first.
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
