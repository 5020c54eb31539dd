/** What became of the alerts of one life; each entry is a sentence that names printer and time. */
export class Verdict {
  readonly false: string[] = [];
  readonly missed: string[] = [];
  readonly doubled: string[] = [];
  readonly impolite: string[] = [];
  /** Seconds from the moment an alert was due to its notification, of what was watched without disturbance, by kind. */
  readonly delays = new Map<string, number[]>();
  /** How often each kind was told, printers of one notification counted one by one. */
  readonly told = new Map<string, number>();

  count(kind: string): void {
    this.told.set(kind, (this.told.get(kind) ?? 0) + 1);
  }

  delay(kind: string, seconds: number): void {
    this.delays.set(kind, [...(this.delays.get(kind) ?? []), seconds]);
  }

  /** Everything that was wrong. */
  faults() {
    return { false: this.false, missed: this.missed, doubled: this.doubled, impolite: this.impolite };
  }
}
