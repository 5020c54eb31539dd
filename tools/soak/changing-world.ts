import type { PrintChange } from '../../src/demo/prints/print-events.ts';
import { seededRandom } from '../../src/demo/seeded-random.ts';
import type { Simulator } from '../../src/demo/simulator.ts';

/**
 * Occasional responses about the connection, the plugin or the account; mostly printers just come and go, as in
 * reality.
 */
const responses = [603, 604, 605, 606, 610, 429, 500, 503] as const;

/** How often a print changes, in steps. Most begin; at sixty times normal speed they take ten minutes to two hours. */
const printStep = 30;

/**
 * Changes one printer of the simulated service at a time, occasionally a print or the whole service. Returns a function
 * that stops it.
 */
export function keepChanging(simulator: Simulator, names: readonly string[], everyMs: number): () => void {
  const random = seededRandom(20_260_701);
  const pick = <One>(all: readonly One[]): One => all[Math.floor(random() * all.length)] as One;
  let step = 0;
  const timer = setInterval(() => {
    step += 1;
    // Two seconds of problems every two minutes; at sixty times normal speed, two minutes every two hours.
    if (step % 800 === 0) simulator.service(pick([500, 503, 'timeout'] as const));
    if (step % 800 === 14) simulator.service('ok');
    const printer = simulator.printer(pick(names));
    const dice = random();
    if (step % printStep === 0) printer.print(changeOfPrint(step, random(), pick));
    if (dice < 0.94) printer.set({ link: random() < 0.5 ? 'up' : 'down' });
    else if (dice < 0.96) printer.answer(pick(responses));
    else printer.answer(200);
  }, everyMs);
  return () => clearInterval(timer);
}

function changeOfPrint(step: number, dice: number, pick: <One>(all: readonly One[]) => One): PrintChange {
  if (dice < 0.6) return { print: { id: `print-${step}`, file: `part-${step}.gcode`, seconds: pick([10, 40, 120]) } };
  if (dice < 0.9) return { print: pick(['pause', 'resume', 'cancel', 'fail', 'none'] as const) };
  return pick([{ gadget: 'warn' }, { gadget: 'pause' }, { host: 785 }, { host: 'ok' }] as const);
}
