import * as v from 'valibot';

/**
 * What is asked. Nothing is answered before it: on Windows other users may open a pipe to read, but not to write.
 */
export const statusQuestion = 'status\n';

/** The longest answer that is read, in characters; 1,000 printers have about 200,000. */
export const longestAnswer = 4_000_000;

/** The longest wait for the status, in milliseconds. */
export const askPatience = 3_000;

/** What a second start wants of the app that runs. */
export interface Launch {
  /** Open the window. */
  readonly show: boolean;
  /** An `octoglance:` link that the system handed over, at most 16,384 characters. */
  readonly link: string | null;
}

/** The longest wait for a running app to take over what a second start wants, in milliseconds. It may be starting itself. */
export const launchPatience = 8_000;

/** The longest question that is read, in characters. */
export const longestQuestion = 40_000;

const launchWord = 'launch ';

export const launchQuestion = (launch: Launch): string => `${launchWord}${JSON.stringify(launch)}\n`;

/** What the running app says to a launch: it sees to it, or it is about to end. */
export const launchAnswers = { taken: 'taken\n', ending: 'ending\n' } as const;

const launchSchema = v.object({
  show: v.boolean(),
  link: v.nullable(v.pipe(v.string(), v.maxLength(16_384), v.regex(/^octoglance:/i))),
});

export type Question = { readonly asks: 'status' } | { readonly asks: 'launch'; readonly launch: Launch };

/** What has arrived so far: a whole question, the beginning of one (`more`), or nothing that anybody of ours asks. */
export function readQuestion(asked: string): Question | 'more' | 'wrong' {
  if (asked === statusQuestion) return { asks: 'status' };
  if (statusQuestion.startsWith(asked) || launchWord.startsWith(asked)) return 'more';
  if (!asked.startsWith(launchWord) || asked.length > longestQuestion) return 'wrong';
  if (!asked.endsWith('\n')) return 'more';
  try {
    const launch = v.safeParse(launchSchema, JSON.parse(asked.slice(launchWord.length)));
    return launch.success ? { asks: 'launch', launch: launch.output } : 'wrong';
  } catch {
    return 'wrong';
  }
}

const answerSchema = v.object({
  /** What `--json` prints: the lines of the status stream at this moment. */
  status: v.object({
    glance: v.looseObject({ type: v.string(), state: v.string() }),
    printers: v.array(v.looseObject({})),
  }),
  /** For people, in the app's language. */
  lines: v.array(v.string()),
});

export type StatusAnswer = v.InferOutput<typeof answerSchema>;

/** What came of asking. */
export type Asked =
  | { readonly got: 'answer'; readonly text: string }
  /** Nobody is there, or what is left of an app that was killed. */
  | { readonly got: 'nobody' }
  /** Somebody is there and says nothing. */
  | { readonly got: 'silence' };

/** Null when it is no answer of OctoGlance. */
export function readAnswer(text: string): StatusAnswer | null {
  try {
    const parsed = v.safeParse(answerSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
