import { useEffect, useRef } from 'preact/hooks';
import { region } from '../words.ts';
import { minutesMeant, minutesOf, nextQuarter, timeValue } from './time-of-day.ts';

/** A time that is typed passes through others ("2" on the way to "23"): it counts when the typing has come to rest. */
const restMs = 600;

/**
 * A time of day, in minutes since midnight, on the clock of the user's region: Chromium's own field for times follows its
 * language instead. What cannot be read goes back to what it was.
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
  /** Whether the change went through; the field goes back when not. */
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
  // What comes back while the user is typing must not move the field under the fingers.
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
