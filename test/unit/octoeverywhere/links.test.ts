import { describe, expect, test } from 'vitest';
import { createLinks } from '../../../src/octoeverywhere/links.ts';
import { isLoopback, officialOrigin, readOrigin } from '../../../src/octoeverywhere/origin.ts';

describe('OCTOGLANCE_ORIGIN', () => {
  test.each([
    [undefined, 'https://octoeverywhere.com'],
    ['', 'https://octoeverywhere.com'],
    [' https://octoeverywhere.com/ ', 'https://octoeverywhere.com'],
    ['https://staging.example:8443', 'https://staging.example:8443'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://127.1:8080/', 'http://127.0.0.1:8080'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
  ])('%j is %s', (value, origin) => {
    const read = readOrigin(value);
    expect(read.ok && read.origin.origin).toBe(origin);
  });

  test.each([
    'octoeverywhere.com',
    'http://octoeverywhere.com',
    'http://192.168.1.20:8080',
    'http://127.0.0.1.example',
    'http://localhost.example',
    'http://0.0.0.0:8080',
    'ftp://127.0.0.1',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://',
    'https://user:example-password@octoeverywhere.com',
    'https://octoeverywhere.com/path',
    'https://octoeverywhere.com?x=1',
    'nonsense',
  ])('%j is rejected in one line that does not repeat it', (value) => {
    const read = readOrigin(value);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.line).toMatch(/^OCTOGLANCE_ORIGIN cannot be used: .+\.$/);
    expect(read.line).not.toContain('example-password');
  });

  test('distinguishes loopback from similar names', () => {
    expect(isLoopback(new URL('http://127.255.0.1'))).toBe(true);
    expect(isLoopback(new URL('http://127.0.0.1.example'))).toBe(false);
    expect(isLoopback(new URL('http://[::2]'))).toBe(false);
  });
});

describe('links', () => {
  const links = createLinks({ origin: officialOrigin, appId: 'dev test&x' });

  test('are fixed', () => {
    expect(links.link('perks').href).toBe(
      'https://octoeverywhere.com/appportal/v1/nosupporterperks?appid=dev%20test%26x',
    );
    expect(links.link('dashboard').href).toBe('https://octoeverywhere.com/dashboard');
    expect(links.link('support').href).toBe('https://octoeverywhere.com/support');
    expect(links.link('get-started').href).toBe('https://octoeverywhere.com/getstarted');
    expect(links.link('error-codes').href).toBe('https://docs.octoeverywhere.com/error-codes/');
  });

  test('follow another origin, except for the documentation', () => {
    const local = createLinks({ origin: new URL('http://127.0.0.1:8080'), appId: 'devtest' });
    expect(local.link('dashboard').href).toBe('http://127.0.0.1:8080/dashboard');
    expect(local.link('error-codes').href).toBe('https://docs.octoeverywhere.com/error-codes/');
    expect(local.printerPage('http://127.0.0.1:8080/view/Voron')?.href).toBe('http://127.0.0.1:8080/view/Voron');
    expect(local.printerPage('https://octoeverywhere.com/view/Voron')?.href).toBe(
      'https://octoeverywhere.com/view/Voron',
    );
    expect(local.printerPage('http://127.0.0.1:8081/view/Voron')).toBeNull();
    expect(local.printerPage('http://localhost:8080/view/Voron')).toBeNull();
  });

  test.each([
    'https://octoeverywhere.com/view/My%20Printer',
    'https://OctoEverywhere.com:443/view/x',
    'https://app-123.octoeverywhere.com/',
    'https://a.b.octoeverywhere.com/x?y=1#z',
  ])('%s may be opened', (address) => {
    expect(links.printerPage(address)?.href).toBe(new URL(address).href);
  });

  test.each([
    null,
    '',
    '/view/x',
    'http://octoeverywhere.com/view/x',
    'https://octoeverywhere.com:8443/',
    'https://user@octoeverywhere.com/',
    'https://octoeverywhere.com@evil.example/',
    'https://octoeverywhere.com.evil.example/',
    'https://evil-octoeverywhere.com/',
    'https://octoeverywhere.com./',
    'https://evil.example/https://octoeverywhere.com/',
    'https://evil.example\\.octoeverywhere.com/',
    'https://octoeverywhere。com.evil.example/',
    'blob:https://octoeverywhere.com/1234',
    'view-source:https://octoeverywhere.com/',
    'file:///etc/passwd',
    'javascript:alert(1)//octoeverywhere.com',
    'data:text/html,octoeverywhere.com',
    'octoglance://connected',
    'ms-msdt:/id',
    '\\\\octoeverywhere.com\\share',
  ])('%j is never opened', (address) => {
    expect(links.printerPage(address)).toBeNull();
  });
});
