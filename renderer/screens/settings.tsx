import { useEffect } from 'preact/hooks';
import { ask } from '../bridge.ts';
import { isMac } from '../components/is-mac.ts';
import { SubScreen } from '../components/sub-screen.tsx';
import { AccountLimits } from '../detail/account-limits.tsx';
import { formatRequests } from '../format.ts';
import { messages } from '../messages.ts';
import { About } from '../settings/about.tsx';
import { ChoiceSetting } from '../settings/choice-setting.tsx';
import { lengthChoices, pollChoices } from '../settings/choices.ts';
import { LengthSetting } from '../settings/length-setting.tsx';
import { ImportExport } from '../settings/list-files.tsx';
import { MenuEntrySwitch } from '../settings/menu-entry.tsx';
import { NotificationSettings } from '../settings/notification-settings.tsx';
import { PrintSettings } from '../settings/print-settings.tsx';
import { QuietHoursSetting } from '../settings/quiet-hours-setting.tsx';
import { RestoreDefaults } from '../settings/restore-defaults.tsx';
import { SettingsSearch } from '../settings/search.tsx';
import { SettingsSection } from '../settings/section.tsx';
import { SectionList } from '../settings/section-list.tsx';
import { SwitchSetting } from '../settings/switch-setting.tsx';
import { Updates } from '../settings/updates.tsx';
import { appState, printerIds } from '../state/fleet.ts';
import { settings as newest } from '../state/settings.ts';
import { sharedLimits } from '../state/shared-limits.ts';

/** The user may have changed it in the desktop's settings, also while this window was open. */
function refreshStartAtLogin(): () => void {
  const see = () => void ask('refresh-start-at-login');
  see();
  window.addEventListener('focus', see);
  return () => window.removeEventListener('focus', see);
}

/** All settings with their explanations; each is applied immediately. */
export function SettingsScreen() {
  const shown = appState.value;
  const settings = newest.value;
  const texts = messages.value.settings;
  useEffect(refreshStartAtLogin, []);
  if (shown === null || settings === null) return null;
  const { quiet, lists, updates, about, prints, history } = messages.value;
  const sections = [
    { id: 'settings-watching', title: texts.watching },
    { id: 'settings-notifications', title: texts.notifications },
    { id: 'settings-prints', title: prints.title },
    { id: 'settings-quiet', title: quiet.hours },
    { id: 'settings-computer', title: texts.thisComputer },
    { id: 'settings-lists', title: lists.otherComputer },
    ...(sharedLimits.value === null ? [] : [{ id: 'settings-limits', title: history.limits }]),
    ...(shown.updates === null ? [] : [{ id: 'settings-updates', title: updates.title }]),
    { id: 'settings-about', title: about.title },
  ];
  return (
    <SubScreen title={texts.title} wide>
      <div class="settings">
        <SectionList sections={sections} />
        <div class="settings-body">
          <SettingsSearch />
          <SettingsSection id="settings-watching" title={texts.watching}>
            <section class="group" aria-label={texts.watching}>
              <LengthSetting
                label={texts.pollSeconds}
                explanation={formatRequests(settings.pollSeconds)}
                choices={lengthChoices(pollChoices, settings.pollSeconds)}
                seconds={settings.pollSeconds}
                change={(pollSeconds) => () => ({ pollSeconds })}
              />
            </section>
          </SettingsSection>
          <SettingsSection id="settings-notifications" title={texts.notifications}>
            <NotificationSettings settings={settings} />
          </SettingsSection>
          <SettingsSection id="settings-prints" title={prints.title}>
            <PrintSettings settings={settings} />
          </SettingsSection>
          <SettingsSection id="settings-quiet" title={quiet.hours}>
            <QuietHoursSetting settings={settings} defaults={shown.defaultSettings} />
          </SettingsSection>
          <SettingsSection id="settings-computer" title={texts.thisComputer}>
            <section class="group" aria-label={texts.thisComputer}>
              <ChoiceSetting
                label={texts.theme}
                explanation={texts.themeText}
                choices={texts.themes}
                chosen={settings.theme}
                change={(theme) => () => ({ theme })}
              />
              <ChoiceSetting
                label={texts.language}
                explanation={texts.languageText}
                choices={texts.languages}
                chosen={settings.language}
                change={(language) => () => ({ language })}
              />
              <ChoiceSetting
                label={texts.density}
                explanation={texts.densityText}
                choices={texts.densities}
                chosen={settings.density}
                change={(density) => () => ({ density })}
              />
              {/* Only the macOS menu bar paints icons in its own colour. */}
              {isMac && (
                <SwitchSetting
                  label={texts.colourInMenuBar}
                  explanation={texts.colourInMenuBarText}
                  on={settings.colourInMenuBar}
                  change={(colourInMenuBar) => () => ({ colourInMenuBar })}
                />
              )}
              <SwitchSetting
                label={texts.startAtLogin}
                explanation={texts.startAtLoginText}
                on={settings.startAtLogin}
                change={(startAtLogin) => () => ({ startAtLogin })}
              />
              <MenuEntrySwitch />
            </section>
          </SettingsSection>
          <SettingsSection id="settings-lists" title={lists.otherComputer}>
            <ImportExport empty={printerIds.value.length === 0} />
          </SettingsSection>
          {sharedLimits.value === null ? null : (
            <SettingsSection id="settings-limits" title={history.limits}>
              <AccountLimits limits={sharedLimits.value} ofAll />
            </SettingsSection>
          )}
          {shown.updates === null ? null : (
            <SettingsSection id="settings-updates" title={updates.title}>
              <Updates on={settings.lookForUpdates} state={shown.updates} />
            </SettingsSection>
          )}
          <RestoreDefaults defaults={shown.defaultSettings} />
          <div class="settings-section about-section" id="settings-about" data-settings-section>
            <About />
          </div>
        </div>
      </div>
    </SubScreen>
  );
}
