import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Intent, Snapshot } from '../../../src/contract/contract.ts';

/** The main process, whose responses wait until the test gives them. */
function mainProcess() {
  const waiting = new Map<string, PromiseWithResolve<never>[]>();
  const listeners = new Map<string, (news: never) => void>();
  const request = (name: string) => {
    const response = promiseWithResolve<never>();
    waiting.set(name, [...(waiting.get(name) ?? []), response]);
    return response.promise;
  };
  const respond = async (name: 'get-snapshot' | 'take-intent', value: unknown) => {
    waiting
      .get(name)
      ?.shift()
      ?.resolve(value as never);
    await vi.advanceTimersByTimeAsync(1);
  };
  const refuse = async (name: string) => {
    waiting.get(name)?.shift()?.reject(new Error('No response'));
    await vi.advanceTimersByTimeAsync(1);
  };
  const push = (name: string, news: unknown) => listeners.get(name)?.(news as never);
  const bridge = { request, on: (name: string, listener: (news: never) => void) => listeners.set(name, listener) };
  return { bridge, respond, refuse, push };
}

interface PromiseWithResolve<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: Error) => void;
}

function promiseWithResolve<Value>(): PromiseWithResolve<Value> {
  let resolve: (value: Value) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

const snapshot = (number: number) =>
  ({
    number,
    version: `${number}`,
    at: 0,
    printers: [],
    notices: [],
    language: 'en',
    settings: {},
    region: {},
    quiet: null,
  }) as unknown as Snapshot;
const printers: Intent = { show: 'printers' };
const settings: Intent = { show: 'settings' };

/** The page, freshly loaded. */
async function page() {
  vi.resetModules();
  // It needs types of the browser, which the tests do without.
  const path = '../../../renderer/start.ts';
  const { start, startFailed } = await import(path);
  const { appState } = await import('../../../renderer/state/fleet.ts');
  const { screen, open } = await import('../../../renderer/state/screen.ts');
  return { start, startFailed, appState, screen, open };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { visibilityState: 'hidden', addEventListener: () => {}, documentElement: {} });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('the window has nothing to click on before it knows what it was opened for', async () => {
  const { bridge, respond } = mainProcess();
  vi.stubGlobal('window', { octoglance: bridge });
  const { start, appState, screen, open } = await page();
  void start();
  await respond('get-snapshot', snapshot(1));
  expect(appState.value).toBeNull();
  await respond('take-intent', printers);
  expect(appState.value).not.toBeNull();
  open({ name: 'connect', printer: null, way: 'choose' });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(screen.value.name).toBe('connect');
});

it('the window has nothing to click on before, even if something changes meanwhile', async () => {
  const { bridge, respond, push } = mainProcess();
  vi.stubGlobal('window', { octoglance: bridge });
  const { start, appState, screen } = await page();
  void start();
  push('change', { ...snapshot(2), after: 1, changed: [], order: null });
  await respond('get-snapshot', snapshot(1));
  await respond('get-snapshot', snapshot(2));
  expect(appState.value).toBeNull();
  await respond('take-intent', settings);
  expect(appState.value?.version).toBe('2');
  expect(screen.value.name).toBe('settings');
});

it('a start that failed keeps what the window was opened for', async () => {
  const { bridge, respond, refuse } = mainProcess();
  vi.stubGlobal('window', { octoglance: bridge });
  const { start, startFailed, screen } = await page();
  void start();
  await respond('take-intent', settings);
  await refuse('get-snapshot');
  expect(startFailed.value).toBe(true);
  void start();
  await respond('take-intent', null);
  await respond('get-snapshot', snapshot(1));
  expect(startFailed.value).toBe(false);
  expect(screen.value.name).toBe('settings');
});
