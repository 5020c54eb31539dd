import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Simulator } from '../../src/demo/simulator.ts';
import type { Desktop } from '../../test/support/desktop/desktop.mjs';
import { Tray } from '../../test/support/desktop/tray.ts';
import type { PageTiming } from './page-timing.ts';
import type { Started, Subject } from './subject.ts';
import type { TrayWatch } from './tray-watch.ts';
import type { WindowWatch } from './window-watch.ts';

export interface PausePlace {
  readonly desktop: Desktop;
  readonly simulator: Simulator;
  readonly windows: WindowWatch;
  readonly timing: PageTiming;
  readonly tray: TrayWatch;
  readonly names: readonly string[];
  readonly app: Subject;
  readonly started: Started;
}

/** Something that a user or the desktop does. */
export interface PauseAction {
  readonly what: string;
  readonly act: () => Promise<unknown>;
  /** How long its consequences are watched, in milliseconds; 2.5 s by default. */
  readonly wait?: number;
}

/** What is measured, in this order; the window is open from "the window opens again" on. */
export function pauseActions(place: PausePlace): readonly PauseAction[] {
  const { desktop, simulator, windows, timing, names } = place;
  const all = names.map((name) => simulator.printer(name));
  const some = all.slice(0, 10);
  const link = (printers: typeof all, link: 'up' | 'down') => async () => {
    for (const printer of printers) printer.set({ link });
  };
  const inTray = async (act: (tray: Tray) => Promise<unknown>) => {
    const found = await Tray.find(desktop);
    await act(found);
    found.close();
  };
  let shownWindow = '';
  const open = async () => {
    const before = windows.windows;
    await inTray((found) => found.activate());
    shownWindow = (await windows.opened(before)).window;
  };
  const close = () => windows.close(shownWindow);
  const request =
    (name: string, ...parameters: string[]) =>
    () =>
      timing.inPage(
        `window.octoglance.request(${[JSON.stringify(name), ...parameters].join(', ')}).then(() => 0, () => 0)`,
      );
  const shown = '[...document.querySelectorAll("article")].map((one) => one.dataset.printer)';
  const signal = (program: string, name: NodeJS.Signals) => async () => {
    // The kernel keeps 15 characters of a name.
    const isIt = (id: number) => readFileSync(`/proc/${id}/comm`, 'utf8').trim() === program.slice(0, 15);
    for (const id of desktop.processes.alive().filter(isIt)) process.kill(id, name);
  };
  const again = async (...parameters: string[]) => {
    const [program, ...rest] = place.app.command;
    const child = spawn(program, [...rest, ...parameters], {
      env: { ...place.app.env, NODE_OPTIONS: '' },
      stdio: 'ignore',
    });
    await once(child, 'exit');
  };
  return [
    { what: 'the start, from the icon on', act: async () => {}, wait: 10_000 },
    { what: 'the tray menu opens', act: () => inTray((found) => found.menu.items()) },
    { what: '“Refresh all” in the tray menu', act: () => inTray((found) => found.menu.click('Refresh all')) },
    { what: 'the window opens for the first time', act: open, wait: 4_000 },
    { what: 'the window closes', act: close, wait: 7_000 },
    { what: 'the window opens again', act: open, wait: 4_000 },
    { what: 'the language changes', act: request('change-settings', '{ language: "de" }') },
    { what: 'the language changes back', act: request('change-settings', '{ language: "en" }') },
    { what: 'the theme changes', act: request('change-settings', '{ theme: "dark" }') },
    { what: 'notifications are snoozed', act: request('snooze', '"hour"') },
    { what: 'the snooze ends', act: request('snooze', '"end"') },
    { what: 'a notification is previewed', act: request('preview-notification', '"disconnected"') },
    { what: '60 printers are muted', act: request('mute-printers', shown, 'true') },
    { what: '60 printers are unmuted', act: request('mute-printers', shown, 'false') },
    { what: '60 printers are switched off on purpose', act: request('set-printers-off', shown, 'true') },
    { what: '60 printers are switched on again', act: request('set-printers-off', shown, 'false') },
    { what: '60 printers get a tag', act: request('tag-printers', shown, '"Workshop"', 'true') },
    { what: 'a printer is moved to the end', act: request('move-printer', `${shown}[0]`, 'null') },
    { what: '60 printers are refreshed', act: request('refresh-printers', shown) },
    { what: 'the history of 60 printers is drawn', act: request('get-days') },
    { what: 'the history of one is opened', act: request('get-history', `${shown}[0]`) },
    { what: 'a printer is removed', act: request('remove-printer', `${shown}[1]`) },
    { what: 'an invalid token is entered', act: request('add-printer', '"example-token-nobody"', '"keychain"') },
    { what: 'a webcam picture is requested', act: request('get-webcam', `${shown}[0]`, 'null', 'false') },
    { what: 'start at login is switched on', act: request('change-settings', '{ startAtLogin: true }') },
    { what: 'start at login is switched off', act: request('change-settings', '{ startAtLogin: false }') },
    { what: 'updates are checked for', act: request('look-for-update'), wait: 5_000 },
    { what: '10 printers disconnect at once', act: link(some, 'down'), wait: 15_000 },
    { what: '10 printers connect again', act: link(some, 'up'), wait: 10_000 },
    { what: '60 printers disconnect at once', act: link(all, 'down'), wait: 15_000 },
    { what: '60 printers connect again', act: link(all, 'up'), wait: 10_000 },
    { what: 'OctoEverywhere goes down', act: async () => simulator.service(503), wait: 10_000 },
    { what: 'OctoEverywhere comes back', act: async () => simulator.service('ok'), wait: 10_000 },
    {
      what: 'the notification server hangs while 60 printers disconnect',
      act: async () => {
        await signal('dunst', 'SIGSTOP')();
        await link(all, 'down')();
      },
      wait: 15_000,
    },
    { what: 'the notification server is killed', act: () => desktop.killNotificationServer() },
    { what: 'another notification server starts', act: () => desktop.startNotificationServer() },
    { what: 'the panel hangs', act: signal('xfce4-panel', 'SIGSTOP'), wait: 5_000 },
    { what: 'the panel goes on', act: signal('xfce4-panel', 'SIGCONT') },
    { what: 'the panel is killed', act: () => desktop.killPanel() },
    { what: 'another panel starts', act: () => desktop.startPanel() },
    {
      what: 'the keychain hangs while a printer is removed',
      act: async () => {
        await signal('gnome-keyring-daemon', 'SIGSTOP')();
        await request('remove-printer', `${shown}[2]`)();
      },
      wait: 5_000,
    },
    { what: 'the keychain goes on', act: signal('gnome-keyring-daemon', 'SIGCONT') },
    { what: 'the keychain is killed', act: () => desktop.keyring.kill() },
    { what: 'the app is started again', act: () => again() },
    { what: 'a sign-in link arrives', act: () => again('octoglance://callback?nobody=waits') },
    { what: '`octoglance status` runs', act: () => again('status') },
  ];
}
