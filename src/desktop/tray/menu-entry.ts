import type { PrinterId } from '../../domain/printer.ts';
import type { SnoozeLength } from '../../domain/snooze.ts';
import type { TrayLook } from './tray-picture.ts';

/** Where a click was, in points. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What a click does, on an entry of the menu or on the icon. */
export type TrayCommand =
  | { readonly do: 'open-printer' | 'refresh' | 'copy-local-ip' | 'reconnect'; readonly printer: PrinterId }
  | { readonly do: 'mute' | 'unmute'; readonly printer: PrinterId }
  | { readonly do: 'off-on-purpose' | 'often-off'; readonly printer: PrinterId; readonly wanted: boolean }
  | { readonly do: 'snooze'; readonly length: SnoozeLength | 'end' }
  /** Opens the window at the icon, where that is known, or closes the one that is in front. */
  | { readonly do: 'toggle-window'; readonly at: Spot | null }
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
