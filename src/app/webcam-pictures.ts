import type { PrintRequests } from '../connections/print-requests.ts';
import type { WebcamResult } from '../contract/webcam.ts';
import type { AppWindow } from '../desktop/window/window.ts';
import type { Message } from '../domain/message.ts';
import type { PluginFailure } from '../domain/print/plugin-failure.ts';
import type { Webcam, WebcamPicture } from '../domain/print/webcam.ts';
import { type PrinterId, watchesPrints } from '../domain/printer.ts';
import { type Clock, MINUTE, type Milliseconds, SECOND } from '../domain/time.ts';
import type { Messages } from '../i18n/messages.ts';
import { webcamFailureText } from '../i18n/webcam-failure-text.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { PluginClient } from '../octoeverywhere/plugin-client.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

/** Minimum time between two pictures of the same webcam, even for a click. */
const atMost: Milliseconds = 3 * SECOND;

/** How long a list of webcams is valid; they are installed and removed by hand. */
const listGoodFor: Milliseconds = 10 * MINUTE;

/** How long not to retry automatically after a webcam failed; after reaching a limit, it is not retried at all. */
const pauseAfterFailure: Milliseconds = 2 * MINUTE;

export interface WebcamPicturesParts {
  readonly fleet: Pick<Fleet, 'get' | 'subscribe'>;
  readonly settings: Pick<SettingsStore, 'value'>;
  readonly requests: Pick<PrintRequests, 'access'>;
  readonly plugin: Pick<PluginClient, 'webcams' | 'snapshot'>;
  readonly window: Pick<AppWindow, 'isSeen'>;
  readonly messages: () => Messages;
  readonly clock: Pick<Clock, 'elapsed'>;
}

type Taken =
  | { readonly kind: 'picture'; readonly picture: WebcamPicture; readonly webcam: Webcam }
  | { readonly kind: 'no-webcam' }
  | { readonly kind: 'failed'; readonly failure: PluginFailure; readonly retryAfterSeconds: number | null };

interface Known {
  readonly webcams: readonly Webcam[];
  readonly first: number | null;
  readonly at: Milliseconds;
}

interface Failed {
  readonly index: number | null;
  readonly failure: PluginFailure;
  readonly until: Milliseconds;
}

/** Takes pictures of the printers' webcams on request, and stores none. */
export class WebcamPictures {
  readonly #parts: WebcamPicturesParts;
  readonly #lists = new Map<PrinterId, Known>();
  /** Requests in progress, by printer and webcam. */
  readonly #underWay = new Map<string, Promise<Taken>>();
  readonly #requests = new Map<PrinterId, { readonly at: Milliseconds; readonly index: number | null }>();
  /** Why there is no picture, and when to retry without a click. */
  readonly #failed = new Map<PrinterId, Failed>();

  constructor(parts: WebcamPicturesParts) {
    this.#parts = parts;
    const { fleet } = parts;
    fleet.subscribe((changed) => {
      for (const id of changed) if (fleet.get(id) === undefined) this.#forget(id);
    });
  }

  /**
   * Takes a picture for the window; `index` is a listed webcam, null the first; `clicked` if the user asked. Never
   * rejects.
   */
  async look(printer: PrinterId, index: number | null, clicked: boolean): Promise<WebcamResult> {
    const { clock, window } = this.#parts;
    const at = clock.elapsed();
    if (!window.isSeen() || !this.#isThere(printer)) return { kind: 'nothing' };
    const failed = this.#failed.get(printer);
    // Another webcam may work; the account's limit applies to all of them.
    const isMet = failed !== undefined && (failed.index === index || failed.failure.kind === 'limit');
    if (isMet && !clicked && at < failed.until) return this.#failure(failed.failure, index);
    const last = this.#requests.get(printer);
    if (last !== undefined && last.index === index && at - last.at < atMost) return { kind: 'nothing' };
    this.#requests.set(printer, { at, index });
    const taken = await this.#take(printer, index);
    switch (taken.kind) {
      case 'picture': {
        const webcams = this.#lists.get(printer)?.webcams ?? [];
        const names = webcams.map((webcam) => ({ index: webcam.index, name: webcam.name }));
        return { kind: 'picture', picture: taken.picture, index: taken.webcam.index, webcams: names };
      }
      case 'no-webcam':
        return { kind: 'no-webcam' };
      case 'failed':
        return this.#failure(taken.failure, index);
    }
  }

  /** Takes a picture for a notification; null when there is none, or none within `limit` ms. Never rejects. */
  async forNotification(printer: PrinterId, limit: Milliseconds): Promise<WebcamPicture | null> {
    // An account that has reached its limit gets no further request.
    if (this.#failed.get(printer)?.failure.kind === 'limit') return null;
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), limit);
    try {
      const taken = await this.#take(printer, null, abort.signal);
      return taken.kind === 'picture' && !abort.signal.aborted ? taken.picture : null;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Whether the printer is connected and the user wants its prints watched. */
  #isThere(printer: PrinterId): boolean {
    const { fleet, settings } = this.#parts;
    const member = fleet.get(printer);
    return member?.status.kind === 'online' && watchesPrints(settings.value(), member.printer);
  }

  #forget(printer: PrinterId): void {
    for (const map of [this.#lists, this.#requests, this.#failed]) map.delete(printer);
  }

  /** Takes a picture; requests without `signal` share one in progress for the same webcam. */
  #take(printer: PrinterId, index: number | null, signal?: AbortSignal): Promise<Taken> {
    const key = `${printer} ${index}`;
    const before = signal === undefined ? this.#underWay.get(key) : undefined;
    if (before !== undefined) return before;
    const taken = this.#ask(printer, index, signal).then((result) => {
      if (this.#underWay.get(key) === taken) this.#underWay.delete(key);
      this.#remember(printer, index, result, signal);
      return result;
    });
    if (signal === undefined) this.#underWay.set(key, taken);
    return taken;
  }

  #remember(printer: PrinterId, index: number | null, result: Taken, signal: AbortSignal | undefined): void {
    if (result.kind !== 'failed') {
      this.#failed.delete(printer);
      return;
    }
    // Not a failure of the webcam: only the time limit was too short.
    if (signal?.aborted === true) return;
    const { failure, retryAfterSeconds } = result;
    const isLimit = failure.kind === 'limit';
    const wait = isLimit ? Number.POSITIVE_INFINITY : Math.max(pauseAfterFailure, (retryAfterSeconds ?? 0) * SECOND);
    this.#failed.set(printer, { index, failure, until: this.#parts.clock.elapsed() + wait });
    // The webcam may have been replaced.
    if (!isLimit) this.#lists.delete(printer);
  }

  async #ask(printer: PrinterId, index: number | null, signal?: AbortSignal): Promise<Taken> {
    const { requests, plugin, clock } = this.#parts;
    const read = await requests.access(printer);
    if (read.kind === 'failed') return { kind: 'failed', failure: read.failure, retryAfterSeconds: null };
    const at = clock.elapsed();
    let known = this.#lists.get(printer);
    if (known === undefined || at - known.at > listGoodFor) {
      const { outcome, retryAfterSeconds } = await plugin.webcams(read.access, signal);
      if (outcome.kind === 'failed') return { ...outcome, retryAfterSeconds };
      known = { ...outcome.value, at };
      this.#lists.set(printer, known);
    }
    const webcam =
      known.webcams.find((one) => one.index === index) ?? known.webcams.find((one) => one.index === known?.first);
    if (webcam === undefined) return { kind: 'no-webcam' };
    const { outcome, retryAfterSeconds } = await plugin.snapshot(read.access, webcam.index, signal);
    if (outcome.kind === 'failed') return { ...outcome, retryAfterSeconds };
    const { rotation, flipHorizontally, flipVertically } = webcam;
    return { kind: 'picture', webcam, picture: { ...outcome.value, rotation, flipHorizontally, flipVertically } };
  }

  #failure(failure: PluginFailure, index: number | null): WebcamResult {
    const message: Message = webcamFailureText(failure, this.#parts.messages());
    // A printer without a webcam is not an error; that there is no such one as the user chose is.
    return failure.kind === 'not-supported' && index === null ? { kind: 'no-webcam' } : { kind: 'failed', message };
  }
}
