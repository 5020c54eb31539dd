import { expect, test } from 'vitest';
import { needsNoProxy, type ProxyPlace } from '../../../../src/desktop/network/proxy-rules.ts';

const missing = () => Promise.reject(Object.assign(new Error('missing'), { code: 'ENOENT' }));
const failing = () => Promise.reject(Object.assign(new Error('killed'), { code: null }));
const respondsWith = (text: string) => () => Promise.resolve(text);

const place = (changed: Partial<ProxyPlace> = {}): ProxyPlace => ({
  platform: 'linux',
  environment: {},
  hasSwitch: () => false,
  readKde: missing,
  askGnome: missing,
  ...changed,
});
const kde = (settings: string) =>
  place({ environment: { XDG_CURRENT_DESKTOP: 'KDE' }, readKde: respondsWith(settings) });
const gnome = (mode: string) =>
  place({ environment: { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' }, askGnome: respondsWith(mode) });

test.each([
  ['nothing anywhere', place()],
  ['an empty variable', place({ environment: { http_proxy: '' } })],
  ['GNOME without a proxy', gnome("'none'\n")],
  ['KDE without a proxy', kde('[Proxy Settings]\nProxyType=0\nhttpProxy=http://old 8080\n')],
  ['KDE that was never asked', place({ environment: { XDG_CURRENT_DESKTOP: 'KDE' } })],
  ['XFCE without gsettings', place({ environment: { XDG_CURRENT_DESKTOP: 'XFCE' } })],
  ['a list of hosts without a proxy', place({ environment: { NO_PROXY: 'localhost' } })],
])('a direct connection is allowed: %s', async (_, found) => {
  expect(await needsNoProxy(found)).toBe(true);
});

test.each<readonly [string, ProxyPlace]>([
  ...['http_proxy', 'HTTPS_PROXY', 'all_proxy', 'auto_proxy', 'SOCKS_SERVER'].map(
    (name) => [name, place({ environment: { [name]: 'proxy.example:3128' } })] as const,
  ),
  ['certificates of one’s own', place({ environment: { NODE_EXTRA_CA_CERTS: '/etc/ssl/own.pem' } })],
  ['leave to trust anybody', place({ environment: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } })],
  ['a switch of Chromium', place({ hasSwitch: (name) => name === 'proxy-server' })],
  ['GNOME with a proxy', gnome("'manual'\n")],
  ['GNOME with a script', gnome("'auto'\n")],
  ['KDE with a proxy', kde('[Proxy Settings]\nProxyType=1\n')],
  ['KDE with an immutable proxy', kde('[Proxy Settings][$i]\nProxyType[$i]=2\n')],
  [
    'XFCE with GNOME’s settings made',
    place({ environment: { XDG_CURRENT_DESKTOP: 'XFCE' }, askGnome: respondsWith("'manual'") }),
  ],
  ['Windows', place({ platform: 'win32' })],
  ['macOS', place({ platform: 'darwin' })],
])('a direct connection is not allowed: %s', async (_, found) => {
  expect(await needsNoProxy(found)).toBe(false);
});

test.each([
  ['GNOME without gsettings', place({ environment: { XDG_CURRENT_DESKTOP: 'GNOME' } })],
  ['gsettings that hangs', place({ askGnome: failing })],
])('is undecided: %s', async (_, found) => {
  await expect(needsNoProxy(found)).rejects.toThrow();
});
