import type { Settings } from '../../src/domain/settings.ts';
import { ask } from '../bridge.ts';
import { requestsWords } from '../format.ts';
import { FailureLine } from '../parts/failure-line.tsx';
import { SubScreen } from '../parts/sub-screen.tsx';
import { About } from '../settings/about.tsx';
import { graceChoices, lengthChoices, pollChoices } from '../settings/choices.ts';
import { LengthSetting } from '../settings/length-setting.tsx';
import { ListFiles } from '../settings/list-files.tsx';
import { SwitchSetting } from '../settings/switch-setting.tsx';
import { ThemeSetting } from '../settings/theme-setting.tsx';
import { announce } from '../state/announcements.ts';
import { settingsPlace, settle } from '../state/failures.ts';
import { circumstances, printerIds } from '../state/fleet.ts';

async function change(changes: Partial<Settings>): Promise<boolean> {
  return settle(settingsPlace, await ask('change-settings', changes));
}

async function restore(defaults: Settings): Promise<void> {
  if (await change(defaults)) announce('Defaults restored.');
}

/** Every setting with what it means; each is applied at once. */
export function SettingsScreen() {
  const shown = circumstances.value;
  if (shown === null) return null;
  const { settings, defaultSettings } = shown;
  return (
    <SubScreen title="Settings">
      <FailureLine place={settingsPlace} />
      <section class="group" aria-label="Watching">
        <LengthSetting
          label="Check each printer every"
          explanation={`${requestsWords(settings.pollSeconds)}.`}
          choices={lengthChoices(pollChoices, settings.pollSeconds)}
          seconds={settings.pollSeconds}
          onChange={(pollSeconds) => change({ pollSeconds })}
        />
        <LengthSetting
          label="Tell of a disconnection after"
          explanation="Healthy links drop for up to a minute now and then; a shorter gap is not told."
          choices={lengthChoices(graceChoices, settings.graceSeconds)}
          seconds={settings.graceSeconds}
          onChange={(graceSeconds) => change({ graceSeconds })}
        />
        <SwitchSetting
          label="Notifications"
          explanation="Disconnected, back again, or something for you to do. The tray icon always shows it."
          on={settings.notifications}
          onChange={(notifications) => change({ notifications })}
        />
      </section>
      <section class="group" aria-label="This computer">
        <ThemeSetting theme={settings.theme} onChange={(theme) => change({ theme })} />
        <SwitchSetting
          label="Start at login"
          explanation="OctoGlance then starts in the tray, without a window."
          on={settings.startAtLogin}
          onChange={(startAtLogin) => change({ startAtLogin })}
        />
      </section>
      <ListFiles empty={printerIds.value.length === 0} />
      <div class="group-after">
        <button type="button" class="button" onClick={() => restore(defaultSettings)}>
          Restore defaults
        </button>
      </div>
      <About />
    </SubScreen>
  );
}
