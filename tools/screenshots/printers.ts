import { type Simulator, startSimulator } from '../../src/demo/simulator.ts';

/** The printers in the pictures, in list order, with the minutes since each connected to OctoEverywhere. */
const connectedMinutesAgo = { Voron: 187, Ender: 2_930, Prusa: 1_504, Bambu: 412, Mini: 94, Delta: 33 } as const;

export const printerNames = Object.keys(connectedMinutesAgo) as readonly (keyof typeof connectedMinutesAgo)[];

/** An obviously fake token. */
export const tokenOf = (printer: string): string => `example-token-${printer.toLowerCase()}-0123456789abcdef`;

/** A simulated OctoEverywhere with six printers that have been connected for a while, each after a short gap. */
export async function startService(): Promise<Simulator> {
  let minutesAgo = 0;
  const simulator = await startSimulator(() => Date.now() - minutesAgo * 60_000);
  for (const name of printerNames) {
    minutesAgo = connectedMinutesAgo[name] + 600;
    const printer = simulator.printer(name, { token: tokenOf(name) });
    minutesAgo = connectedMinutesAgo[name] + 2;
    printer.set({ link: 'down' });
    minutesAgo = connectedMinutesAgo[name];
    printer.set({ link: 'up' });
  }
  minutesAgo = 0;
  return simulator;
}

/** A different problem for each of four printers. */
export function causeTrouble(simulator: Simulator): void {
  simulator.printer('Prusa').answer(605);
  simulator.printer('Bambu').answer(604);
  simulator.printer('Mini').answer(600);
  simulator.printer('Delta').answer(610);
}
