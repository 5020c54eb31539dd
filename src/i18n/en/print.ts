/**
 * Print notifications. `what` is the printer's name, `file` the name of the print (or {@link print.thePrint} if it is
 * hidden or unknown), `after` a duration, `since` a time by the user's clock.
 */
export const print = {
  hours: (count: number) => `${count} h`,
  minutes: (count: number) => `${count} min`,
  lessThanMinute: 'less than 1 min',
  thePrint: 'The print',
  /** "benchy.gcode took 2 h 10 min." */
  took: (file: string, length: string) => `${file} took ${length}.`,
  done: (file: string) => `${file} is done.`,
  /** The end was not seen. */
  endedAbout: (file: string, clock: string) => `${file} ended. Estimated time: ${clock}.`,
  stoppedAfter: (file: string, length: string) => `${file} stopped after ${length}.`,
  stopped: (file: string) => `${file} stopped.`,
  /** Without a time if the beginning wasn't seen. */
  waits: (file: string, clock: string | null) =>
    clock === null ? `${file} is paused and waiting.` : `${file} has been waiting since ${clock}.`,
  startedAt: (file: string, clock: string) => `${file} has been printing since ${clock}.`,
  mayBeFailing: (file: string) => `${file} may be failing. Take a look.`,
  gadgetPaused: (file: string) => `${file} may be failing. Take a look, then resume or cancel it.`,
  notAnswering: (clock: string | null) => {
    const silent = clock === null ? 'isn’t responding' : `hasn’t responded since ${clock}`;
    return `OctoEverywhere is connected, but the printer itself ${silent}. Check that it’s switched on and hasn’t stopped with an error.`;
  },
  noLogin: 'The printer no longer accepts its access code or password. Enter the new one in the OctoEverywhere plugin.',
  pastFirstLayers: (file: string) => `${file} is past its first layers.`,
  /** With a message from the printer, which may be in any language. */
  says: (body: string, words: string) => `${body} The printer says: ${words}`,
  one: {
    'print-finished': (what: string) => `${what} finished printing`,
    'print-failed': (what: string) => `${what}: print failed`,
    'print-paused': (what: string) => `${what}: print paused`,
    'gadget-warning': (what: string) => `${what}: Gadget sees a problem`,
    'gadget-paused': (what: string) => `${what}: Gadget paused the print`,
    'printer-not-answering': (what: string) => `${what}: printer not responding`,
    'print-cancelled': (what: string) => `${what}: print cancelled`,
    'print-started': (what: string) => `${what} started printing`,
    'first-layers-done': (what: string) => `${what}: first layers done`,
  },
  several: {
    'print-finished': (count: number) => `${count} prints finished`,
    'print-failed': (count: number) => `${count} prints failed`,
    'print-paused': (count: number) => `${count} prints paused`,
    'gadget-warning': (count: number) => `Gadget sees a problem with ${count} prints`,
    'gadget-paused': (count: number) => `Gadget paused ${count} prints`,
    'printer-not-answering': (count: number) => `${count} printers not responding`,
    'print-cancelled': (count: number) => `${count} prints cancelled`,
    'print-started': (count: number) => `${count} prints started`,
    'first-layers-done': (count: number) => `First layers done on ${count} printers`,
  },
  oneNoLogin: (what: string) => `${what}: plugin can’t log in to the printer`,
  severalNoLogin: (count: number) => `Plugins can’t log in to ${count} printers`,
  /** The file name in a preview notification. */
  previewFile: 'benchy.gcode',
};
