import type { Instant } from './time.ts';

/** What the account allows for this printer. Null means that OctoEverywhere named no such limit. */
export interface PrinterLimits {
  /** Per downloaded file, in bytes. */
  readonly maxDownloadFileBytes: number | null;
  /** Per uploaded file, in bytes. */
  readonly maxUploadFileBytes: number | null;
  /** One webcam session, in seconds. */
  readonly maxWebcamStreamSeconds: number | null;
  /** All webcam sessions within one window of time, in seconds. */
  readonly maxTotalWebcamStreamSeconds: number | null;
}

/** One answer of the App Connection Info API, as the app uses it. */
export interface ConnectionInfo {
  readonly printerName: string;
  readonly localIp: string | null;
  /** The printer's plugin is connected to OctoEverywhere. It does not say that the printer is powered or ready. */
  readonly isOnline: boolean;
  /** UTC; null when it never happened or was not said. */
  readonly lastConnectedAt: Instant | null;
  /** UTC; null when it never happened or was not said. */
  readonly lastDisconnectedAt: Instant | null;
  /** As received; links.ts decides whether it may be opened. */
  readonly printerUrl: string | null;
  readonly limits: PrinterLimits;
}
