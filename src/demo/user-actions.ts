import type { OffOnPurpose } from '../connections/off-on-purpose.ts';
import type { Printer, PrinterId } from '../domain/printer.ts';
import type { Instant } from '../domain/time.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { Monitor } from '../monitor/monitor.ts';
import type { PrinterAction, UserEvent } from './trace.ts';
import type { VirtualStores } from './virtual-disk.ts';

/** The parts of the app that user actions affect. */
export interface ActedOn {
  readonly fleet: Fleet;
  readonly monitor: Monitor;
  readonly offOnPurpose: OffOnPurpose;
  readonly stores: VirtualStores;
  /** Returns the time of the computer's clock, UTC. */
  readonly now: () => Instant;
}

/** Performs a user action, like the commands of the tray menu and the window. */
export function act(event: UserEvent, on: ActedOn): void {
  if ('printer' in event) actOnPrinter(event.printer, event.user, on);
  else if (event.user === 'snooze') snooze(on.monitor.now() + event.seconds * 1_000, on);
  else if (event.user === 'resume') snooze(on.monitor.now(), on);
  else on.monitor.refresh(null);
}

function actOnPrinter(id: PrinterId, action: PrinterAction, on: ActedOn): void {
  const { fleet, monitor, stores } = on;
  if (fleet.get(id) === undefined) return;
  switch (action) {
    case 'mute':
    case 'unmute':
      setPrinter(id, { muted: action === 'mute' }, on);
      return;
    case 'remove':
      void stores.printers.save(stores.printers.value().filter((printer) => printer.id !== id));
      monitor.unwatch(id);
      return;
    // It is on the list already: see replay.ts.
    case 'add':
      return;
    case 'refresh':
      monitor.refresh(id);
      return;
    case 'off-on-purpose':
      setPrinter(id, { offOnPurpose: true }, on);
      return;
    case 'often-off':
    case 'not-often-off':
      setPrinter(id, { oftenOff: action === 'often-off' }, on);
  }
}

/** Changes the user's choices for one printer, like the printer list. */
export function setPrinter(
  id: PrinterId,
  changes: Partial<Pick<Printer, 'muted' | 'offOnPurpose' | 'oftenOff'>>,
  { fleet, monitor, offOnPurpose, stores }: ActedOn,
): void {
  if (changes.offOnPurpose !== undefined) offOnPurpose.marked(id, changes.offOnPurpose);
  fleet.update(id, (member) => ({ ...member, printer: { ...member.printer, ...changes } }));
  monitor.rulesChanged();
  const printers = stores.printers.value();
  void stores.printers.save(printers.map((printer) => (printer.id === id ? { ...printer, ...changes } : printer)));
}

function snooze(until: Instant, { stores, monitor }: ActedOn): void {
  void stores.alerts.save({ ...stores.alerts.value(), snoozedUntil: until });
  monitor.rulesChanged();
}
