import { randomBytes, randomUUID } from 'node:crypto';
import type { TimeScale } from '../domain/intervals.ts';
import { newPrinter, type Printer, type PrinterId } from '../domain/printer.ts';
import type { Secret } from '../domain/secret.ts';
import type { History } from '../domain/spans.ts';
import { type Instant, type Milliseconds, SECOND } from '../domain/time.ts';
import { demoHistory } from './history.ts';
import { accessSecret, newAccess } from './portal-pages.ts';
import { createPrintWorld } from './prints/print-world.ts';
import { startServer } from './server.ts';
import { liveWorld } from './simulated-state.ts';
import { storyEvents, storyPollSeconds, storyStart } from './story.ts';
import { inOrder } from './trace.ts';
import { createWorld } from './world.ts';

/** A simulated OctoEverywhere that plays the demo's story, and the data the app needs to watch it. */
export interface Demo {
  readonly origin: URL;
  readonly timeScale: TimeScale;
  readonly printers: readonly Printer[];
  readonly secrets: ReadonlyMap<PrinterId, Secret>;
  /** The history of the printers before the story. */
  readonly history: ReadonlyMap<PrinterId, History>;
  /** Returns the state of this computer's network in the story. */
  network(): 'up' | 'down';
  close(): Promise<void>;
}

/** How long a webcam takes to make a picture. */
const snapshotTime: Milliseconds = 1_200;

/** Starts the demo, whose story begins now. */
export async function startDemo(now: () => Instant = Date.now): Promise<Demo> {
  const events = storyEvents();
  const world = createWorld(events);
  const prints = createPrintWorld(inOrder(events));
  const epoch = now() - storyStart * SECOND;
  const state = liveWorld(world, epoch, now);
  const list = world.printers.map((name) => ({
    printer: newPrinter(randomUUID(), name, epoch),
    token: `example-token-${randomBytes(8).toString('hex')}`,
    access: newAccess(),
  }));
  const connections = new Map(
    list.map(({ printer, token, access }) => [token, { printer: printer.name, madeAt: epoch, access }]),
  );
  const plugins = {
    prints: (printer: string) => prints.prints(printer, (now() - epoch) / SECOND),
    happen: null,
    snapshotTime,
  };
  const server = await startServer({ state, connections, now, plugins });
  return {
    origin: server.origin,
    timeScale: { pollSeconds: storyPollSeconds, graceSeconds: null },
    printers: list.map(({ printer }) => printer),
    history: new Map(
      list.map(({ printer }, index) => {
        const { lastDisconnectAt, lastConnectionAt } = world.printer(printer.name, storyStart) ?? {};
        const at = (seconds: number | null | undefined) => epoch + (seconds ?? 0) * SECOND;
        return [printer.id, demoHistory(index, { from: at(lastDisconnectAt), to: at(lastConnectionAt) })];
      }),
    ),
    secrets: new Map(
      list.map(({ printer, token, access }) => [
        printer.id,
        { appApiToken: token, ...accessSecret(server.origin, access) },
      ]),
    ),
    network: () => state.network(),
    close: () => server.close(),
  };
}
