/** When something began. */
export interface Since {
  /** The time by the user's clock. */
  readonly clock: string;
  /** It began at different times for several printers, and `clock` is the first one's. */
  readonly isFirst: boolean;
}
