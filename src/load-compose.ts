import { setImmediate as nextTurn } from 'node:timers/promises';

/** What `compose` imports, in parts that take about as long as the rest of it. */
const parts = [
  () => import('node:https'),
  () => import('./i18n/messages.ts'),
  () => import('./monitor/monitor.ts'),
  () => import('./desktop/network/system-client.ts'),
];

/**
 * Loads `compose` part by part, so that whatever happens meanwhile, such as a click, waits for one of them at most.
 * Rejects if a file is missing or damaged.
 */
export async function loadCompose(): Promise<typeof import('./compose.ts').compose> {
  for (const load of parts) {
    await load();
    await nextTurn();
  }
  return (await import('./compose.ts')).compose;
}
