import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { PrinterId } from '../../src/domain/printer.ts';
import type { Answer } from '../../src/ipc/contract.ts';
import { ask } from '../bridge.ts';
import { connectPlace, type Place, settle } from '../state/failures.ts';
import { circumstances, printerIds } from '../state/fleet.ts';
import { articleId, backToPrinters, open } from '../state/screen.ts';

/** Opens the App Connection Portal in the browser and shows what to do there; a failure is shown at `place`. */
export async function beginSignIn(printer: PrinterId | null, place: Place): Promise<void> {
  if (settle(place, await ask('start-sign-in', printer))) open({ name: 'connect', printer, way: 'sign-in' });
}

/** Checking a new connection takes at most 15 s; after this many ms nothing is on its way any more. */
const longestCheck = 20_000;

const nothingCame: Answer = {
  ok: false,
  message: {
    title: 'The sign-in is over',
    text: 'It took too long or was given up, and no printer came of it. Sign in again, or paste a token.',
    smallPrint: null,
  },
};

/**
 * Whether the sign-in has ended and its outcome is awaited. Goes to the printer that was added; back to the two ways in,
 * with a word, when nothing comes. How a failed one ended is told by a notice and the intent that comes with it. The
 * sign-in may be told of a moment after the screen opened, so its end only counts once it was seen.
 */
export function useEndOfSignIn(printer: PrinterId | null): boolean {
  const before = useRef(new Set(printerIds.peek()));
  const seen = useRef(false);
  const ended = useSignal(false);
  useSignalEffect(() => {
    const pending = circumstances.value?.signIn?.printer === printer;
    const added = printerIds.value.find((id) => !before.current.has(id));
    if (printer === null && added !== undefined) backToPrinters(articleId(added));
    ended.value = seen.current && !pending;
    if (pending) seen.current = true;
  });
  const awaited = ended.value;
  useEffect(() => {
    if (!awaited) return;
    const timer = setTimeout(() => {
      open({ name: 'connect', printer, way: 'choose' });
      settle(connectPlace, nothingCame);
    }, longestCheck);
    return () => clearTimeout(timer);
  }, [awaited, printer]);
  return awaited;
}
