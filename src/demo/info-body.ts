import type { Instant } from '../domain/time.ts';
import type { ClaimedTime } from './trace.ts';
import type { SimulatedPrinter } from './world.ts';

const mebibyte = 1024 * 1024;

/** Limits that OctoEverywhere reported for a supporter. */
const usualLimits = {
  MaxDownloadFileSizeBytes: 100 * mebibyte,
  MaxUploadFileSizeBytes: 100 * mebibyte,
  MaxSingleWebcamStreamLengthSeconds: 600,
  MaxTotalWebcamStreamTimePerTimeWindowSeconds: null,
  WebcamStreamTimeWindow: null,
};

/**
 * Returns the flat body of the App Connection Info API for a printer, as documented, with its claimed times and name.
 * `instantOf` converts the world's seconds to UTC, `origin` is that of the printer's page.
 */
export function infoBody(
  name: string,
  printer: SimulatedPrinter,
  instantOf: (seconds: number) => Instant,
  origin = 'https://octoeverywhere.com',
) {
  const time = (claimed: ClaimedTime | undefined, truth: number | null) => {
    const reported = claimed === undefined ? (truth ?? 'zero') : claimed;
    if (reported === null) return null;
    // JSON omits undefined values.
    if (reported === 'missing') return undefined;
    return reported === 'zero' ? neverInWords : inWords(instantOf(reported));
  };
  return {
    PrinterName: printer.reportedName === undefined ? name : printer.reportedName,
    PrinterLocalIp: localIp(name),
    IsOnline: printer.link === 'up',
    LastDisconnectTimeUtc: time(printer.claims?.disconnected, printer.lastDisconnectAt),
    LastConnectionTimeUtc: time(printer.claims?.connected, printer.lastConnectionAt),
    UserFacingPrinterUrl: `${origin}/view/${encodeURIComponent(name)}`,
    PrinterLimits: usualLimits,
  };
}

/** Wraps a body in the envelope that was captured in the wild. */
export function wrapped(body: object) {
  return { Status: 200, Error: '', IsUserError: false, Result: body };
}

/** .NET's zero date, which OctoEverywhere uses for "never"; without a time zone, as observed. */
const neverInWords = '0001-01-01T00:00:00';

/** Formats a time with seven fractional digits, like .NET. */
function inWords(instant: Instant): string {
  return new Date(instant).toISOString().replace('Z', '0000Z');
}

/** Returns an address in a home network, always the same for a name. */
function localIp(name: string): string {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 200;
  return `192.168.1.${20 + sum}`;
}
