import type { ComponentChildren, Ref } from 'preact';
import type { Message } from '../../src/domain/message.ts';
import { messages } from '../messages.ts';
import { Icon } from './icon.tsx';

export type Tone = 'info' | 'warning' | 'danger' | 'violet';

/**
 * A message box. Use `hideTitle` if the same text is directly above it. `onDismiss` is null if it can't be dismissed;
 * children are its action buttons.
 */
export function MessageBox({
  message,
  tone,
  hideTitle = false,
  onDismiss = null,
  boxRef = null,
  children,
}: {
  message: Message;
  tone: Tone;
  hideTitle?: boolean;
  onDismiss?: (() => void) | null;
  boxRef?: Ref<HTMLDivElement> | null;
  children?: ComponentChildren;
}) {
  return (
    <div class="message" data-tone={tone} ref={boxRef}>
      <Icon name={tone === 'info' ? 'info' : 'warning'} />
      <div class="message-body">
        {hideTitle ? null : <p class="message-title">{message.title}</p>}
        <p>{message.text}</p>
        {message.smallPrint === null ? null : <p class="small-print">{message.smallPrint}</p>}
        {children === undefined || children === null ? null : <div class="message-actions">{children}</div>}
      </div>
      {onDismiss === null ? null : (
        <button
          type="button"
          class="icon-button"
          aria-label={messages.value.frame.dismissMessage(message.title)}
          title={messages.value.frame.dismiss}
          onClick={onDismiss}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
