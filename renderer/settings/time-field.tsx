import { useEffect, useRef } from 'preact/hooks';
import { region } from '../messages.ts';
import { minutesMeant, minutesOf, nextQuarter, timeValue } from './time-of-day.ts';

/** Typing a time passes through others ("2" on the way to "23"), so a value counts after a pause. */
const restMs = 600;

/**
 * A time of day in minutes since midnight, in the format of the user's region: Chromium's own time field follows its
 * language instead. Invalid input is reset.
 */
export function TimeField({
  label,
  minutes,
  describedBy,
  onChange,
}: {
  label: string;
  minutes: number;
  describedBy?: string | undefined;
  /** Resolves to whether the change was saved; if not, the field is reset. */
  onChange: (minutes: number) => Promise<boolean>;
}) {
  const box = useRef<HTMLInputElement>(null);
  const present = useRef(minutes);
  present.current = minutes;
  const typed = useRef<{ readonly minutes: number; readonly timer: ReturnType<typeof setTimeout> } | null>(null);
  const show = () => {
    if (box.current !== null) box.current.value = timeValue(present.current);
  };
  const typeIn = (wanted: number) => {
    clearTimeout(typed.current?.timer);
    typed.current = { minutes: wanted, timer: setTimeout(takeOver, restMs) };
  };
  const takeOver = async () => {
    if (typed.current === null) return;
    clearTimeout(typed.current.timer);
    const wanted = typed.current.minutes;
    typed.current = null;
    if (wanted !== present.current && !(await onChange(wanted))) show();
  };
  const finish = (field: HTMLInputElement) => {
    const wanted = minutesMeant(field.value);
    if (wanted === null) show();
    else {
      typeIn(wanted);
      field.value = timeValue(wanted);
    }
    void takeOver();
  };
  // A change from outside must not alter the field while the user is typing.
  useEffect(() => {
    if (document.activeElement !== box.current) show();
  }, [minutes]);
  useEffect(() => () => void takeOver(), []);
  return (
    <input
      ref={box}
      class="time-field"
      data-clock={region.value.clock}
      type="text"
      inputMode={region.value.clock === '24-hour' ? 'numeric' : 'text'}
      maxLength={10}
      autocomplete="off"
      aria-label={label}
      aria-describedby={describedBy}
      defaultValue={timeValue(minutes)}
      onInput={({ currentTarget }) => {
        const wanted = minutesOf(currentTarget.value);
        if (wanted !== null) typeIn(wanted);
        else {
          clearTimeout(typed.current?.timer);
          typed.current = null;
        }
      }}
      onKeyDown={(event) => {
        const { key, currentTarget } = event;
        if (key === 'Enter') finish(currentTarget);
        if (key !== 'ArrowUp' && key !== 'ArrowDown') return;
        event.preventDefault();
        const next = nextQuarter(minutesMeant(currentTarget.value) ?? present.current, key === 'ArrowUp' ? 1 : -1);
        currentTarget.value = timeValue(next);
        typeIn(next);
      }}
      onBlur={({ currentTarget }) => finish(currentTarget)}
    />
  );
}
