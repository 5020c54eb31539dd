import type { Message } from '../../domain/message.ts';
import { plural } from './plural.ts';

/** Deleting everything the app stores on this computer. */
export const removing = {
  title: 'Remove all OctoGlance data?',
  text: (printers: number, folder: string) =>
    [
      ...(printers === 0
        ? [`This removes your settings, the history and the logs in ${folder},`]
        : [
            plural(printers, {
              one: 'This removes your printer and its token in the keychain,',
              other: `This removes your ${printers} printers and their tokens in the keychain,`,
            }),
            `your settings, the history and the logs in ${folder},`,
          ]),
      'and the autostart entry, the sign-in link and the app menu entry that OctoGlance added.',
      '',
      'It can’t be undone. The program itself stays installed, and OctoEverywhere keeps the App Connections until you revoke them in your dashboard.',
    ].join('\n'),
  confirm: 'Remove and quit',
  cancel: 'Cancel',
  quit: 'Quit',
  done: 'All data has been removed',
  whatIsLeft:
    'To remove the program as well, uninstall its package, or delete the file or folder you started it from. To revoke the App Connections, open your OctoEverywhere dashboard.',
  nothingRemoved: {
    title: 'Nothing has been removed',
    text: 'The tokens are deleted from the keychain first, but it can’t be used right now. Unlock it and try again.',
  },
  keychainSilent: {
    title: 'Nothing has been removed',
    text: 'The tokens are deleted from the keychain first, but it isn’t responding. Try again in a moment. If that doesn’t help, sign out of your desktop and back in.',
  },
  noneAdded: {
    title: 'No printer was added',
    text: 'OctoGlance is removing its data from this computer right now.',
    smallPrint: null,
  } as Message,
  tokensLeft: (count: number) => ({
    title: plural(count, {
      one: 'A token is still in the keychain',
      other: `${count} tokens are still in the keychain`,
    }),
    text: 'The printers were removed from the list; everything else is unchanged. Unlock the keychain and choose “Remove all data…” again.',
  }),
};
