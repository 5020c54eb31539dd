import { announcement } from '../state/announcements.ts';

/** The polite live region. Its text is a new node each time; otherwise a repeated text wouldn't be announced. */
export function Announcer() {
  const { number, text } = announcement.value;
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      <span key={number}>{text}</span>
    </div>
  );
}
