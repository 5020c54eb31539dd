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

/** The longest request that is read, in characters. */
export const longestQuestion = 40_000;

const launchWord = 'launch ';

export const launchQuestion = (launch: Launch): string => `${launchWord}${JSON.stringify(launch)}\n`;

/** What the running app says to a launch: it sees to it, or it is about to end. */
export const launchAnswers = { taken: 'taken\n', ending: 'ending\n' } as const;

const launchSchema = v.object({
  show: v.boolean(),
  link: v.nullable(v.pipe(v.string(), v.maxLength(16_384), v.regex(/^octoglance:/i))),
});

/** What a command of the terminal wants done. */
export interface TerminalAction {
  readonly do: 'open' | 'refresh';
  /** The printer's name as the user typed it, at most 1,000 characters; empty when none was given. */
  readonly name: string;
}

const actionWord = 'action ';

export function actionQuestion({ do: wanted, name }: TerminalAction): string {
  return `${actionWord}${JSON.stringify({ do: wanted, name: name.slice(0, 1_000) })}\n`;
}

const actionSchema = v.object({
  do: v.picklist(['open', 'refresh']),
  name: v.pipe(v.string(), v.maxLength(1_000)),
});

const actionAnswerSchema = v.object({
  /** For people, in the app's language. */
  lines: v.array(v.string()),
  /** 0 done, 1 it could not be done, 2 no printer, or more than one, is called so. */
  code: v.picklist([0, 1, 2]),
});

export type ActionAnswer = v.InferOutput<typeof actionAnswerSchema>;

/** How the changes are told that follow each other for as long as somebody watches. */
export type WatchedAs = 'lines' | 'json';

export const watchQuestions: Readonly<Record<WatchedAs, string>> = { lines: 'watch\n', json: 'watch json\n' };

export type Question =
  | { readonly asks: 'status' }
  | { readonly asks: 'launch'; readonly launch: Launch }
  | { readonly asks: 'action'; readonly action: TerminalAction }
  | { readonly asks: 'watch'; readonly as: WatchedAs };

/** What has arrived so far: a whole request, the beginning of one (`more`), or nothing that anybody of ours asks. */
export function readQuestion(asked: string): Question | 'more' | 'wrong' {
  if (asked === statusQuestion) return { asks: 'status' };
  if (asked === watchQuestions.lines) return { asks: 'watch', as: 'lines' };
  if (asked === watchQuestions.json) return { asks: 'watch', as: 'json' };
  const whole = [statusQuestion, watchQuestions.lines, watchQuestions.json];
  if ([...whole, launchWord, actionWord].some((question) => question.startsWith(asked))) return 'more';
  const word = [launchWord, actionWord].find((one) => asked.startsWith(one));
  if (word === undefined || asked.length > longestQuestion) return 'wrong';
  if (!asked.endsWith('\n')) return 'more';
  if (word === launchWord) {
    const launch = readJson(launchSchema, asked.slice(word.length));
    return launch === null ? 'wrong' : { asks: 'launch', launch };
  }
  const action = readJson(actionSchema, asked.slice(word.length));
  return action === null ? 'wrong' : { asks: 'action', action };
}

const answerSchema = v.object({
  /** What `--json` prints: the lines of the status stream at this moment. */
  status: v.object({
    glance: v.looseObject({ type: v.string(), state: v.string() }),
    printers: v.array(v.looseObject({})),
    /** Left out while nothing is known of any print. */
    prints: v.exactOptional(v.array(v.looseObject({}))),
    /** Why no token can be read; left out while they can. */
    keychain: v.exactOptional(v.string()),
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
  return readJson(answerSchema, text);
}

/** Null when it is no answer of OctoGlance to an action. */
export function readActionAnswer(text: string): ActionAnswer | null {
  return readJson(actionAnswerSchema, text);
}

function readJson<Read>(schema: v.GenericSchema<unknown, Read>, text: string): Read | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
