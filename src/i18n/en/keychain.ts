import type { Message } from '../../domain/message.ts';
import type { KeychainError } from '../../domain/outcome.ts';
import { plural } from './plural.ts';

const trouble: Readonly<Record<KeychainError, Message>> = {
  locked: {
    title: 'Keychain locked',
    text: 'Your tokens are in a locked keychain. Unlock it and OctoGlance continues automatically. Your printers stay in the list.',
    smallPrint: null,
  },
  asking: {
    title: 'Your keychain is waiting for you',
    text: 'Respond to its prompt, which may be behind other windows. OctoGlance then continues automatically. If there is no prompt, your keychain hangs: sign out of your desktop and back in.',
    smallPrint: null,
  },
  'no-keyring': {
    title: 'No keyring for your tokens',
    text: 'Your keychain is running, but it has no keyring, wallet or open database. Open or create one and OctoGlance continues automatically. Your printers stay in the list.',
    smallPrint: null,
  },
  denied: {
    title: 'Access to the token denied',
    text: 'Your keychain has the token but isn’t allowed to give it to OctoGlance. Have it ask again, then allow access. The connection is kept.',
    smallPrint: null,
  },
  'kwallet-disabled': {
    title: 'KWallet is turned off',
    text: 'OctoGlance stores its tokens in KWallet. Turn on “Enable the KDE wallet subsystem” in System Settings under KDE Wallet. Your printers stay in the list.',
    smallPrint: 'Enabled=false in kwalletrc',
  },
  'no-secret-service': {
    title: 'No keychain on this desktop',
    text: 'No keychain service (Secret Service) is running. Start or install one, such as GNOME Keyring or KWallet. Your printers stay in the list.',
    smallPrint: 'org.freedesktop.secrets is not available',
  },
  'no-session-bus': {
    title: 'Can’t reach the keychain',
    text: 'OctoGlance was started without a desktop session bus, so it can’t reach the keychain. Start it from your desktop session.',
    smallPrint: 'no D-Bus session bus',
  },
  refused: {
    title: 'Keychain access denied',
    text: 'Allow access when prompted, or check the keychain’s settings. Your printers stay in the list.',
    smallPrint: null,
  },
};

/** Problems of the keychain, and tokens that are still in it. */
export const keychain = {
  trouble,
  /** The notification that monitoring is blocked by the keychain. */
  notification: {
    title: 'OctoGlance can’t read its tokens',
    body: {
      locked: 'Your printers aren’t being watched. Click to unlock your keychain.',
      'no-keyring': 'Your printers aren’t being watched. Click to open or create a keyring.',
      denied: 'Your printers aren’t being watched. Click to have your keychain ask again.',
      asking:
        'Your printers aren’t being watched until you respond to your keychain’s prompt. It may be behind other windows.',
      'kwallet-disabled': 'Your printers aren’t being watched because KWallet is turned off. Click to see what to do.',
      'no-secret-service':
        'Your printers aren’t being watched because no keychain is running. Click to see what to do.',
      'no-session-bus':
        'Your printers aren’t being watched because OctoGlance can’t reach the keychain. Click to see what to do.',
      refused: 'Your printers aren’t being watched because the keychain denied access. Click to see what to do.',
    } satisfies Readonly<Record<KeychainError, string>>,
  },
  leftTitle: (count: number) =>
    plural(count, {
      one: 'A token is still in the keychain',
      other: `${count} tokens are still in the keychain`,
    }),
  left: (count: number): string =>
    plural(count, {
      one: 'Its printer was removed. OctoGlance will delete the token as soon as the keychain allows it.',
      other: 'Their printers were removed. OctoGlance will delete the tokens as soon as the keychain allows it.',
    }),
  leftLocked: (count: number): string =>
    plural(count, {
      one: 'Its printer was removed. OctoGlance will delete the token as soon as the keychain is unlocked. Unlock it whenever you like.',
      other:
        'Their printers were removed. OctoGlance will delete the tokens as soon as the keychain is unlocked. Unlock it whenever you like.',
    }),
  tooLong: {
    title: 'This connection is too large to save',
    text: 'The keychain has no room for one this long. Paste just the token instead of the full link.',
    smallPrint: null,
  },
};
