import type { Messages } from '../messages.ts';

export const print: Messages['print'] = {
  hours: (count) => `${count} Std.`,
  minutes: (count) => `${count} Min.`,
  lessThanMinute: 'weniger als 1 Min.',
  thePrint: 'Der Druck',
  took: (file, length) => `${file} hat ${length} gedauert.`,
  done: (file) => `${file} ist fertig.`,
  endedAbout: (file, clock) => `${file} ist beendet. Geschätzte Zeit: ${clock}.`,
  stoppedAfter: (file, length) => `${file}: nach ${length} abgebrochen.`,
  stopped: (file) => `${file}: abgebrochen.`,
  waits: (file, clock) => (clock === null ? `${file} ist pausiert und wartet.` : `${file} wartet seit ${clock}.`),
  startedAt: (file, clock) => `${file} läuft seit ${clock}.`,
  mayBeFailing: (file) => `${file} misslingt möglicherweise. Sieh nach dem Drucker.`,
  gadgetPaused: (file) => `${file} misslingt möglicherweise. Sieh nach, dann setze den Druck fort oder brich ihn ab.`,
  notAnswering: (clock) => {
    const silent = clock === null ? 'reagiert nicht' : `reagiert seit ${clock} nicht`;
    return `OctoEverywhere ist verbunden, aber der Drucker selbst ${silent}. Sieh nach, ob er eingeschaltet ist oder mit einem Fehler angehalten hat.`;
  },
  noLogin:
    'Der Drucker nimmt seinen Zugangscode oder sein Passwort nicht mehr an. Trage die neuen Zugangsdaten im OctoEverywhere-Plugin ein.',
  pastFirstLayers: (file) => `${file}: Die ersten Schichten sind gedruckt.`,
  says: (body, words) => `${body} Der Drucker meldet: ${words}`,
  one: {
    'print-finished': (what) => `${what} ist fertig`,
    'print-failed': (what) => `${what}: Druck fehlgeschlagen`,
    'print-paused': (what) => `${what}: Druck pausiert`,
    'gadget-warning': (what) => `${what}: Gadget sieht ein Problem`,
    'gadget-paused': (what) => `${what}: Gadget hat den Druck pausiert`,
    'printer-not-answering': (what) => `${what}: Drucker reagiert nicht`,
    'print-cancelled': (what) => `${what}: Druck abgebrochen`,
    'print-started': (what) => `${what} druckt`,
    'first-layers-done': (what) => `${what}: erste Schichten fertig`,
  },
  several: {
    'print-finished': (count) => `${count} Drucke fertig`,
    'print-failed': (count) => `${count} Drucke fehlgeschlagen`,
    'print-paused': (count) => `${count} Drucke pausiert`,
    'gadget-warning': (count) => `Gadget sieht ein Problem bei ${count} Drucken`,
    'gadget-paused': (count) => `Gadget hat ${count} Drucke pausiert`,
    'printer-not-answering': (count) => `${count} Drucker reagieren nicht`,
    'print-cancelled': (count) => `${count} Drucke abgebrochen`,
    'print-started': (count) => `${count} Drucke gestartet`,
    'first-layers-done': (count) => `Erste Schichten bei ${count} Druckern fertig`,
  },
  oneNoLogin: (what) => `${what}: Plugin kann sich nicht am Drucker anmelden`,
  severalNoLogin: (count) => `Plugins können sich an ${count} Druckern nicht anmelden`,
  previewFile: 'schiffchen.gcode',
};
