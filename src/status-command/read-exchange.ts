import * as v from 'valibot';
import { actionWord, launchWord, longestQuestion, type Question, statusQuestion, watchQuestions } from './exchange.ts';

const launchSchema = v.object({
  show: v.boolean(),
  link: v.nullable(v.pipe(v.string(), v.maxLength(16_384), v.regex(/^octoglance:/i))),
});

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
