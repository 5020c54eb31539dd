import type { Message } from '../../domain/message.ts';
import { shared } from './shared.ts';

/** Why a user's action failed. */
export const errors = {
  noPage: {
    title: 'No page to open',
    text: 'OctoEverywhere reported no page for this printer, or one outside octoeverywhere.com, which OctoGlance never opens. Find the printer on your OctoEverywhere dashboard.',
    smallPrint: null,
  } as Message,
  noLocalIp: {
    title: 'Local IP address unknown',
    text: 'OctoEverywhere didn’t report one for this printer.',
    smallPrint: null,
  } as Message,
  noTag: {
    title: 'This isn’t a tag',
    text: 'Enter at least one letter or number.',
    smallPrint: null,
  } as Message,
  tooManyTags: (name: string, most: number): Message => ({
    title: `${name} already has ${most} tags`,
    text: 'Remove one, then try again.',
    smallPrint: null,
  }),
  noLocalPage: {
    title: 'No local page to open',
    text: 'OctoEverywhere reported no private network address for this printer; OctoGlance opens no others.',
    smallPrint: null,
  } as Message,
  browserDidNotOpen: (address: string, code: string): Message => ({
    title: 'Couldn’t open the browser',
    text: `Copy the address and open it manually, or try again: ${address}`,
    smallPrint: code,
  }),
  browserHangs: (address: string): Message => ({
    title: 'Did your browser open?',
    text: `If no page appeared, copy the address and open it manually, or try again: ${address}`,
    smallPrint: null,
  }),
  copyAddress: shared.copyAddress,
  openAgain: shared.openAgain,
  noAddress: {
    title: 'No address to open',
    text: 'Nothing has been opened since OctoGlance started. Go back to where you were and try again.',
    smallPrint: null,
  } as Message,
  dialogOpen: {
    title: 'A dialog is already open',
    text: 'It may be behind other windows. Answer or close it first.',
    smallPrint: null,
  } as Message,
  dialogLost: {
    title: 'The file dialog stopped responding',
    text: 'The part of your desktop that shows it has ended or hangs. Close this window, open it again from the tray and retry. If that doesn’t help, sign out of your desktop and back in.',
    smallPrint: 'org.freedesktop.portal.Desktop',
  } as Message,
  ownFolderChosen: (path: string): Message => ({
    title: 'That folder is OctoGlance’s own',
    text: 'It replaces and removes files there. Nothing was saved. Choose another folder, then try again.',
    smallPrint: path,
  }),
  noNotifications: {
    title: 'Notifications aren’t available',
    text: 'No notification service is running. Start or install one; until then, use the tray icon and this window.',
    smallPrint: null,
  } as Message,
  folderDidNotOpen: (path: string, why: string): Message => ({
    title: 'Couldn’t open the folder',
    text: `Open it manually: ${path}`,
    smallPrint: why,
  }),
  fileDidNotOpen: (path: string, why: string): Message => ({
    title: 'Couldn’t open the file',
    text: `Open it manually: ${path}`,
    smallPrint: why,
  }),
  demoNotSwitched: {
    title: 'Couldn’t switch',
    text: 'OctoGlance couldn’t restart. Try again, or quit and restart it yourself.',
    smallPrint: null,
  } as Message,
  menuEntry: 'Couldn’t change the app menu',
  menuEntryText: (path: string) => `Make ${path} writable, or move whatever is there, then try again.`,
  startAtLogin: 'Couldn’t change “Start at login”',
  allowLoginItem: 'Allow OctoGlance under Login Items in your system settings.',
  onlyInstalled: 'Only the installed app can start at login. Install OctoGlance, then turn this on.',
  notInDemo: 'The demo doesn’t start at login. Leave it, then change this.',
  onlyUsualProfile:
    'Only the usual profile can start at login. Start OctoGlance without --user-data-dir, then change this.',
  fileOfAppImage:
    'OctoGlance can’t tell which AppImage file it was started from. Start that file directly, with OctoGlance in its name, then try again.',
  moveAway: (path: string) => `Something is in the way at ${path}. Move it, then try again.`,
  makeWritable: (path: string) => `Make ${path} writable, then try again.`,
  afterNextLogin: 'Try again after you next log in.',
  systemResponse: (code: string) => `System response: ${code}`,
};
