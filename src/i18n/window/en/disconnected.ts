import { plural } from '../../en/plural.ts';

/** Why a printer is probably disconnected, and what to check. */
export const disconnected = {
  usually: 'Usually it’s switched off, or its network or the OctoEverywhere plugin is down.',
  onlyThis: (connected: number) =>
    plural(connected, {
      one: 'Only this printer: another one is connected.',
      other: `Only this printer: ${connected} others are connected.`,
    }),
  others: (count: number) =>
    plural(count, {
      one: `${count} other printer is disconnected too.`,
      other: `${count} other printers are disconnected too.`,
    }),
  all: 'No printer is connected. Check the power, the router and the internet connection where they are.',
  tryLocal:
    'If its local page opens, its power and local network are fine: check its internet connection, then restart the plugin.',
};
