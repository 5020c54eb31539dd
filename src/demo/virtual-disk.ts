import type { KeptPrints } from '../domain/print/print-alert-state.ts';
import type { Printer, PrinterId } from '../domain/printer.ts';
import { defaultSettings, type Settings } from '../domain/settings.ts';
import type { History } from '../domain/spans.ts';
import type { Instant, Milliseconds } from '../domain/time.ts';
import { alertsDocument, type StoredAlerts } from '../storage/alert-state-store.ts';
import { createMemoryHistory, type HistoryFiles } from '../storage/history-files.ts';
import { printsDocument } from '../storage/print-store.ts';
import type { SaveResult } from '../storage/storage-notice.ts';

import type { VirtualProcess } from './virtual-time.ts';

/** How long changes of a document are collected before they are written, as in storage/document-store.ts. */
const debounce: Milliseconds = 100;

/** A stored document, opened by a run of the app. */
export interface VirtualDocument<Value> {
  /** Returns the latest value, written or not. */
  value(): Value;
  /** Sets the value at once and writes it a little later; resolves when it is written. */
  save(value: Value): Promise<SaveResult>;
  /** Writes an unwritten value at once. */
  flush(): void;
}

/** What the app stores in its profile, opened by one run. */
export interface VirtualStores {
  readonly settings: VirtualDocument<Settings>;
  readonly printers: VirtualDocument<readonly Printer[]>;
  readonly alerts: VirtualDocument<StoredAlerts>;
  readonly prints: VirtualDocument<KeptPrints>;
  readonly history: HistoryFiles;
}

/** The profile in virtual time: written data survives the app, unwritten data is lost when it is killed. */
export class VirtualDisk {
  readonly #written = new Map<string, string>();
  readonly #history = createMemoryHistory();

  /** Resolves to the written history of a printer; `now` is UTC. */
  async history(printer: PrinterId, now: Instant): Promise<History> {
    return (await this.#history.read(printer, now)) ?? [];
  }

  /** Opens everything for a run of the app; data not written when `process` ends is lost. */
  open(process: VirtualProcess): VirtualStores {
    return {
      settings: this.#document('settings', process, (stored) => ({ ...defaultSettings, ...(stored as Settings) })),
      printers: this.#document('printers', process, (stored) => (stored as Printer[] | null) ?? []),
      alerts: this.#document('alerts', process, readAlerts),
      prints: this.#document('prints', process, readPrints),
      history: this.#history,
    };
  }

  #document<Value>(name: string, process: VirtualProcess, read: (stored: unknown) => Value): VirtualDocument<Value> {
    let value = read(JSON.parse(this.#written.get(name) ?? 'null'));
    let waiting: ((result: SaveResult) => void)[] = [];
    const timer = process.timer();
    const write = () => {
      this.#written.set(name, JSON.stringify(value));
      for (const done of waiting.splice(0)) done({ ok: true });
    };
    return {
      value: () => value,
      save: (next) => {
        value = next;
        return new Promise((resolve) => {
          waiting = [...waiting, resolve];
          if (waiting.length === 1) timer.set(debounce, write);
        });
      },
      flush: () => {
        timer.clear();
        write();
      },
    };
  }
}

/** Uses the real file's parsing and serialization, so that a restart knows no more than a real one. */
function readAlerts(stored: unknown): StoredAlerts {
  if (stored === null) return alertsDocument.empty;
  const read = alertsDocument.parse(alertsDocument.serialize(stored as StoredAlerts));
  return read.kind === 'good' ? read.value : alertsDocument.empty;
}

function readPrints(stored: unknown): KeptPrints {
  if (stored === null) return printsDocument.empty;
  const read = printsDocument.parse(printsDocument.serialize(stored as KeptPrints));
  return read.kind === 'good' ? read.value : printsDocument.empty;
}
