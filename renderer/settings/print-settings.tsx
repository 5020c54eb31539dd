import { printAlertKinds } from '../../src/domain/print/print-alert.ts';
import type { Settings } from '../../src/domain/settings.ts';
import { words } from '../words.ts';
import { PreviewButton } from './preview-button.tsx';
import { printTopicSwitched } from './settings-steps.ts';
import { SwitchSetting } from './switch-setting.tsx';

/** Whether prints are watched, and what the user is told of them. */
export function PrintSettings({ settings }: { settings: Settings }) {
  const { watchPrints: on, notifications } = settings;
  const said = words.value.prints;
  return (
    <section class="group" aria-label={said.title}>
      <SwitchSetting
        label={said.watch}
        explanation={said.watchText}
        on={on}
        change={(watchPrints) => () => ({ watchPrints })}
      />
      <fieldset class="topics" disabled={!on || !notifications}>
        <legend class="visually-hidden">{said.title}</legend>
        {printAlertKinds.map((kind) => (
          <SwitchSetting
            key={kind}
            {...said.topic[kind]}
            on={settings.printTopics[kind]}
            change={(wanted) => printTopicSwitched(kind, wanted)}
          >
            <PreviewButton topic={kind} />
          </SwitchSetting>
        ))}
      </fieldset>
      <SwitchSetting
        label={said.hideFileNames}
        explanation={said.hideFileNamesText}
        on={settings.hideFileNames}
        disabled={!on || !notifications}
        change={(hideFileNames) => () => ({ hideFileNames })}
      />
    </section>
  );
}
