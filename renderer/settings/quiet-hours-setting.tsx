import { weekdaysFrom } from '../../src/domain/region.ts';
import type { Settings } from '../../src/domain/settings.ts';
import { FailureLine } from '../components/failure-line.tsx';
import { messages, region } from '../messages.ts';
import { QuietDayRow } from './quiet-day-row.tsx';
import { quietHoursSwitched, sameOnAllDays } from './settings-steps.ts';
import { SwitchSetting } from './switch-setting.tsx';
import { useSettingChange } from './use-setting-change.ts';

/** The quiet hours switch; the printers screen links to it. */
export const quietHoursId = 'quiet-hours';

/**
 * When notifications are held back, by the weekday on which that starts. The days are shown once quiet hours are on.
 */
export function QuietHoursSetting({ settings, defaults }: { settings: Settings; defaults: Settings }) {
  const { quietHours, notifications } = settings;
  const texts = messages.value.quiet;
  const { target, apply } = useSettingChange();
  const week = weekdaysFrom(region.value.firstWeekday);
  const someDay = quietHours.days.some((day) => day !== null);
  return (
    <section class="group" aria-label={texts.hours}>
      <SwitchSetting
        id={quietHoursId}
        label={texts.hours}
        explanation={texts.hoursText}
        on={quietHours.on}
        disabled={!notifications}
        change={quietHoursSwitched}
      />
      {quietHours.on ? (
        <fieldset class="quiet-days" disabled={!notifications}>
          <legend class="visually-hidden">{texts.eachDay}</legend>
          {week.map((weekday) => (
            <QuietDayRow
              key={weekday}
              weekday={weekday}
              span={quietHours.days[weekday] ?? null}
              usual={defaults.quietHours.days[weekday] ?? null}
              apply={apply}
            />
          ))}
          <FailureLine target={target} />
          <div class="quiet-days-after">
            <button type="button" class="button" disabled={!someDay} onClick={() => apply(sameOnAllDays(week))}>
              {texts.sameForAll}
            </button>
            <p class="hint">{someDay ? texts.sameForAllText : texts.noDay}</p>
          </div>
        </fieldset>
      ) : null}
    </section>
  );
}
