import { proveSeeds } from './prove-seeds.ts';

/** From one printer to twenty. */
proveSeeds([4, 5, 8, 9, 10, 11, 12, 14, 15]);
