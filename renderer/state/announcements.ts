import { signal } from '@preact/signals';

/** What a screen reader is to say next; the number makes the same words twice two announcements. */
export const announcement = signal<{ readonly number: number; readonly text: string }>({ number: 0, text: '' });

/** Has screen readers say `text` when they have finished what they are saying. */
export function announce(text: string): void {
  announcement.value = { number: announcement.peek().number + 1, text };
}
