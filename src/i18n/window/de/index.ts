import type { WindowMessages } from '../window-messages.ts';
import { about } from './about.ts';
import { connect } from './connect.ts';
import { disconnected } from './disconnected.ts';
import { firstSteps, signInWait } from './first-steps.ts';
import { frame } from './frame.ts';
import { history } from './history.ts';
import { historyExport } from './history-export.ts';
import { keys } from './keys.ts';
import { list } from './list.ts';
import { lists } from './lists.ts';
import { measures } from './measures.ts';
import { off } from './off.ts';
import { overview } from './overview.ts';
import { printDetails } from './print-details.ts';
import { printExport } from './print-export.ts';
import { printer } from './printer.ts';
import { prints } from './prints.ts';
import { quiet } from './quiet.ts';
import { rows } from './rows.ts';
import { selection } from './selection.ts';
import { settings } from './settings.ts';
import { tags } from './tags.ts';
import { updates } from './updates.ts';

export const german: WindowMessages = {
  disconnected,
  frame,
  off,
  overview,
  printer,
  printDetails,
  printExport,
  prints,
  history,
  connect,
  firstSteps,
  signInWait,
  historyExport,
  keys,
  list,
  lists,
  measures,
  quiet,
  rows,
  selection,
  settings,
  tags,
  updates,
  about,
};
