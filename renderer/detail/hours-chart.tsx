import { formatHourOfDay } from '../format.ts';
import { hourThatStandsOut } from '../history/history-text.ts';
import { messages } from '../messages.ts';

const barWidth = 10;
const gap = 2;
const height = 48;

/** How many disconnections began in each hour of the day, and a sentence if one hour stands out. */
export function HoursChart({ byHour }: { byHour: readonly number[] }) {
  const texts = messages.value.history;
  const all = byHour.reduce((sum, count) => sum + count, 0);
  const most = Math.max(1, ...byHour);
  const loud = hourThatStandsOut(byHour);
  // All of them had begun before the period.
  if (all === 0) return null;
  const spoken = byHour
    .map((count, hour) => ({ count, hour }))
    .filter(({ count }) => count > 0)
    .map(({ count, hour }) => texts.hourCount(formatHourOfDay(hour), count))
    .join(', ');
  return (
    <figure class="hours" aria-labelledby="hours-title">
      <h3 id="hours-title">{texts.byHour}</h3>
      <svg
        class="hours-bars"
        viewBox={`0 0 ${24 * (barWidth + gap)} ${height}`}
        role="img"
        aria-label={texts.byHourText(spoken)}
      >
        {byHour.map((count, hour) => {
          const size = count === 0 ? 1 : Math.max(4, (count / most) * height);
          return (
            <rect
              key={hour}
              data-empty={count === 0}
              data-loud={loud?.hour === hour}
              x={hour * (barWidth + gap) + gap / 2}
              y={height - size}
              width={barWidth}
              height={size}
            >
              <title>{texts.hourCount(formatHourOfDay(hour), count)}</title>
            </rect>
          );
        })}
      </svg>
      <div class="hours-axis" aria-hidden="true">
        {[0, 6, 12, 18].map((hour) => (
          <span key={hour}>{formatHourOfDay(hour)}</span>
        ))}
      </div>
      {loud === null ? null : <p>{texts.standsOut(formatHourOfDay(loud.hour), loud.count, all)}</p>}
    </figure>
  );
}
