import { useEffect, useRef } from 'preact/hooks';
import { minutesOf, timeValue } from './quiet-words.ts';

/** A time that is typed passes through others ("2" on the way to "23"): it counts when the typing has come to rest. */
const restMs = 600;

/** A time of the day, in minutes since midnight. What is left half filled in goes back to what it was. */
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
  const takeOver = async () => {
    if (typed.current === null) return;
    clearTimeout(typed.current.timer);
    const wanted = typed.current.minutes;
    typed.current = null;
    if (wanted !== present.current && !(await onChange(wanted))) show();
  };
  // What comes back while the user is typing must not move the field under the fingers.
  useEffect(() => {
    if (document.activeElement !== box.current) show();
  }, [minutes]);
  useEffect(() => () => void takeOver(), []);
  return (
    <input
      ref={box}
      type="time"
      aria-label={label}
      aria-describedby={describedBy}
      defaultValue={timeValue(minutes)}
      onInput={({ currentTarget }) => {
        clearTimeout(typed.current?.timer);
        const wanted = minutesOf(currentTarget.value);
        typed.current = wanted === null ? null : { minutes: wanted, timer: setTimeout(takeOver, restMs) };
      }}
      onKeyDown={({ key }) => {
        if (key === 'Enter') void takeOver();
      }}
      onBlur={({ currentTarget }) => {
        if (minutesOf(currentTarget.value) === null) show();
        void takeOver();
      }}
    />
  );
}
