import type { PrintDetails, PrinterView } from '../../src/contract/printer-view.ts';
import { messages } from '../messages.ts';
import { open } from '../state/screen.ts';

/** Why nothing is known of a printer's prints, and what helps. Renders nothing if the plugin is polled and responds. */
export function StatusNote({ printer, details: { kind, why } }: { printer: PrinterView; details: PrintDetails }) {
  const texts = messages.value.printDetails;
  if (kind === 'not-answering') return <p class="hint">{texts.notAnswering}</p>;
  if (kind === 'no-login') return <p class="hint">{texts.noLogin}</p>;
  if (why === null) return null;
  const helps = why === 'no-credentials' || why === 'credentials-refused';
  return (
    <>
      <p class="hint">{texts.unavailable[why]}</p>
      {helps ? (
        <div>
          <button
            type="button"
            class="button"
            onClick={() => open({ name: 'connect', printer: printer.id, way: 'choose' })}
          >
            {texts.signInAgain}
          </button>
        </div>
      ) : null}
    </>
  );
}
