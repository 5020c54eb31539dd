import type { PrinterId } from '../domain/printer.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { PrinterStore } from '../storage/printer-store.ts';

export interface SavedNamesParts {
  readonly fleet: Pick<Fleet, 'get'>;
  readonly printers: PrinterStore;
}

/** Keeps the names in the stored list like those that OctoEverywhere reports. */
export class SavedNames {
  readonly #parts: SavedNamesParts;
  /** The names in the stored list, as far as they were compared with the fleet's. */
  readonly #saved = new Map<PrinterId, string>();

  constructor(parts: SavedNamesParts) {
    this.#parts = parts;
  }

  /** Saves the names of the changed printers. What could not be saved is saved with the next change. Never rejects. */
  async follow(changed: ReadonlySet<PrinterId>): Promise<void> {
    const { fleet, printers } = this.#parts;
    if (![...changed].some((id) => fleet.get(id)?.printer.name !== this.#saved.get(id))) return;
    const stored = printers.value();
    const named = stored.map((printer) => fleet.get(printer.id)?.printer ?? printer);
    const isSaved = named.every((printer, index) => printer.name === stored[index]?.name);
    if (!isSaved && !(await printers.save(named)).ok) return;
    for (const { id, name } of named) this.#saved.set(id, name);
  }
}
