import { isDeepStrictEqual } from 'node:util';

/** Replaces `lodash.isequal`, with which electron-updater compares the plain objects of two feeds, in the bundle. */
export default isDeepStrictEqual;
