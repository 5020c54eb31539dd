import * as v from 'valibot';
import { readTime } from './parse-utc-time.ts';
import { sanitizedName } from './sanitize-name.ts';
import type { Instant } from './time.ts';

/** The account's limits for this printer. Null means that OctoEverywhere reported no such limit. */
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

/** One response of the App Connection Info API, as the app uses it. */
export interface ConnectionInfo {
  /** Null when the response has none; the known name is then kept. */
  readonly printerName: string | null;
  readonly localIp: string | null;
  /** The printer's plugin is connected to OctoEverywhere. That does not mean the printer is powered or ready. */
  readonly isOnline: boolean;
  /** UTC; null when it never happened or was not reported. */
  readonly lastConnectedAt: Instant | null;
  /** UTC; null when it never happened or was not reported. */
  readonly lastDisconnectedAt: Instant | null;
  /** As received; links.ts decides whether it may be opened. */
  readonly printerUrl: string | null;
  readonly limits: PrinterLimits;
}

/** The result of parsing a response body of the App Connection Info API. */
export type ParsedConnectionInfo =
  | { readonly kind: 'info'; readonly info: ConnectionInfo }
  /** An error inside an HTTP 200: the body's own `Status`, 100–999 and not 200. */
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'wrong-shape' };

/**
 * Parses a response of the App Connection Info API; `body` is the parsed JSON and may be any value. Never throws.
 *
 * Accepts the flat body of OctoEverywhere's documentation and the wrapped one that was captured in the wild. Only
 * `IsOnline` (boolean) is required. Any other field that is missing, null or absurd becomes null, because no other
 * field decides what the user is notified about.
 */
export function parseConnectionInfo(body: unknown): ParsedConnectionInfo {
  const envelope = v.safeParse(envelopeSchema, body);
  if (!envelope.success) return { kind: 'wrong-shape' };
  const { Status: status, Result: result } = envelope.output;
  if (status !== null && status !== 200) {
    return status >= 100 && status <= 999 ? { kind: 'status', status } : { kind: 'wrong-shape' };
  }
  for (const candidate of [result, body]) {
    const parsed = v.safeParse(infoSchema, candidate);
    if (parsed.success) return { kind: 'info', info: asConnectionInfo(parsed.output) };
  }
  return { kind: 'wrong-shape' };
}

/** OctoEverywhere has sent numbers as strings too. */
const anyNumber = v.union([v.number(), v.pipe(v.string(), v.trim(), v.regex(/^-?\d+(\.\d+)?$/), v.transform(Number))]);

/** A whole number of bytes or seconds. */
const wholeNumber = v.fallback(
  v.nullish(v.pipe(anyNumber, v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER), v.transform(Math.floor)), null),
  null,
);

/** Any finite number counts: one that is no status makes the response unusable instead of a success. */
const bodyStatus = v.fallback(v.nullish(v.pipe(anyNumber, v.finite(), v.transform(Math.floor)), null), null);

const envelopeSchema = v.object({ Status: bodyStatus, Result: v.optional(v.unknown()) });

/** Long enough for a host name or IPv6 with a zone; anything else must not reach the clipboard. */
const localAddress = v.fallback(v.nullish(v.pipe(v.string(), v.trim(), v.regex(/^[\w.:%[\]-]{1,100}$/)), null), null);

const time = v.fallback(v.nullish(v.pipe(v.string(), v.trim(), v.transform(readTime)), null), null);

const noLimits = {
  MaxDownloadFileSizeBytes: null,
  MaxUploadFileSizeBytes: null,
  MaxSingleWebcamStreamLengthSeconds: null,
  MaxTotalWebcamStreamTimePerTimeWindowSeconds: null,
};

const infoSchema = v.object({
  PrinterName: v.fallback(v.nullish(v.pipe(v.string(), v.transform(sanitizedName)), null), null),
  IsOnline: v.boolean(),
  PrinterLocalIp: localAddress,
  LastConnectionTimeUtc: time,
  LastDisconnectTimeUtc: time,
  UserFacingPrinterUrl: v.fallback(v.nullish(v.pipe(v.string(), v.minLength(1), v.maxLength(2_048)), null), null),
  PrinterLimits: v.fallback(
    v.nullish(
      v.object({
        MaxDownloadFileSizeBytes: wholeNumber,
        MaxUploadFileSizeBytes: wholeNumber,
        MaxSingleWebcamStreamLengthSeconds: wholeNumber,
        MaxTotalWebcamStreamTimePerTimeWindowSeconds: wholeNumber,
      }),
      noLimits,
    ),
    noLimits,
  ),
});

function asConnectionInfo(reported: v.InferOutput<typeof infoSchema>): ConnectionInfo {
  return {
    printerName: reported.PrinterName,
    localIp: reported.PrinterLocalIp,
    isOnline: reported.IsOnline,
    lastConnectedAt: reported.LastConnectionTimeUtc,
    lastDisconnectedAt: reported.LastDisconnectTimeUtc,
    printerUrl: reported.UserFacingPrinterUrl,
    limits: {
      maxDownloadFileBytes: reported.PrinterLimits.MaxDownloadFileSizeBytes,
      maxUploadFileBytes: reported.PrinterLimits.MaxUploadFileSizeBytes,
      maxWebcamStreamSeconds: reported.PrinterLimits.MaxSingleWebcamStreamLengthSeconds,
      maxTotalWebcamStreamSeconds: reported.PrinterLimits.MaxTotalWebcamStreamTimePerTimeWindowSeconds,
    },
  };
}
