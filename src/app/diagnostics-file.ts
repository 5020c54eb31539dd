import { release } from 'node:os';
import type { SessionBus } from '../dbus/session-bus.ts';
import { homeFolder, versions } from '../desktop/lifecycle/about.ts';
import { serverName } from '../desktop/notifications/notification-server.ts';
import type { TrayHost } from '../desktop/tray/tray-host.ts';
import { copyText } from '../desktop/window/clipboard.ts';
import { type DiagnosticsContent, diagnosticsText } from '../diagnostics/diagnostics-text.ts';
import { errorCode } from '../domain/error-code.ts';
import type { ActionResult } from '../domain/results.ts';
import type { Clock, Instant } from '../domain/time.ts';
import type { KeychainCheck } from '../keychain/keychain-status.ts';
import type { AppLog } from '../logging/log.ts';
import { lastLines } from '../logging/tail-log.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { Links } from '../octoeverywhere/links.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import { writeWholeFile } from '../storage/whole-file.ts';
import type { BrowserLinks } from './browser-links.ts';
import { datedFileName } from './dated-file-name.ts';
import type { OneDialog } from './one-dialog.ts';
import type { UserLanguage } from './user-language.ts';

/** How many log lines to include: a few days of normal use. */
const logLines = 200;

export interface DiagnosticsParts {
  readonly dialogs: OneDialog;
  /** Absolute path of the log folder. */
  readonly logFolder: string;
  readonly log: Pick<AppLog, 'open' | 'redact'>;
  readonly fleet: Fleet;
  readonly settings: SettingsStore;
  readonly language: UserLanguage;
  readonly keychain: Pick<KeychainCheck, 'state'>;
  /** The tray host and the session bus; null on systems other than Linux. */
  readonly trayHost: Pick<TrayHost, 'isPresent'> | null;
  readonly bus: SessionBus | null;
  readonly browser: Pick<BrowserLinks, 'open'>;
  readonly links: Pick<Links, 'link'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly demo: boolean;
}

/** Gives the user the diagnostics for a bug report: in a file of their choice, or on the clipboard. */
export class DiagnosticsFile {
  readonly #parts: DiagnosticsParts;
  readonly #startedAt: Instant;

  constructor(parts: DiagnosticsParts) {
    this.#parts = parts;
    this.#startedAt = parts.clock.now();
  }

  /**
   * Copies the diagnostics to the clipboard and opens the repository's bug report form to paste them into. Never
   * rejects.
   */
  async report(): Promise<ActionResult> {
    const { diagnostics: texts } = this.#parts.language.messages();
    try {
      await copyText(diagnosticsText(await this.#collect(), this.#parts.log.redact));
    } catch (error) {
      return { ok: false, message: texts.notCopied(errorCode(error)) };
    }
    const opened = this.#parts.browser.open(this.#parts.links.link('report'));
    return opened.ok ? { ok: true, message: texts.copied } : opened;
  }

  /**
   * Asks for a file and saves the diagnostics there. Does not reject when the folder is missing or the disk is full.
   */
  save(): Promise<ActionResult> {
    return this.#parts.dialogs.run(async () => {
      const { diagnostics: texts } = this.#parts.language.messages();
      const name = datedFileName('diagnostics', this.#parts.clock.now(), 'txt');
      const kind = { name: texts.fileKind, extensions: ['txt'] };
      const path = await this.#parts.dialogs.whereToSave({ title: texts.dialogTitle, name, kind });
      if (path === null) return { ok: true, message: null };
      try {
        const text = diagnosticsText(await this.#collect(), this.#parts.log.redact);
        const written = await writeWholeFile(path, text);
        return written.ok
          ? { ok: true, message: texts.saved(path) }
          : { ok: false, message: texts.notSaved(written.code) };
      } catch (error) {
        return { ok: false, message: texts.notSaved(errorCode(error)) };
      }
    });
  }

  async #collect(): Promise<DiagnosticsContent> {
    const { log, logFolder, fleet, settings, language, keychain, clock, trayHost, bus, demo } = this.#parts;
    const [server, keychainState] = await Promise.all([
      bus === null ? null : serverName(bus),
      keychain.state(),
      log.open(),
    ]);
    const { app, electron, chromium, node } = versions();
    const system = `${process.platform} ${release()} ${process.arch}`;
    return {
      demo,
      network: fleet.network(),
      language: language.current(),
      settings: settings.value(),
      printers: fleet.members(),
      at: clock.now(),
      startedAt: this.#startedAt,
      versions: { app, electron, chromium, node, system },
      desktop: {
        name: process.env['XDG_CURRENT_DESKTOP'] ?? null,
        session: process.env['XDG_SESSION_TYPE'] ?? null,
        trayHost: trayHost?.isPresent ?? true,
        notificationServer: server,
      },
      keychain: keychainState,
      log: lastLines(logFolder, logLines),
      home: homeFolder(),
    };
  }
}
