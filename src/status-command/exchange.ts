import * as v from 'valibot';

/**
 * The status request. Nothing is sent before it: on Windows other users can open a pipe for reading, but not for
 * writing.
 */
export const statusQuestion = 'status\n';

/** The longest response read, in characters; 1,000 printers need about 200,000. */
export const longestAnswer = 4_000_000;

/** How long to wait for the status, in milliseconds. */
export const askPatience = 3_000;

/** What a second start asks the running app to do. */
export interface Launch {
  /** Open the window. */
  readonly show: boolean;
  /** An `octoglance:` link passed by the system, at most 16,384 characters. */
  readonly link: string | null;
}

/** How long to wait for a running app to take over a second start, in milliseconds. It may be starting itself. */
export const launchPatience = 8_000;

/** The longest request read, in characters. */
export const longestQuestion = 40_000;

const launchWord = 'launch ';

export const launchQuestion = (launch: Launch): string => `${launchWord}${JSON.stringify(launch)}\n`;

/** The running app's responses to a launch: it takes over, or it is about to quit. */
export const launchAnswers = { taken: 'taken\n', ending: 'ending\n' } as const;

const launchSchema = v.object({
  show: v.boolean(),
  link: v.nullable(v.pipe(v.string(), v.maxLength(16_384), v.regex(/^octoglance:/i))),
});

/** A command from the terminal for the running app. */
export interface TerminalAction {
  readonly do: 'open' | 'refresh';
  /** The printer's name as typed by the user, at most 1,000 characters; empty if none was given. */
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
  /** Readable lines in the app's language. */
  lines: v.array(v.string()),
  /** 0: done; 1: failed; 2: no printer, or more than one, has that name. */
  code: v.picklist([0, 1, 2]),
});

export type ActionAnswer = v.InferOutput<typeof actionAnswerSchema>;

/** The format of the changes sent while a client is watching. */
export type WatchedAs = 'lines' | 'json';

export const watchQuestions: Readonly<Record<WatchedAs, string>> = { lines: 'watch\n', json: 'watch json\n' };

export type Question =
  | { readonly asks: 'status' }
  | { readonly asks: 'launch'; readonly launch: Launch }
  | { readonly asks: 'action'; readonly action: TerminalAction }
  | { readonly asks: 'watch'; readonly as: WatchedAs };

/**
 * Parses what has arrived so far: a complete request, an incomplete one (`more`), or something that isn't one
 * (`wrong`).
 */
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
  /** The output of `--json`: the lines of the status stream for the current state. */
  status: v.object({
    glance: v.looseObject({ type: v.string(), state: v.string() }),
    printers: v.array(v.looseObject({})),
    /** Absent while no print is known. */
    prints: v.exactOptional(v.array(v.looseObject({}))),
    /** Why tokens can't be read; absent while they can. */
    keychain: v.exactOptional(v.string()),
  }),
  /** Readable lines in the app's language. */
  lines: v.array(v.string()),
});

export type StatusAnswer = v.InferOutput<typeof answerSchema>;

/** The result of a request. */
export type Asked =
  | { readonly got: 'answer'; readonly text: string }
  /** No app is running; a socket may be left over from one that was killed. */
  | { readonly got: 'nobody' }
  /** An app is running but doesn't respond. */
  | { readonly got: 'silence' };

/** Null if it isn't a response from OctoGlance. */
export function readAnswer(text: string): StatusAnswer | null {
  return readJson(answerSchema, text);
}

/** Null if it isn't OctoGlance's response to an action. */
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
