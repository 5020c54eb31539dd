import { useEffect } from 'preact/hooks';
import { ask } from '../bridge.ts';
import { requestsWords } from '../format.ts';
import { FailureLine } from '../parts/failure-line.tsx';
import { SubScreen } from '../parts/sub-screen.tsx';
import { About } from '../settings/about.tsx';
import { ChoiceSetting } from '../settings/choice-setting.tsx';
import { lengthChoices, pollChoices } from '../settings/choices.ts';
import { LengthSetting } from '../settings/length-setting.tsx';
import { ImportExport } from '../settings/list-files.tsx';
import { NotificationSettings } from '../settings/notification-settings.tsx';
import { PrintSettings } from '../settings/print-settings.tsx';
import { QuietHoursSetting } from '../settings/quiet-hours-setting.tsx';
import { RestoreDefaults } from '../settings/restore-defaults.tsx';
import { SwitchSetting } from '../settings/switch-setting.tsx';
import { Updates } from '../settings/updates.tsx';
import { settingsPlace } from '../state/failures.ts';
import { circumstances, printerIds } from '../state/fleet.ts';
import { settings as newest } from '../state/settings.ts';
import { words } from '../words.ts';

/** Only the menu bar of macOS paints icons in a colour of its own. */
const isMac = /\bMacintosh\b/.test(navigator.userAgent);

/** The user may have changed it in the desktop's own settings, also while this window stays open. */
function refreshStartAtLogin(): () => void {
  const see = () => void ask('refresh-start-at-login');
  see();
  window.addEventListener('focus', see);
  return () => window.removeEventListener('focus', see);
}

/** Every setting with what it means; each is applied at once. */
export function SettingsScreen() {
  const shown = circumstances.value;
  const settings = newest.value;
  const said = words.value.settings;
  useEffect(refreshStartAtLogin, []);
  if (shown === null || settings === null) return null;
  return (
    <SubScreen title={said.title}>
      <FailureLine place={settingsPlace} />
      <section class="group" aria-label={said.watching}>
        <LengthSetting
          label={said.pollSeconds}
          explanation={requestsWords(settings.pollSeconds)}
          choices={lengthChoices(pollChoices, settings.pollSeconds)}
          seconds={settings.pollSeconds}
          change={(pollSeconds) => () => ({ pollSeconds })}
        />
      </section>
      <NotificationSettings settings={settings} />
      <PrintSettings settings={settings} />
      <QuietHoursSetting settings={settings} defaults={shown.defaultSettings} />
      <section class="group" aria-label={said.thisComputer}>
        <ChoiceSetting
          label={said.theme}
          explanation={said.themeText}
          choices={said.themes}
          chosen={settings.theme}
          change={(theme) => () => ({ theme })}
        />
        <ChoiceSetting
          label={said.language}
          explanation={said.languageText}
          choices={said.languages}
          chosen={settings.language}
          change={(language) => () => ({ language })}
        />
        <ChoiceSetting
          label={said.density}
          explanation={said.densityText}
          choices={said.densities}
          chosen={settings.density}
          change={(density) => () => ({ density })}
        />
        {isMac && (
          <SwitchSetting
            label={said.colourInMenuBar}
            explanation={said.colourInMenuBarText}
            on={settings.colourInMenuBar}
            change={(colourInMenuBar) => () => ({ colourInMenuBar })}
          />
        )}
        <SwitchSetting
          label={said.startAtLogin}
          explanation={said.startAtLoginText}
          on={settings.startAtLogin}
          change={(startAtLogin) => () => ({ startAtLogin })}
        />
      </section>
      <ImportExport empty={printerIds.value.length === 0} />
      {shown.updates === null ? null : <Updates on={settings.lookForUpdates} state={shown.updates} />}
      <RestoreDefaults defaults={shown.defaultSettings} />
      <About />
    </SubScreen>
  );
}
