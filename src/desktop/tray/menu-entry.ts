import type { PrinterId } from '../../domain/printer.ts';
import type { SnoozeLength } from '../../domain/snooze.ts';
import type { TrayLook } from './tray-picture.ts';

/** The position of a click, in points. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The command of a menu entry or of a click on the icon. */
export type TrayCommand =
  | { readonly do: 'open-printer' | 'refresh' | 'copy-local-ip' | 'reconnect'; readonly printer: PrinterId }
  | { readonly do: 'mute' | 'unmute'; readonly printer: PrinterId }
  | { readonly do: 'off-on-purpose' | 'often-off'; readonly printer: PrinterId; readonly wanted: boolean }
  | { readonly do: 'snooze'; readonly length: SnoozeLength | 'end' }
  /** Opens the window at the icon, if its position is known, or closes the window if it is in front. */
  | { readonly do: 'toggle-window'; readonly at: Spot | null }
  | { readonly do: 'refresh-all' | 'show-window' | 'add-printer' | 'show-settings' | 'quit' };

export type TrayMenuEntry =
  | { readonly kind: 'separator' }
  | { readonly kind: 'text'; readonly label: string }
  | {
      readonly kind: 'command';
      readonly label: string;
      readonly enabled: boolean;
      /** Absent if the entry is not a checkbox. */
      readonly checked?: boolean;
      /** The state whose small icon precedes the label. */
      readonly picture?: TrayLook;
      readonly command: TrayCommand;
    }
  | {
      readonly kind: 'submenu';
      readonly label: string;
      readonly picture?: TrayLook;
      readonly entries: readonly TrayMenuEntry[];
    };
