import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localPage } from '../../../src/octoeverywhere/local-page.ts';

describe('The page in the local network', () => {
  it.each([
    ['192.168.1.20', 'http://192.168.1.20/'],
    ['10.0.0.1', 'http://10.0.0.1/'],
    ['10.255.255.255', 'http://10.255.255.255/'],
    ['172.16.0.1', 'http://172.16.0.1/'],
    ['172.31.255.254', 'http://172.31.255.254/'],
    ['fd12:3456::1', 'http://[fd12:3456::1]/'],
    ['fc00::1', 'http://[fc00::1]/'],
  ])('of %s is %s', (address, page) => {
    expect(localPage(address)?.href).toBe(page);
  });

  it.each([
    null,
    '',
    ' ',
    '8.8.8.8',
    '11.0.0.1',
    '172.15.255.255',
    '172.32.0.1',
    '192.169.0.1',
    '127.0.0.1',
    '0.0.0.0',
    '169.254.1.1',
    '100.64.0.1',
    '255.255.255.255',
    '192.168.1.20:8080',
    '192.168.1.20/admin',
    '192.168.1.20@evil.example',
    '192.168.1',
    '192.168.01.20',
    '0xc0a80114',
    '3232235796',
    '192.168.1.20 ',
    'printer.local',
    'javascript:alert(1)',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fd12::1%eth0',
    '2001:db8::1',
    '::ffff:192.168.1.20',
    '[fd12::1]',
    'fd12::192.168.1.1',
  ])('of %s is missing', (address) => {
    expect(localPage(address)).toBeNull();
  });

  it('never leads anywhere else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.ipV4(), fc.ipV6(), fc.ipV4Extended(), fc.webUrl()), (address) => {
        const page = localPage(address);
        if (page === null) return;
        expect(page.protocol).toBe('http:');
        expect(page.port + page.username + page.search + page.hash).toBe('');
        expect(page.hostname).toMatch(/^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[f[cd])/);
      }),
    );
  });
});
