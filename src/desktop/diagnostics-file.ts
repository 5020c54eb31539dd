import { release } from 'node:os';
import { app } from 'electron';
import { diagnosticsText, type Gathered } from '../diagnostics/diagnostics-text.ts';
import type { Instant } from '../domain/time.ts';
import type { Words } from '../domain/words/words.ts';
import type { ToldAnswer } from '../ipc/contract.ts';
import type { AppLog } from '../logging/log.ts';
import { newestLines } from '../logging/newest-lines.ts';
import { errorCode } from '../storage/document-file.ts';
import { writeWholeFile } from '../storage/whole-file.ts';
import { versions } from './about.ts';
import { type OneDialog, whereToSave } from './save-dialog.ts';

/** Lines of the log that go along: some days of an ordinary life. */
const logLines = 200;

export interface DiagnosticsParts {
  readonly dialogs: OneDialog;
  /** Absolute; where the log is. */
  readonly logFolder: string;
  readonly log: Pick<AppLog, 'open' | 'redact'>;
  /** What the parts of the app know of themselves. */
  readonly state: () => Pick<Gathered, 'demo' | 'network' | 'language' | 'settings' | 'printers'>;
  /** Whether the desktop shows tray icons. */
  readonly trayHost: () => boolean;
  /** Name and version of a Linux desktop's notification server; null when none answers, and on other systems. */
  readonly notificationServer: () => Promise<string | null>;
  /** Asks without a prompt how the keychain is. */
  readonly keychain: () => Promise<string>;
  readonly now: () => Instant;
  readonly words: () => Words;
}

/** Writes what a report about a fault needs into a file that the user chooses. */
export class DiagnosticsFile {
  readonly #parts: DiagnosticsParts;
  readonly #startedAt: Instant;

  constructor(parts: DiagnosticsParts) {
    this.#parts = parts;
    this.#startedAt = parts.now();
  }

  /** Asks where to, and writes it there. Never rejects for want of a folder or of space. */
  save(): Promise<ToldAnswer> {
    return this.#parts.dialogs.run<ToldAnswer>(
      async () => {
        const { diagnostics: said } = this.#parts.words();
        const day = new Date(this.#parts.now()).toISOString().slice(0, 10);
        const kind = { name: said.fileKind, extensions: ['txt'] };
        const path = await whereToSave({ title: said.dialogTitle, name: `octoglance-diagnostics-${day}.txt`, kind });
        if (path === null) return { ok: true, told: null };
        try {
          const text = diagnosticsText(await this.#gather(), this.#parts.log.redact);
          const written = await writeWholeFile(path, text);
          return written.ok
            ? { ok: true, told: said.saved(path) }
            : { ok: false, message: said.notSaved(written.code) };
        } catch (error) {
          return { ok: false, message: said.notSaved(errorCode(error)) };
        }
      },
      { ok: true, told: null },
    );
  }

  async #gather(): Promise<Gathered> {
    const { log, logFolder, state, keychain, now, trayHost, notificationServer } = this.#parts;
    const [server, mood] = await Promise.all([notificationServer(), keychain(), log.open()]);
    const { electron, chromium, node } = versions();
    const system = `${process.platform} ${release()} ${process.arch}`;
    return {
      ...state(),
      at: now(),
      startedAt: this.#startedAt,
      versions: { app: app.getVersion(), electron, chromium, node, system },
      desktop: {
        name: process.env['XDG_CURRENT_DESKTOP'] ?? null,
        session: process.env['XDG_SESSION_TYPE'] ?? null,
        trayHost: trayHost(),
        notificationServer: server,
      },
      keychain: mood,
      log: newestLines(logFolder, logLines),
      home: app.getPath('home'),
    };
  }
}
