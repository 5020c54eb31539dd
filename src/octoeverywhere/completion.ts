import type { CompletionProblem } from '../domain/completion-problem.ts';
import { sanitizedName } from '../domain/sanitize-name.ts';
import type { Secret } from '../domain/secret.ts';
import { belongsToOctoEverywhere } from './origin.ts';
import { nameWithout } from './redact-response.ts';
import { canBeToken } from './token.ts';

export type Completion = {
  /** The nonce of our return address; null when there is none: then this app did not request the link. */
  readonly state: string | null;
} & (
  | {
      readonly kind: 'completed';
      readonly secret: Secret;
      /** The owner's name for it, sanitized; null when not reported. */
      readonly printerName: string | null;
      /** As received; links.ts decides whether it may be opened. */
      readonly printerPage: string | null;
    }
  /** `success=false`: the user declined, or the portal failed; it gives no reason. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'problem'; readonly problem: CompletionProblem }
);

/** Maximum length of a link and of a single value, in characters. Real ones have a few hundred and a few dozen. */
const longestLink = 8_192;
/** Up to this length, an overlong link is still searched for its nonce, to match it to its sign-in. */
const longestLooked = 100_000;
const longestValue = 2_000;

/** Return addresses of this app: `octoglance://connected?state=…`. */
export const appScheme = 'octoglance:';

const secretFields = {
  id: 'id',
  url: 'url',
  authbasichttpuser: 'authBasicHttpUser',
  authbasichttppassword: 'authBasicHttpPassword',
  authbearertoken: 'authBearerToken',
  octoprintapikey: 'octoPrintApiKey',
} as const satisfies Record<string, keyof Secret>;

const knownFields = new Set([
  ...['success', 'state', 'appapitoken', 'printername', 'userprinteraccessurl', 'printerlastknownlocalip'],
  ...Object.keys(secretFields),
]);

/**
 * Reads what the App Connection Portal appended to the return address: our own `octoglance:` link, or a page on
 * `origin` or octoeverywhere.com (https://docs.octoeverywhere.com/app-connections/portal/). Parameter names are
 * case-insensitive, as their case has varied; unknown parameters are ignored. Never throws, and no problem repeats a
 * value. The caller has to check whether `state` is the nonce of a pending sign-in.
 */
export function readCompletion(link: string, origin: URL): Completion {
  if (link.length > longestLooked) return { kind: 'problem', problem: 'too-long', state: null };
  if (!URL.canParse(link)) return { kind: 'problem', problem: 'not-a-completion-link', state: null };
  const url = new URL(link);
  const ours = url.protocol === appScheme && url.hostname === 'connected';
  if (!ours && !belongsToOctoEverywhere(url, origin)) return { kind: 'problem', problem: 'foreign-page', state: null };

  const fields = new Map<string, string>();
  let problem: CompletionProblem | null = link.length > longestLink ? 'too-long' : null;
  let states = 0;
  for (const [name, value] of url.searchParams) {
    const field = name.toLowerCase();
    if (!knownFields.has(field)) continue;
    if (field === 'state') states += 1;
    if (fields.has(field)) problem ??= 'doubled-parameter';
    if (value.length > longestValue) problem ??= 'too-long';
    fields.set(field, value.trim());
  }
  const state = states === 1 ? fields.get('state') || null : null;
  return problem === null ? { ...readFields(fields, origin), state } : { kind: 'problem', problem, state };
}

type WithoutState = Completion extends infer One ? (One extends unknown ? Omit<One, 'state'> : never) : never;

function readFields(fields: ReadonlyMap<string, string>, origin: URL): WithoutState {
  const success = fields.get('success')?.toLowerCase();
  if (success === 'false') return { kind: 'refused' };
  // According to the documentation `success` is always present; without it, a token implies success.
  if (success !== 'true' && (success !== undefined || !fields.has('appapitoken'))) {
    return { kind: 'problem', problem: 'not-a-completion-link' };
  }
  const appApiToken = fields.get('appapitoken') ?? '';
  if (appApiToken === '') return { kind: 'problem', problem: 'no-token' };
  if (!canBeToken(appApiToken)) return { kind: 'problem', problem: 'unreadable-value' };

  const others: Partial<Record<keyof Secret, string>> = {};
  for (const [field, key] of Object.entries(secretFields)) {
    const value = fields.get(field) ?? '';
    if (/\p{Cc}/u.test(value)) return { kind: 'problem', problem: 'unreadable-value' };
    if (value !== '') others[key] = value;
  }
  if (others.url !== undefined && !leadsToOctoEverywhere(others.url, origin)) {
    return { kind: 'problem', problem: 'foreign-host' };
  }
  const name = fields.get('printername') ?? '';
  const { authBearerToken, authBasicHttpPassword, octoPrintApiKey } = others;
  const hidden = [appApiToken, authBearerToken, authBasicHttpPassword, octoPrintApiKey].filter(
    (one) => one !== undefined,
  );
  return {
    kind: 'completed',
    secret: { ...others, appApiToken },
    printerName: name === '' ? null : nameWithout(sanitizedName(name), hidden),
    printerPage: fields.get('userprinteraccessurl') || null,
  };
}

function leadsToOctoEverywhere(address: string, origin: URL): boolean {
  return URL.canParse(address) && belongsToOctoEverywhere(new URL(address), origin);
}
