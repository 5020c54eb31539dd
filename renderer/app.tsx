import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { PrinterId } from '../src/domain/printer.ts';
import { Announcer } from './components/announcer.tsx';
import { useWindowKeys } from './components/control-window.ts';
import { useKeptFocus } from './components/keep-focus.ts';
import { isOverlaid } from './components/overlay.ts';
import { ShortcutsDialog } from './components/shortcuts-dialog.tsx';
import { TimelineTip } from './history/timeline-tip.tsx';
import { messages } from './messages.ts';
import { usePrinterMenu } from './printers/printer-menu.ts';
import { RemoveDialog } from './printers/remove-dialog.tsx';
import { ConnectScreen } from './screens/connect.tsx';
import { DetailScreen } from './screens/detail.tsx';
import { PrintersScreen } from './screens/printers.tsx';
import { SettingsScreen } from './screens/settings.tsx';
import { StartFailedScreen } from './screens/start-failed.tsx';
import { start, startFailed } from './start.ts';
import { shownIds } from './state/filter.ts';
import { appState, printerIds } from './state/fleet.ts';
import { heldStates } from './state/held-states.ts';
import { articleId, headingId, leave, screen, wantedFocus } from './state/screen.ts';

/** The window: shows one screen at a time. */
export function App() {
  useEffect(() => {
    document.addEventListener('keydown', leaveOnEscape);
    return () => document.removeEventListener('keydown', leaveOnEscape);
  }, []);
  useTopOfSubScreens();
  // First: it has to notice the focus that the next one gives.
  useKeptFocus();
  useGivenFocus();
  usePrinterMenu();
  useWindowKeys();
  useFocusForNewcomer();
  return (
    <>
      <CurrentScreen />
      <RemoveDialog />
      <ShortcutsDialog />
      <TimelineTip />
      <Announcer />
    </>
  );
}

function CurrentScreen() {
  if (appState.value === null) {
    return startFailed.value ? (
      <StartFailedScreen retry={start} />
    ) : (
      <p class="starting">{messages.value.frame.starting}</p>
    );
  }
  const shown = screen.value;
  switch (shown.name) {
    case 'printers':
      return <PrintersScreen />;
    case 'detail':
      return <DetailScreen key={shown.printer} printer={shown.printer} />;
    case 'settings':
      return <SettingsScreen />;
    case 'connect':
      return <ConnectScreen key={shown.printer ?? 'new'} printer={shown.printer} way={shown.way} />;
  }
}

/** Scrolls a screen opened from far down a list to its top. Back in the list, the focus restores the position. */
function useTopOfSubScreens(): void {
  const shown = screen.value;
  useLayoutEffect(() => {
    if (shown.name !== 'printers') scrollTo(0, 0);
  }, [shown]);
}

/** A printer that was just added may appear in the list a little later, so the request for focus is kept until then. */
function useGivenFocus(): void {
  const wanted = wantedFocus.value;
  const shown = screen.value;
  const ids = shownIds.value;
  const started = appState.value !== null;
  useEffect(() => {
    if (wanted === null || !started) return;
    const element = document.getElementById(wanted);
    if (element === null || element.closest('[hidden]') !== null) return;
    wantedFocus.value = null;
    element.focus();
    // An expanded row may be higher than the window: its name comes first.
    element.querySelector('.row-main')?.scrollIntoView({ block: 'nearest' });
  }, [wanted, shown, ids, started]);
}

/**
 * Focuses a printer that is added while the list is open, for example after a sign-in in the browser, unless the user
 * is working elsewhere in the list.
 */
function useFocusForNewcomer(): void {
  const ids = printerIds.value;
  const started = appState.value !== null;
  const before = useRef<ReadonlySet<PrinterId> | null>(null);
  useEffect(() => {
    const known = before.current;
    before.current = started ? new Set(ids) : null;
    const newcomer = known === null ? undefined : ids.find((id) => !known.has(id));
    const focused = document.activeElement;
    // If the pointer is in the list, the user is reading it; the focus is left alone.
    const reads = heldStates.peek() !== null;
    const idle = !reads && (focused === null || focused === document.body || focused.id === headingId);
    if (newcomer !== undefined && idle && screen.peek().name === 'printers') wantedFocus.value = articleId(newcomer);
  }, [ids, started]);
}

/** Escape first closes an open dialog, menu or drop-down list. */
function leaveOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented || isOverlaid()) return;
  leave();
}
