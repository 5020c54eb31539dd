import { useEffect, useRef } from 'preact/hooks';
import type { SignInChoice, SignInQuestion } from '../../src/domain/results.ts';
import { ask } from '../bridge.ts';
import { FailureLine } from '../components/failure-line.tsx';
import { MessageBox } from '../components/message-box.tsx';
import { messages } from '../messages.ts';
import { connectTarget, showFailure } from '../state/failures.ts';

/** Asks the user to decide about a new connection; nothing changes before the answer. */
export function SignInQuestionBox({ question, onCancel }: { question: SignInQuestion; onCancel: () => void }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [question.asks]);
  const answer = (choice: SignInChoice) => async () => {
    showFailure(connectTarget, await ask('answer-sign-in', choice));
  };
  const { connect, frame } = messages.value;
  return (
    <section class="sign-in-question" aria-labelledby="question-title">
      {question.asks === 'other-printer' ? (
        <>
          <h2 id="question-title" ref={title} tabIndex={-1}>
            {connect.otherPrinter(<bdi>{question.connectedName}</bdi>, <bdi>{question.listedName}</bdi>)}
          </h2>
          <p>{connect.otherPrinterText}</p>
        </>
      ) : (
        <>
          <h2 id="question-title" ref={title} tabIndex={-1}>
            {question.asks === 'keychain' ? connect.notKept : connect.notConfirmed}
          </h2>
          <MessageBox message={question.message} tone="warning" />
        </>
      )}
      <FailureLine target={connectTarget} />
      <div class="stacked-actions">
        {question.asks === 'other-printer' ? (
          <>
            <button type="button" class="button" onClick={answer('replace')}>
              {connect.replace}
            </button>
            <button type="button" class="button" onClick={answer('add')}>
              {connect.addAsNew}
            </button>
          </>
        ) : (
          <>
            <button type="button" class="button primary" onClick={answer('try-again')}>
              {frame.tryAgain}
            </button>
            {question.asks === 'keychain' ? (
              <button type="button" class="button" onClick={answer('until-quit')}>
                {connect.keepUntilQuit}
              </button>
            ) : null}
          </>
        )}
        <button type="button" class="button plain" onClick={onCancel}>
          {frame.cancel}
        </button>
      </div>
    </section>
  );
}
