/** When something began. */
export interface Since {
  /** A moment on the user's clock. */
  readonly clock: string;
  /** It began for several printers at different times, and `clock` is the first's. */
  readonly isFirst: boolean;
}
