import { ask } from '../bridge.ts';
import { FailureLine } from '../components/failure-line.tsx';
import { SwitchRow } from '../components/switch-row.tsx';
import { useMessageTarget } from '../components/use-message-target.ts';
import { messages } from '../messages.ts';
import { showFailure } from '../state/failures.ts';
import { appState } from '../state/fleet.ts';

/** Puts an AppImage into the system's app menu, or takes it out. */
export function MenuEntrySwitch() {
  const target = useMessageTarget();
  const isIn = appState.value?.menuEntry ?? null;
  if (isIn === null) return null;
  const { menuEntry, menuEntryText } = messages.value.settings;
  const set = async (wanted: boolean) => showFailure(target, await ask('set-menu-entry', wanted));
  return (
    <SwitchRow
      label={menuEntry}
      hint={menuEntryText}
      on={isIn}
      set={set}
      below={<FailureLine target={target} intoView />}
    />
  );
}
