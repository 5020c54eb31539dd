import { signal } from '@preact/signals';
import type { Message } from '../../src/domain/message.ts';

/** The next text for screen readers; the number makes a repeated text a new announcement. */
export const announcement = signal<{ readonly number: number; readonly text: string }>({ number: 0, text: '' });

/** Makes screen readers read `text` after what they are currently reading. */
export function announce(text: string): void {
  announcement.value = { number: announcement.peek().number + 1, text };
}

/** Makes screen readers read a message without its small print. */
export function announceMessage({ title, text }: Pick<Message, 'title' | 'text'>): void {
  announce(`${title}. ${text}`);
}
