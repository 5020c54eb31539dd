import type { PrinterId } from '../../domain/printer.ts';
import type { SnoozeLength } from '../../domain/snooze.ts';
import type { TrayLook } from './tray-picture.ts';

/** What an entry of the tray menu does when clicked. */
export type TrayCommand =
  | { readonly do: 'open-printer' | 'refresh' | 'copy-local-ip' | 'reconnect'; readonly printer: PrinterId }
  | { readonly do: 'mute' | 'unmute'; readonly printer: PrinterId }
  | { readonly do: 'off-on-purpose' | 'often-off'; readonly printer: PrinterId; readonly wanted: boolean }
  | { readonly do: 'snooze'; readonly length: SnoozeLength | 'end' }
  | { readonly do: 'refresh-all' | 'show-window' | 'add-printer' | 'show-settings' | 'quit' };

export type TrayMenuEntry =
  | { readonly kind: 'separator' }
  | { readonly kind: 'text'; readonly label: string }
  | {
      readonly kind: 'command';
      readonly label: string;
      readonly enabled: boolean;
      /** Absent where there is nothing to switch on and off. */
      readonly checked?: boolean;
      /** Whose small picture stands before the label. */
      readonly picture?: TrayLook;
      readonly command: TrayCommand;
    }
  | {
      readonly kind: 'submenu';
      readonly label: string;
      readonly picture?: TrayLook;
      readonly entries: readonly TrayMenuEntry[];
    };
