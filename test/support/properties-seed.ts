// Properties start with the seed of the run. A failing one reports the path with which it can be repeated.
import fc from 'fast-check';
import { seed } from './seed.ts';

fc.configureGlobal({ seed });
