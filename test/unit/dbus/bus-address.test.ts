import { describe, expect, it } from 'vitest';
import { busAddresses } from '../../../src/dbus/bus-address.ts';

describe('Session bus addresses', () => {
  it('default to the runtime folder', () => {
    for (const named of [undefined, '', 'autolaunch:', 'autolaunch:scope=user', 'unix:runtime=yes'])
      expect(busAddresses(named, '/run/user/1000')).toEqual(['unix:path=/run/user/1000/bus']);
    expect(busAddresses(undefined, undefined)).toEqual([]);
    expect(busAddresses('autolaunch:', '')).toEqual([]);
  });

  it('follow the order of a list, without those that the library cannot use', () => {
    expect(
      busAddresses('unix:path=/a,guid=0123;tcp:host=localhost,port=7,family=ipv4;unix:abstract=/b', '/run'),
    ).toEqual(['unix:path=/a', 'tcp:host=localhost,port=7', 'unix:abstract=/b']);
    expect(busAddresses('unix:guid=0,path=/a; unix:runtime=yes ', '/run')).toEqual([
      'unix:path=/a',
      'unix:path=/run/bus',
    ]);
  });

  it('have their values unescaped', () => {
    expect(busAddresses('unix:path=/my%20home%2fW%c3%bcrfel/%zz', '/run')).toEqual(['unix:path=/my home/Würfel/%zz']);
  });

  it('start no program, and nonsense yields none', () => {
    const odd = [
      'unixexec:path=/bin/true',
      'launchd:env=X',
      'nonce-tcp:host=a,port=1,noncefile=/b',
      'unix:',
      'unix:path=',
    ];
    for (const named of [
      ...odd,
      'tcp:host=a',
      'tcp:port=1',
      'garbage',
      'disabled:',
      ';;',
      'unix:path=/a%3ab',
      'unix:path=/a%2cb',
    ])
      expect(busAddresses(named, '/run')).toEqual([]);
  });
});
