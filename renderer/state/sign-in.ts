import { useEffect, useRef } from 'preact/hooks';
import type { PrinterId } from '../../src/domain/printer.ts';
import type { SignInView } from '../../src/domain/results.ts';
import type { Instant } from '../../src/domain/time.ts';
import { ask } from '../bridge.ts';
import { type MessageTarget, showFailure } from './failures.ts';
import { appState } from './fleet.ts';
import { open } from './screen.ts';

/** Opens the App Connection Portal in the browser and shows the instructions; a failure is shown at `target`. */
export async function beginSignIn(printer: PrinterId | null, target: MessageTarget): Promise<void> {
  if (showFailure(target, await ask('start-sign-in', printer))) open({ name: 'connect', printer, way: 'sign-in' });
}

/**
 * The progress of the sign-in for this printer (null for a new one). When it ends, the two ways to connect are shown
 * again, unless it succeeded: that opens the printer before. Messages arrive as notices. The sign-in may be reported
 * shortly after the screen opened, so its end only counts once it was seen.
 */
export function usePendingSignIn(printer: PrinterId | null): Pick<SignInView, 'step' | 'comesBack'> & {
  /** Null until it is known. */
  readonly waitsUntil: Instant | null;
} {
  const seen = useRef(false);
  const signIn = appState.value?.signIn ?? null;
  const ours = signIn?.printer === printer ? signIn : null;
  const step = ours?.step ?? null;
  useEffect(() => {
    if (step !== null) seen.current = true;
    else if (seen.current) open({ name: 'connect', printer, way: 'choose' });
  }, [step, printer]);
  return ours ?? { step: 'browser', comesBack: null, waitsUntil: null };
}
