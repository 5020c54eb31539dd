import type { Demo } from './demo/demo.ts';
import type { SecondInstances } from './desktop/lifecycle/second-instance.ts';
import type { TrayIcon } from './desktop/tray/tray.ts';
import type { TrayImages } from './desktop/tray/tray-image.ts';
import type { AppImage } from './startup/app-image.ts';
import type { Flags } from './startup/flags.ts';
import type { ProfileClaim } from './status-command/profile-lock.ts';
import type { ProfileSocket } from './status-command/serve.ts';

/** What exists before `compose`, see start.ts. */
export interface Beginnings {
  readonly flags: Flags;
  /** Absolute path of the profile folder. */
  readonly profile: string;
  readonly claim: Extract<ProfileClaim, { kind: 'first' | 'first-unsaved' }>;
  /** The running AppImage, or null. */
  readonly image: AppImage | null;
  /** OctoEverywhere's origin, unless the demo replaces it. */
  readonly chosenOrigin: URL;
  readonly demo: Demo | null;
  readonly secondInstances: SecondInstances;
  readonly socket: ProfileSocket;
  readonly images: TrayImages;
  readonly tray: TrayIcon;
}
