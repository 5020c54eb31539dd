import type { ReadonlySignal } from '@preact/signals';
import type { PrinterView } from '../../src/contract/printer-view.ts';
import { StatusShape } from '../components/status-shape.tsx';
import { articleId } from '../state/screen.ts';
import { PrinterDetails } from './printer-details.tsx';
import { StateLine } from './state-line.tsx';

/** A printer with everything known about it. */
export function PrinterCard({ view }: { view: ReadonlySignal<PrinterView> }) {
  const printer = view.value;
  return (
    <article class="card" id={articleId(printer.id)} tabIndex={-1} aria-label={printer.name} data-printer={printer.id}>
      <header class="card-head">
        <StatusShape state={printer.status} stale={printer.staleSince !== null} large />
        <div class="card-names">
          <h2 class="printer-name" title={printer.name}>
            <span dir="auto">{printer.name}</span>
          </h2>
          <StateLine printer={printer} />
        </div>
      </header>
      <PrinterDetails printer={printer} />
    </article>
  );
}
