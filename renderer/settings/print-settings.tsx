import { printAlertKinds } from '../../src/domain/print/print-alert.ts';
import type { Settings } from '../../src/domain/settings.ts';
import { messages } from '../messages.ts';
import { PreviewButton } from './preview-button.tsx';
import { printTopicSwitched } from './settings-steps.ts';
import { SwitchSetting } from './switch-setting.tsx';

/** Whether prints are watched, and what the user is notified about. */
export function PrintSettings({ settings }: { settings: Settings }) {
  const { watchPrints: on, notifications } = settings;
  const texts = messages.value.prints;
  return (
    <section class="group" aria-label={texts.title}>
      <SwitchSetting
        label={texts.watch}
        explanation={texts.watchText}
        on={on}
        change={(watchPrints) => () => ({ watchPrints })}
      />
      <SwitchSetting
        label={texts.progressInTray}
        explanation={texts.progressInTrayText}
        on={settings.progressInTray}
        disabled={!on}
        change={(progressInTray) => () => ({ progressInTray })}
      />
      <SwitchSetting
        label={texts.allowControl}
        explanation={texts.allowControlText}
        on={settings.allowControl}
        disabled={!on}
        change={(allowControl) => () => ({ allowControl })}
      />
      <fieldset class="topics" disabled={!on || !notifications}>
        <legend class="visually-hidden">{texts.title}</legend>
        {printAlertKinds.map((kind) => (
          <SwitchSetting
            key={kind}
            {...texts.topic[kind]}
            on={settings.printTopics[kind]}
            change={(wanted) => printTopicSwitched(kind, wanted)}
            beside={(target) => <PreviewButton topic={kind} target={target} />}
          />
        ))}
      </fieldset>
      <SwitchSetting
        label={texts.hideFileNames}
        explanation={texts.hideFileNamesText}
        on={settings.hideFileNames}
        disabled={!on || !notifications}
        change={(hideFileNames) => () => ({ hideFileNames })}
      />
    </section>
  );
}
