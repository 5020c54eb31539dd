import { announcements } from '../state/announcements.ts';

/**
 * The polite live region. A log, in which only additions are read: a single text would be replaced by the next one,
 * such as the name of a printer that disconnects, before it is read.
 */
export function Announcer() {
  return (
    <div class="visually-hidden" role="log" aria-live="polite" aria-relevant="additions">
      {announcements.value.map(({ number, text }) => (
        <p key={number}>{text}</p>
      ))}
    </div>
  );
}
