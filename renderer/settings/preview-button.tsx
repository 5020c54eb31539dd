import { isPrintAlertKind, type PrintAlertKind } from '../../src/domain/print/print-alert.ts';
import type { AlertTopic } from '../../src/domain/settings.ts';
import { ask } from '../bridge.ts';
import { Icon } from '../components/icon.tsx';
import { messages } from '../messages.ts';
import { type MessageTarget, showFailure } from '../state/failures.ts';

/** Shows an example notification for that topic on the desktop; a failure is shown at `target`. */
export function PreviewButton({ topic, target }: { topic: AlertTopic | PrintAlertKind; target: MessageTarget }) {
  const { settings: texts, prints } = messages.value;
  const { label } = isPrintAlertKind(topic) ? prints.topic[topic] : texts.topic[topic];
  const show = async () => showFailure(target, await ask('preview-notification', topic));
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={texts.preview(label)}
      title={texts.previewTitle}
      onClick={show}
    >
      <Icon name="bell" />
    </button>
  );
}
