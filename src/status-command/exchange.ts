import * as v from 'valibot';

/**
 * What is asked. Nothing is answered before it: on Windows other users may open a pipe to read, but not to write.
 */
export const question = 'status\n';

/** The longest answer that is read, in characters; 1,000 printers have about 200,000. */
export const longestAnswer = 4_000_000;

/** The longest wait for an answer, in milliseconds. */
export const askPatience = 3_000;

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
