import { alertTopics, type Settings } from '../../src/domain/settings.ts';
import { messages } from '../messages.ts';
import { graceChoices, lengthChoices } from './choices.ts';
import { LengthSetting } from './length-setting.tsx';
import { PreviewButton } from './preview-button.tsx';
import { topicSwitched } from './settings-steps.ts';
import { SwitchSetting } from './switch-setting.tsx';

/** What the user is notified about, and how. With the first switch off the rest has no effect and is disabled. */
export function NotificationSettings({ settings }: { settings: Settings }) {
  const { notifications: on } = settings;
  const texts = messages.value.settings;
  return (
    <section class="group" aria-label={texts.notifications}>
      <SwitchSetting
        label={texts.notifications}
        explanation={texts.notificationsText}
        on={on}
        change={(notifications) => () => ({ notifications })}
      />
      <fieldset class="topics" disabled={!on}>
        <legend class="visually-hidden">{texts.topics}</legend>
        {alertTopics.map((topic) => (
          <SwitchSetting
            key={topic}
            {...texts.topic[topic]}
            on={settings.topics[topic]}
            change={(wanted) => topicSwitched(topic, wanted)}
            beside={(target) => <PreviewButton topic={topic} target={target} />}
          />
        ))}
      </fieldset>
      <LengthSetting
        label={texts.grace}
        explanation={texts.graceText}
        choices={lengthChoices(graceChoices, settings.graceSeconds)}
        seconds={settings.graceSeconds}
        disabled={!on}
        change={(graceSeconds) => () => ({ graceSeconds })}
      />
      <SwitchSetting
        label={texts.sound}
        explanation={texts.soundText}
        on={settings.sound}
        disabled={!on}
        change={(sound) => () => ({ sound })}
      />
    </section>
  );
}
