import type { Secret } from '../domain/secret.ts';
import { belongsToOctoEverywhere, isLoopback } from './origin.ts';

/** How to reach a printer's plugin through its App Connection. Secret as a whole: it never leaves the main process. */
export interface PluginAccess {
  /** Base address of the plugin's API; ends with a slash. */
  readonly base: URL;
  /** The value of the `Authorization` header. */
  readonly authorization: string;
  /** What must not appear in any text shown to the user. */
  readonly secrets: readonly string[];
}

/** Part of every path of the Plugin API (https://docs.octoeverywhere.com/plugin-api/printer-status/). */
const apiPath = 'octoeverywhere-command-api/';

/** Can be sent in a header unchanged. */
const visibleAscii = /^[\x21-\x7e]{1,2000}$/;

/** Neither may contain control characters, and the user name no colon, which would end it (RFC 7617 §2). */
const userName = /^[^\p{Cc}:]{1,500}$/u;
const password = /^\P{Cc}{1,1000}$/u;

/**
 * Returns how to reach the plugin with a secret: with the bearer token, else with user name and password. Null for a
 * connection without them (a bare token), and when its address does not belong to the service at `origin`: credentials
 * of a simulation never go to OctoEverywhere, and none go anywhere else.
 */
export function pluginAccess(secret: Secret, origin: URL): PluginAccess | null {
  const base = baseOf(secret.url, origin);
  const authorization = authorizationOf(secret);
  if (base === null || authorization === null) return null;
  const { appApiToken, authBearerToken, authBasicHttpPassword } = secret;
  const secrets = [appApiToken, authBearerToken, authBasicHttpPassword, authorization.split(' ').at(-1)];
  return { base, authorization, secrets: secrets.filter((one) => one !== undefined) };
}

function baseOf(address: string | undefined, origin: URL): URL | null {
  if (address === undefined || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (!belongsToOctoEverywhere(url, origin) || isLoopback(url) !== isLoopback(origin)) return null;
  return new URL(apiPath, `${url.origin}${url.pathname.replace(/\/*$/, '/')}`);
}

function authorizationOf(secret: Secret): string | null {
  const { authBearerToken, authBasicHttpUser, authBasicHttpPassword } = secret;
  if (authBearerToken !== undefined && visibleAscii.test(authBearerToken)) return headerOf('Bearer', authBearerToken);
  if (authBasicHttpUser === undefined || !userName.test(authBasicHttpUser)) return null;
  if (authBasicHttpPassword === undefined || !password.test(authBasicHttpPassword)) return null;
  const pair = `${authBasicHttpUser}:${authBasicHttpPassword}`;
  return headerOf('Basic', Buffer.from(pair).toString('base64'));
}

/** RFC 9110 §11.4. */
function headerOf(scheme: string, credentials: string): string {
  return [scheme, credentials].join(' ');
}
