import type { ConnectionInfo } from '../../../src/domain/connection-info.ts';
import type { Link } from '../../../src/domain/link.ts';
import type { PollOutcome } from '../../../src/domain/outcome.ts';
import type { PrinterStatus, StatusKind } from '../../../src/domain/status.ts';

export const rules = { confirmRefusal: 60_000, longSilence: 900_000, mergeGap: 180_000 };
export const now = Date.UTC(2026, 5, 1, 12);
export const minute = 60_000;

export function info(changes: Partial<ConnectionInfo> = {}): ConnectionInfo {
  return {
    printerName: 'Voron',
    localIp: null,
    isOnline: true,
    lastConnectedAt: null,
    lastDisconnectedAt: null,
    printerUrl: null,
    limits: {
      maxDownloadFileBytes: null,
      maxUploadFileBytes: null,
      maxWebcamStreamSeconds: null,
      maxTotalWebcamStreamSeconds: null,
    },
    ...changes,
  };
}

export function status(kind: StatusKind, changes: Partial<PrinterStatus> = {}): PrinterStatus {
  const link = linkOf(kind);
  return {
    kind,
    since: now - 10 * minute,
    answeredAt: now - minute,
    stale: false,
    silence: null,
    refusal: null,
    link,
    ...changes,
  };
}

/** Returns the link as seen a minute ago, if the status depends on it. */
function linkOf(kind: StatusKind): Link | null {
  if (kind !== 'online' && kind !== 'offline') return null;
  const state = kind === 'online' ? 'up' : 'down';
  return {
    state,
    since: now - 10 * minute,
    exact: false,
    notBefore: null,
    seenAt: now - minute,
    lastConnectedAt: null,
  };
}

export const online: PollOutcome = { kind: 'answered', info: info() };
export const offline: PollOutcome = { kind: 'answered', info: info({ isOnline: false }) };
export const refused: PollOutcome = { kind: 'refused', status: 604 };
export const silent: PollOutcome = {
  kind: 'no-answer',
  problem: { type: 'http-status', status: 600 },
};
