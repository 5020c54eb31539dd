import { expect, it } from 'vitest';
import { limitsOfAll } from '../../../renderer/state/limits-of-all.ts';

const free = {
  maxDownloadFileBytes: 100,
  maxUploadFileBytes: 100,
  maxWebcamStreamSeconds: 600,
  maxTotalWebcamStreamSeconds: null,
};
const paid = { ...free, maxWebcamStreamSeconds: null };

it('finds the limits that all printers share, even if some are unknown', () => {
  expect(limitsOfAll([free, null, { ...free }])).toEqual(free);
});

it.each([[[]], [[free]], [[free, null]], [[free, { ...free }, paid]]])('finds none in %j', (limits) => {
  expect(limitsOfAll(limits)).toBeNull();
});
