import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { terminalWords, writeAll } from '../startup/terminal.ts';
import { type Asked, askPatience } from './exchange.ts';
import { statusOutcome } from './outcome.ts';
import { statusPlace } from './place.ts';

/**
 * `octoglance status`: asks the app that runs with this profile, prints its answer and returns the exit code. It blocks,
 * the socket being in a thread of its own, because the process has to end before Chromium starts: that would open a
 * second browser on the profile, want a display and take ten times as long.
 */
export function runStatusCommand(profile: string, json: boolean): number {
  const asked = ask(statusPlace(profile, process.platform));
  const outcome = statusOutcome(asked, json, terminalWords(process.env));
  if (outcome.stdout !== '') writeAll(1, outcome.stdout);
  if (outcome.stderr !== '') writeAll(2, outcome.stderr);
  return outcome.code;
}

function ask(place: string): Asked {
  const done = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const workerData = { place, done, port: port2 };
  new Worker(join(import.meta.dirname, 'status-asker.cjs'), { workerData, transferList: [port2] });
  // Beyond the asker's own patience, so that it is the one to say what is wrong.
  Atomics.wait(done, 0, 0, askPatience + 2_000);
  const received = receiveMessageOnPort(port1);
  return received === undefined ? { got: 'silence' } : received.message;
}
