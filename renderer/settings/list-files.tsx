import { ask } from '../bridge.ts';
import { ResultBox } from '../components/result-box.tsx';
import { useActionResult } from '../components/use-action-result.ts';
import { messages } from '../messages.ts';

/** Exports and imports the printer list and exports the history and the prints; the results are shown below. */
export function ImportExport({ empty }: { empty: boolean }) {
  const list = useActionResult();
  const history = useActionResult();
  const prints = useActionResult();
  const { lists, historyExport, printExport } = messages.value;
  return (
    <section class="group" aria-label={lists.otherComputer}>
      <div class="setting">
        <div class="setting-words">
          <p>{lists.list}</p>
          <p class="hint">{lists.explanation}</p>
        </div>
        <div class="setting-buttons">
          <button type="button" class="button" disabled={empty} onClick={() => list.run(() => ask('export-list'))}>
            {lists.exportList}
          </button>
          <button type="button" class="button" onClick={() => list.run(() => ask('import-list'))}>
            {lists.importList}
          </button>
        </div>
        <ResultBox {...list} />
      </div>
      <div class="setting">
        <div class="setting-words">
          <p>{historyExport.title}</p>
          <p class="hint">{historyExport.explanation}</p>
        </div>
        <div class="setting-buttons">
          <button
            type="button"
            class="button"
            disabled={empty}
            onClick={() => history.run(() => ask('export-history', null))}
          >
            {historyExport.action}
          </button>
        </div>
        <ResultBox {...history} />
      </div>
      <div class="setting">
        <div class="setting-words">
          <p>{printExport.title}</p>
          <p class="hint">{printExport.explanation}</p>
        </div>
        <div class="setting-buttons">
          <button
            type="button"
            class="button"
            disabled={empty}
            onClick={() => prints.run(() => ask('export-prints', null))}
          >
            {printExport.action}
          </button>
        </div>
        <ResultBox {...prints} />
      </div>
    </section>
  );
}
