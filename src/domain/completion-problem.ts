/** Why a link or a finished sign-in contains no usable connection. */
export type CompletionProblem =
  /** Not a URL, or one without the portal's results. */
  | 'not-a-completion-link'
  /** A page outside OctoEverywhere. */
  | 'foreign-page'
  /** It reports success but has no `appApiToken`. */
  | 'no-token'
  /** A parameter appears twice: one of them is not from the portal. */
  | 'doubled-parameter'
  /** `url` points outside OctoEverywhere; the other secrets might one day be sent there. */
  | 'foreign-host'
  | 'too-long'
  /** A value contains characters that no secret has. */
  | 'unreadable-value';
