import { proveSeeds } from './prove-seeds.ts';

/** Scenarios with one to twenty printers. */
proveSeeds([4, 5, 8, 9, 10, 11, 12, 14, 15]);
