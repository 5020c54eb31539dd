import type { Notice } from '../contract/contract.ts';
import type { Message } from '../domain/message.ts';
import type { RequestResult } from '../domain/results.ts';
import type { Messages } from '../i18n/messages.ts';

/** A notice that can be shown in any language. */
export interface NoticeMessage extends Pick<Notice, 'id' | 'severity' | 'dismissable' | 'help'> {
  readonly say: (messages: Messages) => Message;
  /** Called when the user dismisses it. */
  readonly dismissed?: () => void;
}

/** One-off messages for the user, oldest first. */
export class Notices {
  readonly #notices = new Map<string, NoticeMessage>();
  #changed: () => void = () => {};

  onChange(listener: () => void): void {
    this.#changed = listener;
  }

  /** Adds a notice, or replaces the one with the same id. */
  add(notice: NoticeMessage): void {
    this.#notices.set(notice.id, notice);
    this.#changed();
  }

  /** Adds a warning that the user can dismiss. */
  readonly warn = (notice: Pick<NoticeMessage, 'id' | 'say'>): void => {
    this.add({ ...notice, severity: 'warning', dismissable: true });
  };

  /** Removes a notice that the user has read. */
  dismiss(id: string): RequestResult {
    this.#notices.get(id)?.dismissed?.();
    this.withdraw(id);
    return { ok: true };
  }

  /** Removes a notice that no longer applies. */
  withdraw(id: string): void {
    if (this.#notices.delete(id)) this.#changed();
  }

  all(messages: Messages): readonly Notice[] {
    return [...this.#notices.values()].map(({ say, id, severity, dismissable, help }) => ({
      ...say(messages),
      id,
      severity,
      dismissable,
      ...(help === undefined ? {} : { help }),
    }));
  }
}
