// Properties begin with the seed of the run. One that fails says with which path it is run again.
import fc from 'fast-check';
import { seed } from './seed.ts';

fc.configureGlobal({ seed });
