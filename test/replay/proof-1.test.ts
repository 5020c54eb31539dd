import { proveSeeds } from './prove-seeds.ts';

proveSeeds(1);
