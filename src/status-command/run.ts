import { terminalWords, writeAll } from '../startup/terminal.ts';
import { askAndWait } from './ask-and-wait.ts';
import { type Asked, askPatience, statusQuestion } from './exchange.ts';
import { statusOutcome } from './outcome.ts';
import { socketPlaces } from './socket-path.ts';

/**
 * `octoglance status`: asks the app that runs with this profile, prints its answer and returns the exit code. It blocks,
 * because the process has to end before Chromium starts: that would open a second browser on the profile, want a display
 * and take ten times as long.
 */
export function runStatusCommand(profile: string, json: boolean): number {
  let asked: Asked = { got: 'nobody' };
  for (const place of socketPlaces(profile, process.platform, process.env).toAsk()) {
    asked = askAndWait(place, statusQuestion, askPatience);
    if (asked.got !== 'nobody') break;
  }
  const outcome = statusOutcome(asked, json, terminalWords(process.env));
  if (outcome.stdout !== '') writeAll(1, outcome.stdout);
  if (outcome.stderr !== '') writeAll(2, outcome.stderr);
  return outcome.code;
}
