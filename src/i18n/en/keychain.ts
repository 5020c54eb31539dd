import type { Message } from '../../domain/message.ts';
import type { KeychainError } from '../../domain/outcome.ts';

const trouble: Readonly<Record<KeychainError, Message>> = {
  locked: {
    title: 'Keychain locked',
    text: 'The keychain that holds the tokens is locked. Unlock it; your printers stay in the list and OctoGlance goes on by itself.',
    smallPrint: null,
  },
  'no-secret-service': {
    title: 'No keychain on this desktop',
    text: 'No keychain (Secret Service) answers. Start or install one, such as GNOME Keyring or KWallet; your printers stay in the list.',
    smallPrint: 'org.freedesktop.secrets is not available',
  },
  'no-session-bus': {
    title: 'No keychain can be reached',
    text: 'OctoGlance was started without a desktop session bus, so it cannot reach the keychain. Start it from within your desktop session.',
    smallPrint: 'no D-Bus session bus',
  },
  refused: {
    title: 'The keychain refused',
    text: 'The keychain did not let OctoGlance in. Allow the access when it asks, or check its settings; your printers stay in the list.',
    smallPrint: null,
  },
};

/** What is wrong with the keychain, and what is still in it. */
export const keychain = {
  trouble,
  leftTitle: (count: number) =>
    count === 1 ? 'A token is still in the keychain' : `${count} tokens are still in the keychain`,
  left: (count: number): string =>
    count === 1
      ? 'Its printer is gone from the list. OctoGlance removes the token by itself as soon as the keychain lets it.'
      : 'Their printers are gone from the list. OctoGlance removes the tokens by itself as soon as the keychain lets it.',
  leftLocked: (count: number): string =>
    count === 1
      ? 'Its printer is gone from the list. OctoGlance removes the token by itself as soon as the keychain lets it: unlock it when it suits you.'
      : 'Their printers are gone from the list. OctoGlance removes the tokens by itself as soon as the keychain lets it: unlock it when it suits you.',
  tooLong: {
    title: 'This connection is too long to keep',
    text: 'The keychain takes no more than 2,500 bytes for one printer. Paste the token alone instead of the whole link.',
    smallPrint: null,
  },
};
