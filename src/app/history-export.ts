import { outagesCsv, type PrinterOutages } from '../domain/history-csv.ts';
import { type PrinterPrints, printsCsv } from '../domain/print/print-csv.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { ActionResult } from '../domain/results.ts';
import type { Clock } from '../domain/time.ts';
import type { HistoryReader } from '../history/history-reader.ts';
import type { PrintHistoryRecorder } from '../history/print-history-recorder.ts';
import { shownName } from '../i18n/printer-name.ts';
import type { Fleet } from '../monitor/fleet.ts';
import { writeWholeFile } from '../storage/whole-file.ts';
import { datedFileName } from './dated-file-name.ts';
import type { OneDialog } from './one-dialog.ts';
import type { UserLanguage } from './user-language.ts';

export interface HistoryExportParts {
  readonly fleet: Pick<Fleet, 'get' | 'members'>;
  readonly history: Pick<HistoryReader, 'known'>;
  readonly printHistory: Pick<PrintHistoryRecorder, 'read'>;
  readonly dialogs: OneDialog;
  readonly clock: Pick<Clock, 'now'>;
  readonly language: Pick<UserLanguage, 'messages' | 'region'>;
}

/** Tells spreadsheet programs that the file is UTF-8. */
const byteOrderMark = '\uFEFF';

const cancelled: ActionResult = { ok: true, message: null };

/** Saves outages, and prints, as a CSV file chosen by the user. */
export class HistoryExport {
  readonly #parts: HistoryExportParts;

  constructor(parts: HistoryExportParts) {
    this.#parts = parts;
  }

  /** Asks for a file and writes the outages of one printer to it, or of all printers if `printer` is null. */
  save(printer: PrinterId | null): Promise<ActionResult> {
    const { dialogs, clock, language } = this.#parts;
    return dialogs.run(async () => {
      const { historyExport: texts } = language.messages();
      const path = await dialogs.whereToSave({
        title: texts.title,
        name: datedFileName('history', clock.now(), 'csv'),
        kind: { name: texts.fileKind, extensions: ['csv'] },
      });
      if (path === null) return cancelled;
      const printers = await this.#outages(printer);
      const saved = await writeWholeFile(
        path,
        byteOrderMark + outagesCsv(printers, clock.now(), texts.csv, language.region()),
      );
      if (!saved.ok) return { ok: false, message: texts.notExported(saved.code) };
      const count = printers.flatMap(({ history }) => history.filter(({ state }) => state === 'disconnected')).length;
      return { ok: true, message: texts.exported(count, path) };
    });
  }

  /** Asks for a file and writes the prints of one printer to it, or of all printers if `printer` is null. */
  savePrints(printer: PrinterId | null): Promise<ActionResult> {
    const { dialogs, fleet, printHistory, clock, language } = this.#parts;
    return dialogs.run(async () => {
      const messages = language.messages();
      const { printExport: texts } = messages;
      const path = await dialogs.whereToSave({
        title: texts.title,
        name: datedFileName('prints', clock.now(), 'csv'),
        kind: { name: texts.fileKind, extensions: ['csv'] },
      });
      if (path === null) return cancelled;
      const printers: PrinterPrints[] = [];
      for (const { printer: one } of fleet.members()) {
        if (printer !== null && one.id !== printer) continue;
        printers.push({ name: shownName(one.name, messages), prints: await printHistory.read(one.id) });
      }
      const saved = await writeWholeFile(path, byteOrderMark + printsCsv(printers, texts.csv, language.region()));
      if (!saved.ok) return { ok: false, message: texts.notExported(saved.code) };
      const count = printers.reduce((sum, { prints }) => sum + prints.length, 0);
      return { ok: true, message: texts.exported(count, path) };
    });
  }

  /** Reads one history at a time, so that hundreds of files don't delay polling. */
  async #outages(printer: PrinterId | null): Promise<readonly PrinterOutages[]> {
    const { fleet, history, language } = this.#parts;
    const chosen = fleet.members().filter((member) => printer === null || member.printer.id === printer);
    const outages: PrinterOutages[] = [];
    for (const { printer: one } of chosen) {
      outages.push({ name: shownName(one.name, language.messages()), history: await history.known(one.id) });
    }
    return outages;
  }
}
