import type { SignInView } from '../../src/domain/results.ts';
import { ask } from '../bridge.ts';
import { formatMinutes } from '../format.ts';
import { messages } from '../messages.ts';
import { announce } from '../state/announcements.ts';
import { connectTarget, showFailure } from '../state/failures.ts';
import { LiveTime } from './live-time.tsx';

/**
 * How long the sign-in still waits for the browser, and what to do if the page was closed or opened in the wrong
 * browser.
 */
export function SignInHelp({ waitsUntil }: Pick<SignInView, 'waitsUntil'>) {
  const { left, openAgain, copyLink, linkCopied } = messages.value.signInWait;
  const again = async () => {
    showFailure(connectTarget, await ask('open-sign-in-again'));
  };
  const copy = async () => {
    if (showFailure(connectTarget, await ask('copy-sign-in-link'))) announce(linkCopied);
  };
  return (
    <>
      <p class="hint">
        <LiveTime format={(now) => left(formatMinutes(Math.max(0, waitsUntil - now)))} />
      </p>
      <div class="sign-in-actions">
        <button type="button" class="button" onClick={again}>
          {openAgain}
        </button>
        <button type="button" class="button" onClick={copy}>
          {copyLink}
        </button>
      </div>
    </>
  );
}
