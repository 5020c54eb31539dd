import type { Words } from '../words.ts';
import { connect } from './connect.ts';
import { frame } from './frame.ts';
import { keys } from './keys.ts';
import { list } from './list.ts';
import { lists } from './lists.ts';
import { measures } from './measures.ts';
import { quiet } from './quiet.ts';
import { settings } from './settings.ts';

export const german: Words = { frame, connect, keys, list, lists, measures, quiet, settings };
