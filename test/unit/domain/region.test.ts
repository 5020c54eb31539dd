import { describe, expect, it } from 'vitest';
import { posixRegionLocales, weekdaysFrom } from '../../../src/domain/region.ts';

describe('the region in the environment', () => {
  it.each([
    [{ LANG: 'de_DE.UTF-8' }, 'de-DE', 'de-DE'],
    // English texts with German formats, as set by GNOME and KDE.
    [{ LANG: 'en_US.UTF-8', LC_TIME: 'de_DE.UTF-8', LC_NUMERIC: 'de_DE.UTF-8' }, 'de-DE', 'de-DE'],
    [{ LANG: 'en_GB.UTF-8', LC_NUMERIC: 'fr_FR@euro' }, 'en-GB', 'fr-FR'],
    [{ LANG: 'en_US.UTF-8', LC_TIME: 'de_DE.UTF-8', LC_ALL: 'sv_SE.UTF-8' }, 'sv-SE', 'sv-SE'],
    // The language of the texts does not determine formats.
    [{ LANGUAGE: 'de', LC_MESSAGES: 'de_DE.UTF-8', LANG: 'en_US.UTF-8' }, 'en-US', 'en-US'],
    // signalapp/Signal-Desktop#4252
    [
      {
        LC_MESSAGES: 'en_US.UTF-8',
        LANGUAGE: '',
        LANG: 'en_US.utf8',
        LC_TIME: 'de_DE.UTF-8',
        LC_NUMERIC: 'de_DE.UTF-8',
      },
      'de-DE',
      'de-DE',
    ],
    [{ LANG: 'C.UTF-8' }, null, null],
    // mgalgs/gnome-shell-system-monitor-next-applet#103
    [{ LC_MESSAGES: 'C', LANG: 'en_US.UTF-8', LC_TIME: 'cs_CZ.UTF-8', LC_NUMERIC: 'C' }, 'cs-CZ', null],
    [{ LANG: 'POSIX', LC_TIME: 'en_US.UTF-8' }, 'en-US', null],
    [{ LC_ALL: 'C', LANG: 'de_DE.UTF-8' }, null, null],
    [{ LC_ALL: '', LC_TIME: '', LANG: 'de_AT.UTF-8' }, 'de-AT', 'de-AT'],
    [{ LANG: 'zh_Hant_TW.UTF-8' }, 'zh-Hant-TW', 'zh-Hant-TW'],
    [{}, null, null],
  ])('%j', (environment, time, numbers) => {
    expect(posixRegionLocales(environment)).toEqual({ time, numbers });
  });
});

it('a week starts on its first day', () => {
  expect(weekdaysFrom(0)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(weekdaysFrom(6)).toEqual([6, 0, 1, 2, 3, 4, 5]);
});
