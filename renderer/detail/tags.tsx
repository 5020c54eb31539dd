import type { PrinterView } from '../../src/contract/printer-view.ts';
import { distinctTags } from '../../src/domain/tags.ts';
import { FailureLine } from '../components/failure-line.tsx';
import { Icon } from '../components/icon.tsx';
import { useMessageTarget } from '../components/use-message-target.ts';
import { messages } from '../messages.ts';
import { TagForm } from '../printers/change-shown.tsx';
import { tagPrinters } from '../printers/several.ts';
import { usedTags } from '../state/filter.ts';

/** The tags of a printer: switches for all tags in use, and a field for a new one. */
export function Tags({ printer: { id, tags } }: { printer: PrinterView }) {
  const texts = messages.value.tags;
  const target = useMessageTarget();
  const offered = distinctTags([...tags, ...usedTags.value.keys()]);
  return (
    <section class="group detail-group tags" aria-labelledby="tags-title">
      <h2 id="tags-title">{texts.title}</h2>
      <p class="hint">{texts.hint}</p>
      {offered.length === 0 ? null : (
        <ul class="tag-list">
          {offered.map((tag) => {
            const on = tags.includes(tag);
            return (
              <li key={tag}>
                <button type="button" class="tag" aria-pressed={on} onClick={() => tagPrinters([id], tag, !on, target)}>
                  {on ? <Icon name="check" /> : null}
                  <span dir="auto">{tag}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <TagForm submit={(tag) => tagPrinters([id], tag, true, target)} />
      <FailureLine target={target} intoView />
    </section>
  );
}
