import { proveSeeds } from './prove-seeds.ts';

/** The last scenario has two hundred printers. */
proveSeeds([1_001, 1_002, 1_003, 1_004, 1_012, 1_013, 1_015]);
