import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listening } from '../raw-server.ts';
import { answered, body, type FaultCase, type FaultGroup } from './fault.ts';
import { third } from './third-host.ts';

const folder = mkdtempSync(join(tmpdir(), 'octoglance-certificates-'));
const at = (name: string) => join(folder, name);
const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });

/** A home folder in which the tests' authority is trusted, in the NSS database as on Linux. */
export const home = at('home');
const database = `sql:${join(home, '.pki/nssdb')}`;
/** Without `certutil` the authority cannot be trusted, so that every certificate is refused. */
export const trusting = existsSync('/usr/bin/certutil');

const servers: Server[] = [];

/**
 * Starts services with invalid certificates. Those for another host and expired ones are from an authority that is
 * trusted if `trusted`, so that only the host or the date is wrong.
 */
export async function startCertificateFaults(trusted: boolean): Promise<FaultGroup[]> {
  mkdirSync(join(home, '.pki/nssdb'), { recursive: true });
  for (const authority of ['known', 'unknown']) {
    openssl(
      'req',
      '-x509',
      ...curve,
      '-days',
      '30',
      '-subj',
      `/CN=${authority} authority`,
      '-keyout',
      `${authority}.key`,
      '-out',
      `${authority}.crt`,
    );
  }
  if (trusted) {
    execFileSync('certutil', ['-N', '-d', database, '--empty-password']);
    execFileSync('certutil', ['-A', '-d', database, '-n', 'octoglance-test', '-t', 'C,,', '-i', at('known.crt')]);
  }
  const refused: FaultCase[] = [
    // Node does not trust the authority either, and reports that first.
    await refusing('expired', sign('expired', { days: 0 }), ['network: tls', 'network: certificate']),
    await refusing('for another name', sign('other-name', { host: 'DNS:octoeverywhere.com' })),
    await refusing('for another address', sign('other-address', { host: 'IP:127.0.0.2' })),
    await refusing('of an unknown authority', sign('unknown-authority', { authority: 'unknown' })),
    await refusing('self-signed', selfSigned()),
  ];
  const groups: FaultGroup[] = [{ fault: 'certificates expired, self-signed, for another host', cases: refused }];
  if (trusted) groups.push({ fault: 'a good certificate, then a redirect to http:', cases: await downgrades() });
  return groups;
}

export function stopCertificateFaults(): void {
  for (const server of servers) server.closeAllConnections();
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
}

function sign(name: string, { days = 30, host = 'IP:127.0.0.1', authority = 'known' } = {}): string {
  openssl(
    'req',
    ...curve,
    '-subj',
    `/CN=${name}`,
    '-addext',
    `subjectAltName=${host}`,
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.csr`,
  );
  openssl(
    'x509',
    '-req',
    '-in',
    `${name}.csr`,
    '-CA',
    `${authority}.crt`,
    '-CAkey',
    `${authority}.key`,
    '-CAcreateserial',
    '-copy_extensions',
    'copy',
    '-days',
    String(days),
    '-out',
    `${name}.crt`,
  );
  return name;
}

function selfSigned(): string {
  openssl(
    'req',
    '-x509',
    ...curve,
    '-days',
    '30',
    '-subj',
    '/CN=itself',
    '-addext',
    'subjectAltName=IP:127.0.0.1',
    '-keyout',
    'itself.key',
    '-out',
    'itself.crt',
  );
  return 'itself';
}

async function serving(
  name: string,
  location?: (origin: string) => string,
): Promise<{ origin: string; heads: string[] }> {
  const heads: string[] = [];
  const server = createServer(
    { key: readFileSync(at(`${name}.key`)), cert: readFileSync(at(`${name}.crt`)) },
    (request, response) => {
      heads.push(request.rawHeaders.join('\n'));
      if (location !== undefined) response.writeHead(302, { Location: location(origin) });
      response.end(body);
    },
  );
  const origin = `https://127.0.0.1:${await listening(server)}`;
  servers.push(server);
  return { origin, heads };
}

async function refusing(what: string, certificate: string, right = ['network: certificate']): Promise<FaultCase> {
  const { origin, heads } = await serving(certificate);
  return {
    name: `a certificate ${what}`,
    right,
    answer: () => {},
    elsewhere: { origin, mustNotHear: () => heads.join('\n') },
  };
}

async function downgrades(): Promise<FaultCase[]> {
  const name = sign('good');
  const targets: Record<string, (origin: string) => string> = {
    'the same host and port': (origin) => origin.replace('https:', 'http:'),
    'the same host': () => 'http://127.0.0.1/',
    'a third host': () => `${third.origin}/api/appconnection/info`,
  };
  const leading = Object.entries(targets).map(async ([target, location]): Promise<FaultCase> => {
    const { origin } = await serving(name, location);
    return {
      name: `to http: on ${target}`,
      right: ['redirect: foreign-host'],
      answer: () => {},
      elsewhere: { origin, mustNotHear: () => '' },
    };
  });
  const { origin } = await serving(name);
  const good: FaultCase = {
    name: 'no redirect at all',
    right: [answered],
    answer: () => {},
    elsewhere: { origin, mustNotHear: () => '' },
  };
  return [good, ...(await Promise.all(leading))];
}
