import type { Words } from '../words.ts';
import { connect } from './connect.ts';
import { frame } from './frame.ts';
import { lists } from './lists.ts';
import { measures } from './measures.ts';

export const german: Words = { frame, connect, lists, measures };
