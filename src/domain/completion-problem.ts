/** Why a link, or the end of a sign-in, brought no connection. */
export type CompletionProblem =
  /** Not a URL, or one without the portal's results. */
  | 'not-a-completion-link'
  /** A page of somebody else. */
  | 'foreign-page'
  /** Success is claimed, yet there is no `appApiToken`. */
  | 'no-token'
  /** The same parameter twice: one of them is not the portal's. */
  | 'doubled-parameter'
  /** `url` leads away from OctoEverywhere: the other secrets would be sent there one day. */
  | 'foreign-host'
  | 'too-long'
  /** A value with characters that no secret has. */
  | 'unreadable-value';
