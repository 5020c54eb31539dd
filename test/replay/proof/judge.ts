import type { Heard } from './heard.ts';
import { judgeDamping } from './rules/damping.ts';
import { judgeEvents } from './rules/events.ts';
import { judgeHistory } from './rules/history.ts';
import { judgeMissed } from './rules/missed.ts';
import { judgeNotifications } from './rules/notifications.ts';
import { judgeRequests } from './rules/requests.ts';
import { judgeService } from './rules/service.ts';
import { judgeShown } from './rules/shown.ts';
import type { Truth } from './truth.ts';
import { Verdict } from './verdict.ts';

/** Compares all results of a scenario with the truth, which is derived only from its trace. */
export function judge(truth: Truth, heard: Heard): Verdict {
  const verdict = new Verdict();
  const context = { truth, heard, verdict };
  judgeNotifications(context);
  judgeMissed(context);
  judgeService(context);
  judgeEvents(context);
  judgeDamping(context);
  judgeShown(context);
  judgeHistory(context);
  judgeRequests(context);
  return verdict;
}
