import { useEffect, useRef } from 'preact/hooks';
import type { SignInChoice, SignInQuestion } from '../../src/ipc/contract.ts';
import { ask } from '../bridge.ts';
import { FailureLine } from '../parts/failure-line.tsx';
import { MessageBox } from '../parts/message-box.tsx';
import { connectPlace, settle } from '../state/failures.ts';

/** Asks what only the user can decide about a new connection; nothing is changed before the answer. */
export function SignInQuestionBox({ question, onCancel }: { question: SignInQuestion; onCancel: () => void }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [question.asks]);
  const answer = (choice: SignInChoice) => async () => {
    settle(connectPlace, await ask('answer-sign-in', choice));
  };
  return (
    <section class="sign-in-question" aria-labelledby="question-title">
      {question.asks === 'other-printer' ? (
        <>
          <h2 id="question-title" ref={title} tabIndex={-1}>
            You connected <bdi>{question.connectedName}</bdi>, but this is <bdi>{question.listedName}</bdi>
          </h2>
          <p>
            If it is the same printer under a new name, replace the connection: place and settings stay. Nothing is
            changed until you choose.
          </p>
        </>
      ) : (
        <>
          <h2 id="question-title" ref={title} tabIndex={-1}>
            The sign-in worked, but the connection could not be kept
          </h2>
          <MessageBox message={question.message} tone="warning" />
        </>
      )}
      <FailureLine place={connectPlace} />
      <div class="stacked-actions">
        {question.asks === 'other-printer' ? (
          <>
            <button type="button" class="button" onClick={answer('replace')}>
              Replace it
            </button>
            <button type="button" class="button" onClick={answer('add')}>
              Add it as a new printer
            </button>
          </>
        ) : (
          <>
            <button type="button" class="button primary" onClick={answer('try-again')}>
              Try again
            </button>
            <button type="button" class="button" onClick={answer('until-quit')}>
              Keep until I quit
            </button>
          </>
        )}
        <button type="button" class="button plain" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </section>
  );
}
