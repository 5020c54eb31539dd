import { ask } from '../bridge.ts';
import { type MessageTarget, showFailure } from '../state/failures.ts';
import { appState } from '../state/fleet.ts';
import { MessageBox } from './message-box.tsx';
import { NoticeHelp } from './notice-help.tsx';

/**
 * All notices, or only warnings on screens where the user is busy; if dismissing one fails, that is shown at `target`.
 */
export function Notices({ target, warningsOnly = false }: { target: MessageTarget; warningsOnly?: boolean }) {
  const all = appState.value?.notices ?? [];
  const shown = warningsOnly ? all.filter((notice) => notice.severity === 'warning') : all;
  const dismissNotice = async (id: string) => {
    showFailure(target, await ask('dismiss-notice', id));
  };
  return (
    <>
      {shown.map((notice) => (
        <MessageBox
          key={notice.id}
          message={notice}
          tone={notice.severity}
          onDismiss={notice.dismissable ? () => dismissNotice(notice.id) : null}
        >
          <NoticeHelp help={notice.help} target={target} />
        </MessageBox>
      ))}
    </>
  );
}
