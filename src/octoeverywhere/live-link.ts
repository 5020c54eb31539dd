import { fieldIn, fieldsOf, isObject } from '../domain/print/fields.ts';
import { belongsToOctoEverywhere } from './origin.ts';

/**
 * The request body for a Live Link that expires with the running print
 * (https://docs.octoeverywhere.com/app-connections/apis/live-links/).
 */
export const liveLinkRequest = { EndWhenCurrentPrintIsComplete: true };

/**
 * Returns the address to share, preferably the short one; null when the response has none on OctoEverywhere: a hostile
 * response must not put a foreign address into the user's clipboard.
 */
export function readLiveLink(body: unknown, origin: URL): URL | null {
  const reported = fieldsOf(body);
  const inner = fieldIn(reported, 'Result');
  const link = fieldsOf(isObject(inner) ? inner : reported);
  for (const name of ['ShortUrl', 'Url']) {
    const address = fieldIn(link, name);
    if (typeof address !== 'string' || address.length > 2_048 || !URL.canParse(address)) continue;
    const url = new URL(address);
    if (belongsToOctoEverywhere(url, origin)) return url;
  }
  return null;
}
