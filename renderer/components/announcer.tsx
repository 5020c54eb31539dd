import { announcement } from '../state/announcements.ts';

/** The one polite live region. Its text is a new node each time, or the same words would not be said twice. */
export function Announcer() {
  const { number, text } = announcement.value;
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      <span key={number}>{text}</span>
    </div>
  );
}
