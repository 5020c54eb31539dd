import type { Message } from '../../domain/message.ts';
import { shared } from './shared.ts';

/** Why something that the user wanted cannot be done. */
export const deeds = {
  noPage: {
    title: 'There is no page to open',
    text: 'OctoEverywhere named no page for this printer, or one outside octoeverywhere.com, which is never opened. Find the printer on your OctoEverywhere dashboard.',
    smallPrint: null,
  } as Message,
  noLocalIp: {
    title: 'No local IP address is known',
    text: 'OctoEverywhere named none for this printer.',
    smallPrint: null,
  } as Message,
  noLocalPage: {
    title: 'There is no local page to open',
    text: 'OctoEverywhere named no address in a home or office network for this printer; others are never opened.',
    smallPrint: null,
  } as Message,
  browserDidNotOpen: (address: string, code: string): Message => ({
    title: 'The browser did not open',
    text: `Copy the address and open it yourself, or open it again: ${address}`,
    smallPrint: code,
  }),
  browserHangs: (address: string): Message => ({
    title: 'Did your browser open?',
    text: `If no page appeared, copy the address and open it yourself, or open it again: ${address}`,
    smallPrint: null,
  }),
  copyAddress: shared.copyAddress,
  openAgain: shared.openAgain,
  noAddress: {
    title: 'There is no address to open',
    text: 'Nothing was opened since OctoGlance started. Begin again where you wanted to go.',
    smallPrint: null,
  } as Message,
  noNotifications: {
    title: 'This desktop shows no notifications',
    text: 'No notification server answers. Start or install one; the tray and this window show everything meanwhile.',
    smallPrint: null,
  } as Message,
  folderDidNotOpen: (path: string, why: string): Message => ({
    title: 'The folder did not open',
    text: `Open it yourself: ${path}`,
    smallPrint: why,
  }),
  fileDidNotOpen: (path: string, why: string): Message => ({
    title: 'The file did not open',
    text: `Open it yourself: ${path}`,
    smallPrint: why,
  }),
  startAtLogin: 'Start at login could not be changed',
  allowLoginItem: 'Allow OctoGlance under Login Items in the system settings.',
  onlyInstalled: 'Only the installed app can start at login. Install OctoGlance, then switch this on there.',
  fileOfAppImage:
    'OctoGlance can’t tell which AppImage file it was started from. Start it from the file itself, with OctoGlance in its name, then try again.',
  moveAway: (path: string) => `Something is in the way at ${path}. Move it, then try again.`,
  makeWritable: (path: string) => `Make ${path} writable, then try again.`,
  afterNextLogin: 'Try again after the next login.',
  systemAnswer: (code: string) => `System answer ${code}`,
};
