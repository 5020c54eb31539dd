import type { PrinterId } from '../../src/domain/printer.ts';
import { ask } from '../bridge.ts';
import { type Place, settle } from '../state/failures.ts';
import { open } from '../state/screen.ts';

/** Opens the App Connection Portal in the browser and shows what to do there; a failure is shown at `place`. */
export async function beginSignIn(printer: PrinterId | null, place: Place): Promise<void> {
  if (settle(place, await ask('start-sign-in', printer))) open({ name: 'connect', printer, way: 'sign-in' });
}
