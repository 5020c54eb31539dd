import { ask } from '../bridge.ts';
import { type Place, settle } from '../state/failures.ts';
import { circumstances } from '../state/fleet.ts';
import { MessageBox } from './message-box.tsx';

/** What OctoGlance has to say once; a dismissal that fails is shown at `place`. */
export function Notices({ place }: { place: Place }) {
  const dismissNotice = async (id: string) => {
    settle(place, await ask('dismiss-notice', id));
  };
  return (
    <>
      {circumstances.value?.notices.map((notice) => (
        <MessageBox
          key={notice.id}
          message={notice}
          tone={notice.severity}
          onDismiss={notice.dismissable ? () => dismissNotice(notice.id) : null}
        />
      ))}
    </>
  );
}
