import type { Problem } from '../outcome.ts';

/**
 * The meaning of a status of OctoEverywhere (6xx) or of the printer's plugin (7xx) in a request to the plugin. Both
 * occur as real HTTP status and inside a body.
 */
export type PluginFailureKind =
  /** 601: the plugin is not connected to OctoEverywhere. */
  | 'not-connected'
  /** 603, 604: the App Connection is dead; but only the Info API is decisive about that. */
  | 'connection-refused'
  /** 605: the owner has no Supporter Perks now. */
  | 'perks-needed'
  /** 606: these credentials are not accepted; the token may be fine. */
  | 'credentials-refused'
  /** 607, 608, 609: a limit of the account, of file size, upload or webcam. */
  | 'limit'
  /** 610, and 754 (the plugin does not know the command): the plugin is too old. */
  | 'update-needed'
  /** 613: nothing is being printed. */
  | 'no-print'
  /** 785: the plugin is not connected to the printer's own software; switched off or halted. */
  | 'printer-not-answering'
  /** 786: the printer is in no state for this. */
  | 'wrong-state'
  /** 787: too many clients are on the printer. */
  | 'too-many-clients'
  /** 788: this printer cannot do it. */
  | 'not-supported'
  /** 789: the plugin has no valid login to the printer. */
  | 'no-printer-login'
  /** 750–753 and every other status of the plugin: it failed, for now. */
  | 'plugin-failed';

/** Why a request to a printer's plugin failed. */
export type PluginFailure =
  | {
      readonly kind: PluginFailureKind;
      readonly status: number;
      /** The plugin's own text, one harmless line; null without one. */
      readonly words: string | null;
    }
  /** The connection has no credentials for the plugin, or some for another address; no request was sent. */
  | { readonly kind: 'no-credentials' }
  /** There was no usable response. This says nothing about the printer. */
  | { readonly kind: 'no-answer'; readonly problem: Problem };

/**
 * Returns the meaning of a status: OctoEverywhere's (https://docs.octoeverywhere.com/error-codes/), or the plugin's,
 * 750–799 (https://docs.octoeverywhere.com/plugin-api/plugin-api-errors/). Null for any other, such as a proxy's or a
 * server error.
 */
export function failureKindOf(status: number): PluginFailureKind | null {
  const known = kinds[status];
  if (known !== undefined) return known;
  return status >= 750 && status <= 799 ? 'plugin-failed' : null;
}

const kinds: Readonly<Record<number, PluginFailureKind>> = {
  601: 'not-connected',
  603: 'connection-refused',
  604: 'connection-refused',
  605: 'perks-needed',
  606: 'credentials-refused',
  607: 'limit',
  608: 'limit',
  609: 'limit',
  610: 'update-needed',
  613: 'no-print',
  754: 'update-needed',
  785: 'printer-not-answering',
  786: 'wrong-state',
  787: 'too-many-clients',
  788: 'not-supported',
  789: 'no-printer-login',
};
