import { fieldIn, fieldsOf, isObject } from '../domain/print/fields.ts';
import { belongsToOctoEverywhere } from './origin.ts';

/** When a Live Link expires: with the running print, or after 1–17,520 hours. */
export type LiveLinkEnd = { readonly kind: 'print' } | { readonly kind: 'hours'; readonly hours: number };

/** The maximum that OctoEverywhere accepts: two years. */
const mostHours = 17_520;

/** Returns the request body for a Live Link (API §6). */
export function liveLinkRequest(end: LiveLinkEnd): object {
  if (end.kind === 'print') return { EndWhenCurrentPrintIsComplete: true };
  return { ExpirationHours: Math.min(mostHours, Math.max(1, Math.round(end.hours) || 1)) };
}

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
