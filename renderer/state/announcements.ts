import { signal } from '@preact/signals';
import type { Message } from '../../src/domain/message.ts';
import type { Milliseconds } from '../../src/domain/time.ts';

export interface Announcement {
  readonly number: number;
  readonly text: string;
}

/** How long an announcement stays after the next one: screen readers skip what is gone before they read it. */
const stay: Milliseconds = 10_000;

/** The texts for screen readers, the newest last; the number makes a repeated text a new announcement. */
export const announcements = signal<readonly Announcement[]>([]);

/** Makes screen readers read `text` after what they are currently reading. */
export function announce(text: string): void {
  const earlier = announcements.peek();
  const number = (earlier.at(-1)?.number ?? 0) + 1;
  announcements.value = [...earlier, { number, text }];
  if (earlier.length === 0) return;
  setTimeout(() => {
    announcements.value = announcements.peek().filter((one) => one.number >= number);
  }, stay);
}

/** Makes screen readers read a message without its small print. */
export function announceMessage({ title, text }: Pick<Message, 'title' | 'text'>): void {
  announce(`${title}. ${text}`);
}
