import { useId, useRef } from 'preact/hooks';
import type { QuietSpan } from '../../src/domain/quiet-hours.ts';
import { messages } from '../messages.ts';
import type { SettingsStep } from '../state/newest-settings.ts';
import { quietDaySet, quietTimeSet } from './settings-steps.ts';
import { TimeField } from './time-field.tsx';
import { nextDayText } from './time-of-day.ts';

/** Default for a day that never had quiet hours: a night. */
const night: QuietSpan = { from: 22 * 60, until: 7 * 60 };

/** The quiet hours that start on one weekday, or none. Switching them off and on again restores the times. */
export function QuietDayRow({
  weekday,
  span,
  usual,
  apply,
}: {
  /** 0 is Monday. */
  weekday: number;
  span: QuietSpan | null;
  /** The hours a day gets when it is switched on. */
  usual: QuietSpan | null;
  apply: (step: SettingsStep) => Promise<boolean>;
}) {
  const id = useId();
  const last = useRef(span ?? usual ?? night);
  if (span !== null) last.current = span;
  const texts = messages.value.quiet;
  const name = texts.weekdays[weekday] ?? '';
  const endsOn = span === null ? null : nextDayText(weekday, span);
  return (
    <div class="quiet-day">
      <label class="quiet-day-name">
        <input
          class="switch"
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked
          role="switch"
          checked={span !== null}
          onChange={({ currentTarget }) => apply(quietDaySet(weekday, currentTarget.checked ? last.current : null))}
        />
        {name}
      </label>
      {span === null ? (
        <span class="hint">{texts.noneOnDay}</span>
      ) : (
        <span class="quiet-times">
          <span aria-hidden="true">{texts.from}</span>
          <TimeField
            label={texts.dayFrom(name)}
            minutes={span.from}
            onChange={(minutes) => apply(quietTimeSet(weekday, 'from', minutes))}
          />
          <span class="quiet-end">
            <span aria-hidden="true">{texts.until}</span>
            <TimeField
              label={texts.dayUntil(name)}
              describedBy={endsOn === null ? undefined : `${id}-ends`}
              minutes={span.until}
              onChange={(minutes) => apply(quietTimeSet(weekday, 'until', minutes))}
            />
            {endsOn === null ? null : (
              <span class="hint" id={`${id}-ends`}>
                {endsOn}
              </span>
            )}
          </span>
        </span>
      )}
    </div>
  );
}
