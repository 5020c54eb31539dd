import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { until } from '../../test/support/desktop/processes.mjs';

/** The arguments and streams for `--remote-debugging-pipe`. */
export const debuggingPipe = { args: ['--remote-debugging-pipe'], streams: ['pipe', 'pipe'] } as const;

interface Target {
  readonly targetId: string;
  readonly type: string;
}

/**
 * Runs in the page: when its largest content so far was painted, in milliseconds since the epoch; null before that.
 * Placeholders don't count. (Chromium keeps the entries: developer.mozilla.org, LargestContentfulPaint.)
 */
const whenPainted = (waitingFor: string) => `new Promise((resolve) => {
  const observer = new PerformanceObserver((list) => {
    observer.disconnect();
    const last = list.getEntries().at(-1);
    const there = document.querySelector(${JSON.stringify(waitingFor)}) !== null && last.element !== null;
    resolve(there ? performance.timeOrigin + last.startTime : null);
  });
  observer.observe({ type: 'largest-contentful-paint', buffered: true });
  setTimeout(() => resolve(null), 200);
})`;

/**
 * Asks the page of an app's window afterwards when it was painted: nothing is attached while it opens. Uses the
 * DevTools protocol over a pipe, which costs the app nothing while unused.
 */
export class PageTiming {
  readonly #input: Writable;
  readonly #responses = new Map<number, (message: { result?: unknown; error?: { message: string } }) => void>();
  #text = '';
  #last = 0;

  /** `app` was started with `debuggingPipe`. */
  constructor(app: ChildProcess) {
    this.#input = app.stdio[3] as Writable;
    (app.stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => this.#read(text));
  }

  /**
   * Waits until the window has painted content in which `selector` is found, and returns when that was, in milliseconds
   * as in `performance.now()`. Rejects after 10 s.
   */
  async contentPainted(selector: string): Promise<number> {
    const at = await this.#attached((sessionId) =>
      until('the content', () => this.#evaluate(sessionId, whenPainted(selector))),
    );
    return at - performance.timeOrigin;
  }

  /** Evaluates `expression`, which may be a promise, in the window's page. Rejects if it fails there. */
  async inPage(expression: string): Promise<number> {
    const found = await this.#attached((sessionId) => this.#evaluate(sessionId, expression));
    if (found === null) throw new Error(`The page made nothing of ${expression}`);
    return found;
  }

  async #attached<Result>(use: (sessionId: string) => Promise<Result>): Promise<Result> {
    const page = await until('a page', async () => (await this.#targets()).find(({ type }) => type === 'page'));
    const attached = await this.#send('Target.attachToTarget', { targetId: page.targetId, flatten: true });
    const { sessionId } = attached as { sessionId: string };
    const result = await use(sessionId);
    await this.#send('Target.detachFromTarget', { sessionId });
    return result;
  }

  async #targets(): Promise<readonly Target[]> {
    return ((await this.#send('Target.getTargets', {})) as { targetInfos: readonly Target[] }).targetInfos;
  }

  async #evaluate(sessionId: string, expression: string): Promise<number | null> {
    const requested = { expression, awaitPromise: true, returnByValue: true };
    const response = (await this.#send('Runtime.evaluate', requested, sessionId)) as {
      result: { value: number | null };
    };
    return response.result.value ?? null;
  }

  #send(method: string, params: object, sessionId?: string): Promise<unknown> {
    this.#last += 1;
    const id = this.#last;
    this.#input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => {
      this.#responses.set(id, ({ result, error }) => {
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result);
      });
    });
  }

  #read(text: string): void {
    const messages = `${this.#text}${text}`.split('\0');
    this.#text = messages.pop() ?? '';
    for (const message of messages.map((one) => JSON.parse(one))) {
      this.#responses.get(message.id)?.(message);
      this.#responses.delete(message.id);
    }
  }
}
