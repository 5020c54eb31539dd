import { FailureLine } from '../parts/failure-line.tsx';
import { Banners } from '../printers/banners.tsx';
import { NoPrinters } from '../printers/no-printers.tsx';
import { PrinterCard } from '../printers/printer-card.tsx';
import { PrinterRow } from '../printers/printer-row.tsx';
import { PrintersHeader } from '../printers/printers-header.tsx';
import { listPlace } from '../state/failures.ts';
import { printerIds, viewOf } from '../state/fleet.ts';

/** Up to this many printers are shown as cards with everything on them, more as rows that unfold. */
const mostCards = 6;

/** The list of printers, or how to begin. */
export function PrintersScreen() {
  const ids = printerIds.value;
  const asCards = ids.length <= mostCards;
  return (
    <>
      <PrintersHeader />
      <main class="page">
        <Banners />
        <FailureLine place={listPlace} />
        {ids.length === 0 ? <NoPrinters /> : null}
        <div class={asCards ? 'cards' : 'rows'}>
          {ids.map((id) => {
            const view = viewOf(id);
            if (view === undefined) return null;
            return asCards ? <PrinterCard key={id} view={view} /> : <PrinterRow key={id} view={view} />;
          })}
        </div>
      </main>
    </>
  );
}
