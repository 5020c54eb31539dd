import { signingIn, withResults } from './signing-in.ts';

export const voronToken = 'example-token-voron-0123456789abcdef';
export const enderToken = 'example-token-ender-0123456789abcdef';
/** What the portal adds to the return address. */
export const success = (appApiToken: string) => [['success', 'true'] as const, ['AppApiToken', appApiToken] as const];

/** A list with Voron, whose connection has died, and Ender, which only OctoEverywhere knows. */
export async function withDeadVoron() {
  const trial = await signingIn();
  const voron = trial.simulator.printer('Voron', { token: voronToken });
  trial.simulator.printer('Ender', { token: enderToken });
  await trial.flow.takeCallback(withResults(await trial.start(), success(voronToken)));
  voron.answer(604);
  const id = trial.printers.value()[0]?.id ?? '';
  trial.events.length = 0;
  // Created after the old one ended.
  const fresh = 'example-token-voron-renewed-0123456789';
  await new Promise((resolve) => setTimeout(resolve, 5));
  trial.simulator.printer('Voron', { token: fresh });
  return { ...trial, id, fresh };
}

/** What is stored about one printer in the list. */
export const oneOfEach = { listed: 1, watched: 1, secrets: 1, onDisk: 1 };
